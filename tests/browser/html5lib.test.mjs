// One HTML body, two parsers: the page's, which is the browser's own, and the command's. The inputs of html5lib's cases of
// tree construction, rendered as articles, must come out the same; what may not is listed here, each with its reason.
import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { browsers, installed, serve } from './browsers.mjs';
import { root } from '../command.mjs';
import { answerBodies, printAll } from '../security/render-bodies.mjs';

const select_nests = 'browsers keep other elements inside a select, so it ends elsewhere (the standard changed in 2025)';
const search_is_a_block = 'a search element ends paragraphs, as a section does; gumbo does not know it (it came in 2023)';

/** By the case's input. Browsers agree with each other in all of these. */
const known_differences = new Map([
  ['<!doctype html><p>foo<search>bar<p>baz', search_is_a_block],
  ['<!doctype html><search><p>foo</search>bar', search_is_a_block],
  ['<select><b><option><select><option></b></select>X', select_nests],
  ['<select><b><option><select><option></b></select>', select_nests],
  ['<select><keygen>', select_nests],
]);

/** What opens the context of a case that html5lib parses as a fragment. */
const contexts = {
  caption: '<table><caption>', colgroup: '<table><colgroup>', form: '<form>', p: '<p>', select: '<select>', table: '<table>',
  tbody: '<table><tbody>', td: '<table><tr><td>', tfoot: '<table><tfoot>', th: '<table><tr><th>', thead: '<table><thead>',
  tr: '<table><tr>',
};

/** An article cannot be empty, and what follows shows what the case has left open. */
const between = (html) => `<p>before</p>${html}<p>after</p>`;

/** @returns {{name: string, html: string, bodies: string[]}[]} the cases of a file, each as one or more bodies */
function readCases(path, file) {
  const cases = `\n${readFileSync(path, 'utf8')}`.split('\n#data\n').slice(1);
  return cases.map((text, index) => {
    const html = `\n${text}`.split('\n#errors')[0].slice(1);
    const opening = contexts[/\n#document-fragment\n(.*)/.exec(text)?.[1]];
    const bodies = [html, between(html), ...(opening ? [between(opening + html)] : [])];
    return { name: `${file}, case ${index + 1}: ${html}`, html, bodies };
  });
}

const folder = join(root, '../shared/fixtures/html5lib/tree-construction');
const files = existsSync(folder) ? readdirSync(folder).sort() : [];
const cases = files.flatMap((file) => readCases(join(folder, file), file));
/** @type {string[]} article documents, in the order of the cases */
const articles = cases.flatMap(({ bodies }) => bodies).map((html) => JSON.stringify({ longread: 1, title: 'T', body: { html } }));

/** In the page: what the element makes of them, some at a time. */
async function showAll(count) {
  const show = (index) => new Promise((resolve) => {
    const element = document.createElement('long-read');
    element.setAttribute('src', `/bodies/${index}.json`);
    const done = (result) => {
      element.remove();
      resolve(result);
    };
    element.addEventListener('longread-ready', () => done(element.shadowRoot.innerHTML));
    element.addEventListener('longread-error', ({ detail }) => done(`error ${detail.code}`));
    document.body.append(element);
  });
  const results = [];
  let next = 0;
  const work = async () => {
    for (let index = next++; index < count; index = next++) results[index] = await show(index);
  };
  await Promise.all(Array.from({ length: 16 }, work));
  return results;
}

/** @returns {typeof cases} of which any body has come out otherwise */
function differing(printed, shown) {
  let at = 0;
  return cases.filter(({ bodies }) => {
    const begin = at;
    at += bodies.length;
    return bodies.some((_, index) => printed[begin + index] !== shown[begin + index]);
  });
}

describe('html5lib', { skip: cases.length === 0 && `no ${folder}`, timeout: 240_000 }, () => {
  let server, origin, printed;
  before(async () => {
    ({ server, origin } = await serve(answerBodies(articles)));
    printed = await printAll(articles, origin);
  });
  after(() => server?.close());

  test('the command renders all cases', () => {
    assert.ok(cases.length > 700);
    const codes = new Set(printed.filter((text) => text.startsWith('error ')));
    assert.deepEqual([...codes], ['error empty-body']);
    const rendered = printed.filter((text) => text.startsWith('<article')).length;
    assert.ok(rendered > cases.length, `${rendered} of ${articles.length}`);
  });

  for (const [name, launch] of Object.entries(browsers)) {
    test(`${name} renders the same, but for the known differences`, { skip: installed(name) ? false : `${name} is not installed` }, async () => {
      const browser = await launch();
      try {
        const page = await browser.newPage();
        await page.goto(`${origin}/bare.html`);
        const shown = await page.evaluate(showAll, articles.length);
        const found = differing(printed, shown);
        assert.deepEqual(found.filter(({ html }) => !known_differences.has(html)).map((one) => one.name), []);
        const agreeing = [...known_differences.keys()].filter((html) => found.every((one) => one.html !== html));
        assert.deepEqual(agreeing, [], 'a known difference that is none any more');
      } finally {
        await browser.close();
      }
    });
  }
});
