import { create, insertMultiple, search } from '@orama/orama';

const languages = { en: 'english', de: 'german' };

export function build(stories) {
  const index = create({ schema: { id: 'string', title: 'string', text: 'string' }, language: languages[stories[0].lang] ?? 'english' });
  insertMultiple(index, stories, 1e6);
  return index;
}

export const ask = (index, words, most) =>
  search(index, { term: words, properties: ['title', 'text'], boost: { title: 2 }, limit: most }).hits.map(({ id }) => id);
