// All named characters of Markdown: most of them are asked of the page's own HTML parser, one by one, and must be what
// cmark's own table says, in browsers as in the command.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { command } from '../command.mjs';
import { browsers, installed, serve } from './browsers.mjs';
import { answerPages, showElement } from './pages.mjs';

const table = join(dirname(command), '_deps/cmark-src/src/entities.inc');

/** @returns {[name: string, characters: string][]} cmark's, which this project does not use */
function readTable() {
  if (!existsSync(table)) return [];
  const rows = readFileSync(table, 'utf8').matchAll(/\{\(unsigned char\*\)"(\w+)", \{([\d, ]+)\}\}/g);
  return [...rows].map(([, name, bytes]) => [name, Buffer.from(bytes.split(', ').map(Number)).toString().replace(/\0$/, '')]);
}

/** What the reading of texts makes of some of them: blanks are one blank, straight quotes are set as printers set them. */
const tidied = { NewLine: ' ', Tab: ' ', QUOT: '“', quot: '“', apos: '’' };

const names = readTable();
// Between letters, so that blanks and line ends among them are seen too. An ampersand at the end begins no other name.
const markdown = names.map(([name]) => `${name} x&${name};x`).join('\n\n');
const story = JSON.stringify({ longread: 1, title: 'T', body: { markdown } });

describe('named characters', { skip: names.length ? false : `no ${table}`, timeout: 120_000 }, () => {
  for (const [name, launch] of Object.entries(browsers)) {
    describe(name, { skip: installed(name) ? false : `${name} is not installed` }, () => {
      let browser, page, server, origin;
      before(async () => {
        ({ server, origin } = await serve((request, response, path) => {
          if (path !== '/names.json') return answerPages(request, response, path);
          response.writeHead(200, { 'Content-Type': 'application/json' }).end(story);
          return true;
        }));
        browser = await launch();
        page = await browser.newPage();
      });
      after(async () => {
        await browser?.close();
        await server?.close();
      });

      test('each is what the table says, and the article is what the command prints', async () => {
        assert.equal(names.length, 2125);
        await page.goto(`${origin}/bare.html`);
        const { type, html } = await page.evaluate(showElement, { src: '/names.json' });
        assert.equal(type, 'ready');
        assert.equal(html, execFileSync(command, ['render', '--fragment', '--base', `${origin}/names.json`, '-'], { input: story, encoding: 'utf8', stdio: ['pipe', 'pipe', 'ignore'] }));
        const texts = await page.evaluate(() => [...document.querySelector('long-read').shadowRoot.querySelectorAll('.body p')].map((one) => one.textContent));
        assert.deepEqual(texts, names.map(([one, characters]) => `${one} x${tidied[one] ?? characters}x`));
      });
    });
  }
});
