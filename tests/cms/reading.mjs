// A post of another system as a reader has it, in Chromium, beside what the command makes of the same bytes.
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { browsers, serve } from '../browser/browsers.mjs';
import { answerPages, showElement } from '../browser/pages.mjs';
import { command } from '../command.mjs';
import { installProbe, probeAll } from '../security/probe.mjs';

const run = promisify(execFile);

/**
 * @typedef {object} Reading
 * @property {string[]} absent of what was to be shown
 * @property {string[]} lost words of the post that the reader does not see
 * @property {number} words
 * @property {string[]} alive what was found alive in it
 */

/** Opens Chromium, on a page of another origin than the posts. */
export async function openReader() {
  const browser = await browsers.chromium();
  const { server, origin } = await serve(answerPages);
  const page = await browser.newPage();
  page.setDefaultTimeout(30_000);
  await page.addInitScript(installProbe);
  const dialogs = [];
  page.on('dialog', (dialog) => {
    dialogs.push(dialog.message());
    dialog.dismiss();
  });
  const close = async () => {
    await browser.close();
    await server.close();
  };
  const open = async () => {
    await page.goto(`${origin}/bare.html`);
    await page.waitForFunction(() => Boolean(customElements.get('long-read')));
  };
  const show = async (attributes) => {
    await open();
    return page.evaluate(showElement, attributes);
  };
  return { page, dialogs, close, show, read: (post) => read({ page, open, show }, post) };
}

/**
 * @param {{page: import('playwright-core').Page, open: () => Promise<void>, show: (attributes: object) => Promise<any>}} reader
 * @param {{src: string, text: string, html: string, shows: Record<string, string>, hides?: string}} post where it is, its
 *   document, the HTML in that
 * @returns {Promise<Reading>}
 */
async function read({ page, open, show }, { src, text, html, shows, hides }) {
  const printed = await print(text, src);
  const shown = await show({ src });
  assert.equal(shown.type, 'ready', `${src}: ${shown.code}`);
  assert.equal(shown.html, printed, `${src}: the browser and the command differ`);
  const found = await page.evaluate(compareWords, html);
  const absent = await page.evaluate(findAbsent, { shows, hides });
  await open();
  const { results, findings } = await page.evaluate(probeAll, [{ src, until: 'ready' }]);
  return { absent, ...found, alive: [...results[0].found, ...findings] };
}

/** What the command prints of a document. @param {string} text @param {string} src */
const print = (text, src) => withFile(text, async (file) => (await run(command, ['render', '--fragment', '--base', src, file])).stdout);

/** The report of `longread check`. @param {string} text @returns {Promise<string[]>} its lines, without the file's name */
const check = (text) => withFile(text, async (file) => {
  const { stdout } = await run(command, ['check', file]);
  return stdout.trim().split('\n').map((line) => line.replace(`${file}:`, ''));
});

/** The codes of the notes in a report that has no error. @param {string[]} report */
function codesOf(report) {
  assert.match(report.at(-1) ?? '', /^1 files checked, 0 errors, \d+ notes$/);
  // The first line says what was read.
  assert.match(report[0], / article \([a-z]+\): \d+ words? in /);
  return report.slice(1, -1).map((line) => /([a-z]+-[a-z-]+): /.exec(line)?.[1] ?? line);
}

/** @param {string[]} lost @param {string} [drops] words that are left out on purpose */
export const wordsLeft = (lost, drops = '') => lost.filter((word) => !drops.split(' ').includes(word));

/**
 * A subtest for each post: what must show does, no word is lost, nothing is alive, and the notes are those expected.
 *
 * @param {import('node:test').TestContext} context @param {{read: Function, dialogs: string[]}} reader @param {any[]} posts
 * @param {string} part what each post has one of
 */
export async function readEach(context, reader, posts, part) {
  let words = 0;
  for (const post of posts) {
    await context.test(post.name, async () => {
      const reading = await reader.read(post);
      assert.deepEqual({ absent: reading.absent, lost: wordsLeft(reading.lost, post.drops), alive: reading.alive }, { absent: [], lost: [], alive: [] });
      assert.deepEqual(codesOf(await check(post.text)), post.notes ?? []);
      words += reading.words;
    });
  }
  assert.deepEqual(reader.dialogs, []);
  context.diagnostic(`${posts.length} posts with a ${part} each, ${words} words`);
}

async function withFile(text, use) {
  const folder = mkdtempSync(join(tmpdir(), 'longread-cms-'));
  try {
    const file = join(folder, 'post.json');
    writeFileSync(file, text);
    return await use(file);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Runs in the page: which selectors find nothing, or nothing with that text, in the article's body. */
function findAbsent({ shows, hides }) {
  const body = document.querySelector('long-read').shadowRoot.querySelector('.body');
  const all = [body, ...body.querySelectorAll('*')];
  const finds = (selector, text) => all.some((element) => element.matches(selector) && element.textContent.includes(text));
  const absent = Object.entries(shows).filter(([selector, text]) => !finds(selector, text)).map(([selector, text]) => `${selector} ${text}`);
  return hides && finds(hides, '') ? [...absent, `not ${hides}`] : absent;
}

/** Runs in the page: the words of the post that its article lacks, as tests/unit/word_loss.h counts them. */
function compareWords(html) {
  // Left out with their text, by design.
  const left_out = 'script, style, template, noscript, iframe, object, embed, svg, math, button, form, input, select, textarea, fieldset, output, audio, video, canvas, rp';
  const inside_line = 'abbr, b, bdi, bdo, cite, code, data, del, dfn, em, i, ins, kbd, label, mark, q, s, samp, span, strong, sub, sup, time, u, var, wbr';
  const textOf = (node) => {
    if (node.nodeType === Node.TEXT_NODE) return node.data;
    if (!(node instanceof Element || node instanceof DocumentFragment) || (node instanceof Element && node.matches(left_out))) return ' ';
    const inner = [...node.childNodes].map(textOf).join('');
    const alt = node instanceof HTMLImageElement ? node.alt : '';
    return node instanceof Element && node.matches(inside_line) ? inner : ` ${inner} ${alt} `;
  };
  const count = (text) => {
    const words = new Map();
    for (const [word] of text.matchAll(/[\p{L}\p{N}]+/gu)) words.set(word, (words.get(word) ?? 0) + 1);
    return words;
  };
  const wanted = count(textOf(new DOMParser().parseFromString(html, 'text/html').body));
  const shown = count(textOf(document.querySelector('long-read').shadowRoot.querySelector('article')));
  const lost = [...wanted].filter(([word, times]) => (shown.get(word) ?? 0) < times).map(([word]) => word);
  return { lost, words: [...wanted.values()].reduce((sum, times) => sum + times, 0) };
}
