// The attacks of ../shared/corpora/security and the real texts of ../shared/fixtures, as bodies of articles.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { root } from '../command.mjs';

export const shared = process.env.LONGREAD_SHARED_DIR ?? join(root, '../shared');
const corpora = join(shared, 'corpora/security');

/** Why a test that needs `../shared` is skipped; false where it is there. */
export const skipped = existsSync(corpora) ? false : `no ${corpora}`;

const kinds_of_html = ['clobber', 'css', 'dos-html', 'handler', 'mxss', 'network', 'sanitizer-expected', 'text', 'url-scheme', 'xss'];
const kinds_of_markdown = ['dos-markdown', 'markdown'];

/** @typedef {{name: string, format: 'html' | 'markdown' | 'document', text: string, kind: string}} Body */

/** The rows of a corpus, each with its payload as one string. */
export function readCorpus(kind) {
  if (skipped) return [];
  const rows = JSON.parse(readFileSync(join(corpora, `${kind}.json`), 'utf8'));
  const whole = ({ payload, payloadBase64, parts }) => {
    if (parts) return parts.map(([text, count]) => text.repeat(count)).join('');
    return payload ?? Buffer.from(payloadBase64, 'base64').toString('latin1');
  };
  // A lone surrogate is in no UTF-8 document.
  return rows.map((row) => ({ ...row, payload: whole(row).toWellFormed() }));
}

const bodiesOf = (kind, format) => readCorpus(kind).map(({ id, payload }) => ({ name: id, format, text: payload, kind }));

/** Every attack on markup, and strings that are none but must come out as text. @returns {Body[]} */
export const attacks = () => [
  ...kinds_of_html.flatMap((kind) => bodiesOf(kind, 'html')),
  ...kinds_of_markdown.flatMap((kind) => bodiesOf(kind, 'markdown')),
];

/** An article with one string at each place where it may hold one. @param {string} payload */
export function articleFullOf(payload) {
  const publisher = 'http://judge.test/';  // as xss-judge.mjs calls it
  const link = { label: payload, url: payload };
  const picture = { src: payload, srcset: payload, sizes: payload, alt: payload, caption: payload, credit: payload };
  const card = { id: payload, url: payload, title: payload, series: payload, image: picture, kicker: [link], published: payload, teaser: [payload, payload], lang: payload, article: payload };
  const text = [{ type: 'link', url: payload, title: payload, children: [{ type: 'abbr', text: payload, title: payload }] }, { type: 'footnote', id: payload }];
  const paragraph = { type: 'paragraph', id: payload, text };
  const kinds = ['pull-quote', 'quote', 'list', 'aside', 'fact-box', 'timeline', 'details', 'footnotes', 'table', 'heading', 'gallery', 'audio', 'video', 'embed', 'code', 'button', 'image', payload];
  const block = (type) => ({ type, id: payload, ...picture, lang: payload, cite: payload, url: payload, title: payload, text: payload, label: payload, date: payload,
    attribution: text, items: [{ ...picture, id: payload, title: payload, date: payload, blocks: [paragraph] }], blocks: [paragraph], images: [picture],
    rows: [[{ text, header: true, columns: payload }]], poster: picture });
  return {
    longread: 1, id: payload, url: payload, lang: payload, dir: payload, title: payload, dek: payload, kicker: [link], tags: [link],
    byline: [{ name: payload, url: payload, role: payload, image: picture, bio: payload }], published: payload, updated: payload, hero: picture,
    body: { blocks: [paragraph, { type: 'paragraph', text: payload }, ...kinds.map(block)] },
    follow: [{ network: payload, label: payload, url: payload }], related: [card], rails: [{ title: payload, items: [card] }],
    newsletter: { title: payload, pitch: payload, action: publisher, field: payload, button: payload, consent: payload },
    corrections: [{ date: payload, text: payload }],
  };
}

/** Strings for every field of a document, as whole articles. @returns {Body[]} */
export const surfaces = () => ['surface', 'url-value', 'text'].flatMap((kind) =>
  readCorpus(kind).map(({ id, payload }) => ({ name: `fields of ${id}`, format: 'document', text: JSON.stringify(articleFullOf(payload)), kind: `fields ${kind}` })));

/** Every `step`-th of each kind, beginning with its first. @param {Body[]} bodies */
export function sample(bodies, step) {
  const seen = new Map();
  return bodies.filter(({ kind }) => {
    const index = seen.get(kind) ?? 0;
    seen.set(kind, index + 1);
    return index % step === 0;
  });
}

export function* filesUnder(folder) {
  for (const entry of readdirSync(folder, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) yield* filesUnder(path);
    else yield path;
  }
}

/** The strings of a JSON value that stand under a name which holds HTML in these systems. */
function* htmlMembers(value, name = '') {
  if (typeof value === 'string') {
    if (/^(html|rendered|raw|content|body|content_html|content_encoded|excerpt|caption)$/.test(name) && value.includes('<')) yield value;
  } else if (value && typeof value === 'object') {
    for (const [key, member] of Object.entries(value)) yield* htmlMembers(member, Array.isArray(value) ? name : key);
  }
}

function* bodiesOfFile(path) {
  const text = readFileSync(path, 'utf8');
  const extension = extname(path);
  if (extension === '.html') yield ['html', text];
  if (extension === '.md') yield ['markdown', text];
  if (extension !== '.json') return;
  const value = JSON.parse(text);
  const examples = Array.isArray(value) ? value.filter((one) => typeof one?.markdown === 'string') : [];
  for (const { markdown, html } of examples) {
    yield ['markdown', markdown];
    if (html) yield ['html', html];
  }
  if (examples.length === 0) for (const html of htmlMembers(value)) yield ['html', html];
}

const folders_of_texts = ['html-bodies', 'wordpress-content', 'wordpress-rest', 'gutenberg-blocks', 'markdown', 'commonmark', 'gfm', 'ghost',
  'json-feed', 'ans', 'guardian-capi', 'guardian-dcr'];

/** What publishers really write. @returns {Body[]} */
export function fixtures() {
  const fixturesFolder = join(shared, 'fixtures');
  if (!existsSync(fixturesFolder)) return [];
  return folders_of_texts.flatMap((kind) => [...filesUnder(join(fixturesFolder, kind))].flatMap((path) =>
    [...bodiesOfFile(path)].map(([format, text], index) => ({ name: `${path.slice(fixturesFolder.length + 1)}#${index}`, format, text, kind }))));
}
