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

/** @typedef {{name: string, format: 'html' | 'markdown', text: string, kind: string}} Body */

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
