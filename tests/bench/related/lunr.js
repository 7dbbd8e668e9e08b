import lunr from 'lunr';

export const build = (stories) =>
  lunr((index) => {
    index.ref('id');
    index.field('title', { boost: 2 });
    index.field('text');
    for (const story of stories) index.add(story);
  });

/** Not `search`, whose language has signs of its own. */
export const ask = (index, words, most) =>
  index.query((query) => query.term(lunr.tokenizer(words), {})).slice(0, most).map(({ ref }) => ref);
