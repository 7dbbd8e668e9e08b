import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../bundles.mjs';
import { brotli } from '../server.mjs';

const shared = join(root, '../shared');
const out = join(root, 'build/bench/related');

export const judge = join(shared, 'tools/related-judge.mjs');

/** The labelled sets, and the figure by which each is judged: events where they are known, else labels. */
export const sets = [
  { name: 'ecbplus', figure: 'R@5' },
  { name: 'uci-headlines', figure: 'R@5' },
  { name: 'bbc', figure: 'P@10' },
  { name: 'reuters', figure: 'P@10' },
  { name: 'gnad-de', figure: 'P@10' },
  { name: 'livedoor-ja', figure: 'P@10' },
  { name: 'agnews', figure: 'P@10' },
  { name: 'huffpost', figure: 'P@10' },
];

/** @typedef {{id: string, title: string, text: string, lang: string}} Story */

/** @returns {string | undefined} the folder, where it is there */
export const folder = () => (existsSync(judge) ? join(shared, 'corpora/related') : undefined);

/** The best terms of a query, as Elasticsearch's more_like_this takes so many. */
const most_terms = 25;

/** As MiniSearch splits texts: runs of anything but blanks and punctuation. */
const wordsOf = (text) => text.toLowerCase().split(/[\n\r\p{Z}\p{P}]+/u).filter(Boolean);

/** The words of a text with how often they stand there, those of the title twice. @param {Story} story */
function countWords({ title, text }) {
  const counts = new Map();
  for (const word of [...wordsOf(title), ...wordsOf(title), ...wordsOf(text)]) counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts;
}

/** @param {Story[]} stories @returns {(story: Story) => string} the words of a story with the most tf-idf */
function termPicker(stories) {
  const stories_with = new Map();
  for (const story of stories) for (const word of countWords(story).keys()) stories_with.set(word, (stories_with.get(word) ?? 0) + 1);
  return (story) => {
    const weighed = [];
    for (const [word, count] of countWords(story)) {
      const found_in = stories_with.get(word);
      if (found_in > 1) weighed.push([count * Math.log(stories.length / found_in), word]);
    }
    return weighed.sort(([a], [b]) => b - a).slice(0, most_terms).map(([, word]) => word).join(' ');
  };
}

/**
 * What engines are asked about a story. Making it costs them nothing here.
 *
 * @typedef {'terms' | 'title' | 'text'} Kind
 * @typedef {{id: string, place: number, words: Record<Kind, string>}} Query
 *
 * @param {string} name
 * @param {number} most queries
 */
export function readCorpus(name, most) {
  const lines = join(/** @type {string} */ (folder()), `${name}.jsonl`);
  const bytes = readFileSync(lines);
  /** @type {Story[]} */
  const stories = bytes.toString().trim().split('\n').map((line) => JSON.parse(line));
  mkdirSync(out, { recursive: true });
  const list = join(out, `${name}.json`);
  const bytes_of_list = Buffer.from(JSON.stringify(stories));
  writeFileSync(list, bytes_of_list);
  const terms = termPicker(stories);
  // Spread over the whole set.
  const count = Math.min(most, stories.length);
  /** @type {Query[]} */
  const queries = Array.from({ length: count }, (_, index) => {
    const place = Math.floor(((index + 0.5) * stories.length) / count);
    const story = stories[place];
    return { id: story.id, place, words: { terms: terms(story), title: story.title, text: `${story.title}\n${story.text}` } };
  });
  return { name, lines, list, bytes, bytes_of_list, stories, queries, feed_bytes: brotli(bytes).length };
}
