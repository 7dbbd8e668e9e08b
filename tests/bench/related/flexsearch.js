import { Index } from 'flexsearch';

/** It knows no boosts, but what stands first counts more. */
export function build(stories) {
  const index = new Index();
  for (const { id, title, text } of stories) index.add(id, `${title}\n${text}`);
  return index;
}

/** Without `suggest`, all words would have to be there. */
export const ask = (index, words, most) => index.search(words, { limit: most, suggest: true });
