// Every page of the demo, and what `longread render --page` prints, on a phone and on a desk: axe has nothing to say.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { command, root } from '../command.mjs';
import { requireWeb } from '../web-modules.mjs';
import { makePreRenderer } from '../../web/tools/dev-server.mjs';
import { browsers, installed, serve } from './browsers.mjs';
import { article } from './pages.mjs';

const demo = readdirSync(join(root, 'web/demo'), { recursive: true }).filter((name) => name.endsWith('.html')).sort();
const axe = readFileSync(requireWeb.resolve('axe-core/axe.min.js'), 'utf8');
const printed = ['tide', 'arabic'];

// One engine judges the markup; it is the same bytes in the others.
describe('demo', { skip: installed('chromium') ? false : 'chromium is not installed', timeout: 300_000 }, () => {
  let browser, page, server, origin;
  before(async () => {
    const preRender = makePreRenderer();
    ({ server, origin } = await serve((request, response, path) => {
      const [, name] = /^\/printed\/(\w+)\.html$/.exec(path) ?? [];
      if (!name) return preRender(request, response, path);
      const html = execFileSync(command, ['render', '--page', '--src', `/articles/${name}.json`, '--base', `${origin}/articles/${name}.json`, article(name)], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
      response.writeHead(200, { 'Content-Type': 'text/html; charset=utf-8' }).end(html);
      return true;
    }));
    browser = await browsers.chromium();
    page = await browser.newPage({ reducedMotion: 'reduce' });
    page.setDefaultTimeout(20_000);
  });
  after(async () => {
    await browser?.close();
    await server?.close();
  });

  for (const path of [...demo, ...printed.map((name) => `printed/${name}.html`)]) {
    test(`axe finds nothing on ${path}`, async () => {
      await page.setViewportSize({ width: 360, height: 800 });
      await page.goto(`${origin}/${path}`);
      await page.waitForFunction(() => [...document.querySelectorAll('long-read')].every((one) => one.matches('[state=ready], [state=failed]')));
      await page.waitForLoadState('networkidle');
      await page.evaluate(axe);
      for (const width of [360, 1280]) {
        await page.setViewportSize({ width, height: 800 });
        await page.waitForTimeout(200);
        const found = await page.evaluate(async () => (await window.axe.run(document)).violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`));
        assert.deepEqual(found, [], `at ${width} px`);
      }
    });
  }

  test('the ask of the printed page is still there when its reader has come to it', async () => {
    const reader = await (await browser.newContext({ viewport: { width: 900, height: 700 } })).newPage();
    await reader.goto(`${origin}/prerendered.html`);
    await reader.locator('[data-slot=prompt]').scrollIntoViewIfNeeded();
    const isSeen = () => JSON.parse(localStorage.getItem('longread') ?? '{}').asks?.length === 1;
    await reader.waitForFunction(isSeen);
    assert.ok(await reader.locator('[data-part=prompt]').isVisible());
    await reader.context().close();
  });

  test('a printed page has the direction of its article', async () => {
    for (const [name, dir] of [['tide', 'ltr'], ['arabic', 'rtl']]) {
      await page.goto(`${origin}/printed/${name}.html`);
      assert.equal(await page.evaluate(() => document.documentElement.dir), dir);
    }
  });
});
