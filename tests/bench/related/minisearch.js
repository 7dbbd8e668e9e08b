import MiniSearch from 'minisearch';

export function build(stories) {
  const index = new MiniSearch({ fields: ['title', 'text'] });
  index.addAll(stories);
  return index;
}

export const ask = (index, words, most) => index.search(words, { boost: { title: 2 } }).slice(0, most).map(({ id }) => id);
