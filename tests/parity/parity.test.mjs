// The page and the command say the same: what web/dist/view.js makes of the modules' replies, serialised as browsers do,
// is byte for byte what `longread render --fragment` prints, and both find the same errors and notes. Node has no parser of
// HTML: bodies in HTML, and Markdown that holds HTML, are compared by the browsers' suite.
import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { root } from '../command.mjs';
import { bad_documents } from './bad-documents.mjs';
import { generate } from './generate.mjs';
import { base, now, showInPage } from './page.mjs';
import { formatFinding, printArticle } from './print.mjs';

const folder = join(root, 'web/demo/articles');
const demo = (name) => readFileSync(join(folder, `${name}.json`));
const src = '/articles/compared.json';

/** @param {Parameters<typeof showInPage>[0]} given @param {string} [what] said where they differ */
async function compare(given, what = '') {
  const printed = printArticle({ ...given, base: new URL(src, base).href, now });
  const attributes = { ...given.attributes, src };
  let page;
  try {
    page = await showInPage({ ...given, attributes });
  } catch (failure) {
    assert.equal(printed.error ?? 'an article', formatFinding(failure), what);
    return failure.code;
  }
  assert.equal(printed.error, undefined, what);
  assert.equal(page.html, printed.html, what);
  // The Markdown module looks for no other dialects (src/read/markdown_notes.h).
  const notes = printed.notes.replace(/^article: markdown-.*\n/gm, '');
  assert.equal(page.notes.map(formatFinding).join(''), notes, what);
  return 'article';
}

const around = { feeds: [demo('latest')], campaigns: demo('campaigns') };
/** Whether it has a body that needs no parser of HTML; the demo has a broken document on purpose. */
const is_compared = (name) => {
  try {
    const { body } = JSON.parse(demo(name));
    return body !== undefined && !('html' in body);
  } catch {
    return false;
  }
};
const articles = readdirSync(folder).map((file) => file.slice(0, -5)).filter(is_compared);

test('there are demo articles of blocks and of Markdown', () => {
  assert.ok(articles.length >= 7 && articles.includes('tide') && articles.includes('market'), articles.join(' '));
});

for (const name of articles) {
  test(`${name}, in every variation`, async () => {
    const article = demo(name);
    await compare({ article });
    await compare({ article, ...around });
    await compare({ article, feeds: [demo('latest'), demo('tide'), demo('broken')], campaigns: demo('latest') });
    for (const lang of ['en', 'es', 'fr', 'de', 'ar', 'ja', 'pt']) await compare({ article, ...around, attributes: { lang } }, lang);
    for (const level of '1234') await compare({ article, ...around, attributes: { 'heading-level': level } }, level);
    for (const hide of ['follow', 'hero', 'meta', 'tags', 'prompt', 'related', 'rails', 'newsletter', 'tags prompt rails']) {
      await compare({ article, ...around, attributes: { hide } }, hide);
    }
  });
}

// Articles of other systems become HTML, which the browsers' suite compares; their feeds become cards.
test('documents of other systems', async () => {
  const posts = [1, 2, 3, 4, 5, 6].map((id) => ({ id: `a${id}`, uuid: `b${id}`, slug: `c${id}`, feature_image: null, title: `A "title" -- ${id}`, url: `https://ghost.example/${id}/`, custom_excerpt: 'One.', published_at: '2026-03-01T08:00:00.000Z', tags: [{ name: 'Harbour', slug: 'harbour' }] }));
  const feed = Buffer.from(JSON.stringify({ posts, meta: { pagination: { page: 1 } } }));
  assert.equal(await compare({ article: demo('tide'), feeds: [feed] }), 'article');
  const page = await showInPage({ article: demo('tide'), feeds: [feed], attributes: { src } });
  assert.match(page.html, /ghost\.example\/2\//);
  const foreign = Buffer.from('{"version": "https://jsonfeed.org/version/1.1", "items": []}');
  assert.equal(await compare({ article: foreign, attributes: { format: 'portable-text' } }), 'not-a-document');
});

const generated = 400;
test(`${generated} generated articles with feeds and campaigns`, async () => {
  const outcomes = {};
  for (let seed = 1; seed <= generated; ++seed) {
    const outcome = await compare(generate(seed), `seed ${seed}`);
    outcomes[outcome] = (outcomes[outcome] ?? 0) + 1;
  }
  // A generator that makes nothing but errors would compare nothing.
  assert.ok(outcomes.article > generated * 0.9, JSON.stringify(outcomes));
});

for (const [name, { bytes, code }] of Object.entries(bad_documents(demo('tide')))) {
  test(`bad document, ${name}: ${code}`, async () => {
    assert.equal(await compare({ article: bytes }), code);
    // In the place of a feed and of campaigns it costs what they would have given.
    assert.equal(await compare({ article: demo('tide'), feeds: [bytes, demo('latest')], campaigns: bytes }), 'article');
  });
}

test('an article that is cut anywhere', async () => {
  const whole = demo('brief');
  for (let size = 0; size < whole.length - 1; size += 7) await compare({ article: whole.subarray(0, size) }, `cut at ${size}`);
});

test('a body in HTML says that there is no parser', async () => {
  const article = Buffer.from('{"longread": 1, "title": "t", "body": {"html": "<p>x</p>"}}');
  await assert.rejects(showInPage({ article }), { code: 'parser-unavailable', path: '/body/html', line: 1, column: 48 });
});
