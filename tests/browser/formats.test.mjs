// The demo's pages of other systems' documents: each shows all that the command prints of its document, and asks nobody
// else for anything.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { command, root } from '../command.mjs';
import { makePreRenderer } from '../../web/tools/dev-server.mjs';
import { browsers, installed, serve } from './browsers.mjs';

const folder = join(root, 'web/demo/formats');
const pages = readdirSync(folder).filter((name) => name.endsWith('.html')).map((name) => name.slice(0, -5));

/** The article as the command prints it. @param {string} name @param {string} origin */
function print(name, origin) {
  const feeds = readFileSync(join(folder, `${name}.html`), 'utf8').match(/ feed="([^"]*)"/)?.[1].split(' ') ?? [];
  return execFileSync(command, ['render', '--fragment', '--base', `${origin}/formats/${name}.json`, ...feeds.flatMap((feed) => ['--feed', feed]), `${name}.json`], { encoding: 'utf8', cwd: folder });
}

for (const [name, launch] of Object.entries(browsers)) {
  describe(name, { skip: installed(name) ? false : `${name} is not installed`, timeout: 240_000 }, () => {
    let browser, page, server, origin;
    const told = [];
    before(async () => {
      ({ server, origin } = await serve(makePreRenderer()));
      browser = await launch();
      page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
      page.setDefaultTimeout(20_000);
      page.on('console', (message) => /error|warning/.test(message.type()) && told.push(message.text()));
      page.on('pageerror', (error) => told.push(error.message));
      page.on('request', (request) => new URL(request.url()).origin === origin || told.push(request.url()));
      page.on('response', (response) => response.status() < 400 || told.push(`${response.status()} ${response.url()}`));
    });
    after(async () => {
      await browser?.close();
      await server?.close();
    });

    test('the gallery has a card for each', async () => {
      await page.goto(`${origin}/gallery.html`);
      const linked = await page.evaluate(() => [...document.querySelectorAll('.case-cards a[href^="formats/"]')].map((link) => link.getAttribute('href')));
      assert.deepEqual(linked.sort(), pages.map((format) => `formats/${format}.html`).sort());
    });

    for (const format of pages) {
      test(`${format}: the article is there, with its blocks and words`, async () => {
        told.length = 0;
        await page.setViewportSize({ width: 360, height: 800 });
        const printed = print(format, origin);
        await page.goto(`${origin}/formats/${format}.html`);
        await page.waitForFunction((slots) => {
          const inside = document.querySelector('long-read[state=ready]')?.shadowRoot;
          return inside && (!slots || inside.querySelector('.related'));
        }, printed.includes('class="related"'));
        await page.waitForLoadState('networkidle');
        // Behaviours add words of their own: all that is printed has to be there, in its order.
        const missing = await page.evaluate((html) => {
          const wordsOf = (node) => {
            const words = [];
            const whole = node.cloneNode(true);
            whole.normalize();
            const texts = document.createTreeWalker(whole, NodeFilter.SHOW_TEXT);
            while (texts.nextNode()) words.push(...texts.currentNode.data.split(/\s+/).filter(Boolean));
            return words;
          };
          const template = document.createElement('template');
          template.innerHTML = html;
          const selectors = ['.headline', '.dek', '.hero img', '.body > *', '.related .card-headline', '.rail-item', '.tags li'];
          const shown = document.querySelector('long-read').shadowRoot;
          return selectors.flatMap((selector) => {
            const [wanted, found] = [template.content, shown].map((inside) => [...inside.querySelectorAll(selector)]);
            if (wanted.length !== found.length) return [`${selector}: ${found.length} of ${wanted.length}`];
            return wanted.filter((node, i) => !wordsOf(node).every((word) => wordsOf(found[i]).includes(word))).map((node) => node.textContent);
          });
        }, printed);
        assert.deepEqual(missing, []);
        assert.ok(await page.evaluate(() => document.querySelector('long-read').shadowRoot.querySelectorAll('.body > *').length) >= 6);
        assert.ok(await page.evaluate(() => !document.querySelector('long-read').hasAttribute('format')));
        assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= 360), 'scrolls sideways');
        assert.deepEqual(told, []);
      });
    }
  });
}
