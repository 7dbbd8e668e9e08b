// DOMPurify as a referee: what the command prints for every attack and for what publishers really write, DOMPurify with
// its default configuration leaves as it is, but for harmless attributes that it does not know, which are listed.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { browsers, installed } from '../browser/browsers.mjs';
import { command, root } from '../command.mjs';
import { requireWeb } from '../web-modules.mjs';
import { attacks, fixtures, sample, skipped, surfaces } from './cases.mjs';
import { articleOf, printAll } from './render-bodies.mjs';

/** What would end a raw text, if the value stood in one (DOMPurify's SAFE_FOR_XML). */
const ends_raw_text = '((--!?|])>)|</(style|script|title|xmp|textarea|noscript|iframe|noembed|noframes)';

/**
 * What DOMPurify takes away though it does no harm: an element, its attribute, which values (an expression), and why it
 * is harmless. Each entry must apply, or it has to go.
 */
const harmless = [
  { selector: 'img', attribute: 'fetchpriority', why: 'high or nothing, of our own; DOMPurify does not know it' },
  ...[['img', 'alt'], ['a, abbr', 'title'], ['audio, video', 'aria-label'], ['a', 'data-network']].map(([selector, attribute]) => (
    { selector, attribute, value: ends_raw_text, why: 'text within quotes, with < and > escaped; we print no raw text element and no XML' })),
];

const demo = (name) => join(root, 'web/demo/articles', name);

/** Everything there is to draw in one: prompt, cards, rails, newsletter. */
const printDemo = () => execFileSync(command, ['render', '--fragment', '--now', '2026-05-01T00:00:00Z', '--feed', demo('latest.json'), '--campaigns', demo('campaigns.json'),
  '--base', 'https://news.example/articles/tide.json', demo('tide.json')], { encoding: 'utf8' });

/** Runs in the page. @param {{html: string[], harmless: {selector: string, attribute: string, value?: string}[]}} given */
function referee({ html, harmless }) {
  const applied = harmless.map(() => 0);
  const changed = [];
  for (const [index, text] of html.entries()) {
    const template = document.createElement('template');
    template.innerHTML = text;
    harmless.forEach(({ selector, attribute, value }, which) => {
      for (const element of template.content.querySelectorAll(selector)) {
        if (!element.hasAttribute(attribute)) continue;
        if (value !== undefined && !new RegExp(value, 'i').test(element.getAttribute(attribute))) continue;
        element.removeAttribute(attribute);
        ++applied[which];
      }
    });
    // It trims what it keeps.
    for (const element of template.content.querySelectorAll('*')) {
      for (const attribute of element.attributes) if (attribute.name !== 'value') attribute.value = attribute.value.trim();
    }
    const cleaned = window.DOMPurify.sanitize(text);
    if (cleaned === template.innerHTML) continue;
    const removed = window.DOMPurify.removed.map(({ element, attribute, from }) => element ? `<${element.nodeName}>` : `${from.nodeName} ${attribute?.name}=${attribute?.value}`);
    changed.push({ index, removed: [...new Set(removed)].join('; ').slice(0, 500) });
  }
  return { applied, changed };
}

describe('DOMPurify', { skip: skipped || (installed('chromium') ? false : 'chromium is not installed'), timeout: 30 * 60_000 }, () => {
  let browser, page;
  before(async () => {
    browser = await browsers.chromium();
    page = await browser.newPage();
    await page.setContent('<!doctype html><title>t</title>');
    await page.addScriptTag({ path: requireWeb.resolve('dompurify/dist/purify.min.js') });
  });
  after(() => browser?.close());

  test('the referee notices what should not be there', async () => {
    for (const html of ['<p onclick="a()">a</p>', '<a href="javascript:a()">a</a>', '<p>a</p><script>a()</script>', '<form id="x"><input name="action"></form>', '<p>a<!-- b --></p>']) {
      const { changed } = await page.evaluate(referee, { html: [html], harmless: [] });
      assert.equal(changed.length, 1, html);
    }
  });

  test('leaves as it is what is printed for attacks, fields and real texts', async (context) => {
    const attacked = [...attacks(), ...surfaces()];
    const all = [...(process.env.SECURITY_ALL ? attacked : sample(attacked, 6)), ...fixtures()];
    const bodies = [...new Map(all.map((body) => [articleOf(body), body])).values()];
    const printed = (await printAll(bodies.map(articleOf), 'https://news.example')).map((html, index) => ({ name: bodies[index].name, html }));
    const outputs = [...printed.filter(({ html }) => !html.startsWith('error ')), { name: 'the demo', html: printDemo() }];
    assert.ok(outputs.length > bodies.length / 2, `${outputs.length} of ${bodies.length}`);
    const changed = [];
    const applied = harmless.map(() => 0);
    for (let begin = 0; begin < outputs.length; begin += 500) {
      const some = outputs.slice(begin, begin + 500);
      const found = await page.evaluate(referee, { html: some.map(({ html }) => html), harmless });
      changed.push(...found.changed.map(({ index, removed }) => `${some[index].name}: ${removed}`));
      found.applied.forEach((times, which) => (applied[which] += times));
    }
    context.diagnostic(`${outputs.length} outputs, ${new Set(outputs.map(({ html }) => html)).size} of them different`);
    assert.deepEqual(changed, []);
    assert.deepEqual(harmless.filter((_, which) => applied[which] === 0), [], 'an entry that does not apply any more');
  });
});
