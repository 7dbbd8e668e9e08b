// The report of `longread simulate`: axe has nothing to say of it in either colour scheme, nothing is asked for, nothing runs.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { command, root } from '../command.mjs';
import { requireWeb } from '../web-modules.mjs';
import { browsers, installed } from './browsers.mjs';

const axe = readFileSync(requireWeb.resolve('axe-core/axe.min.js'), 'utf8');

describe('report of a simulation', { skip: installed('chromium') ? false : 'chromium is not installed', timeout: 120_000 }, () => {
  const folder = mkdtempSync(join(tmpdir(), 'longread-report-'));
  const report = join(folder, 'report.html');
  let browser;
  before(async () => {
    execFileSync(command, ['simulate', 'web/demo/campaigns/asks.json', '--readers', '500', '--donate-hosts', 'donate.harbour-lantern.example', '--report', report], { cwd: root });
    browser = await browsers.chromium();
  });
  after(async () => {
    await browser?.close();
    rmSync(folder, { recursive: true });
  });

  for (const colorScheme of ['light', 'dark']) {
    test(`axe finds nothing in ${colorScheme} colours`, async () => {
      // The report's own policy would keep axe out.
      const page = await browser.newPage({ colorScheme, bypassCSP: true });
      const requests = [];
      page.on('request', (request) => requests.push(request.url()));
      await page.goto(pathToFileURL(report).href);
      await page.evaluate(axe);
      for (const width of [320, 1280]) {
        await page.setViewportSize({ width, height: 800 });
        const found = await page.evaluate(async () => (await window.axe.run(document)).violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`));
        assert.deepEqual(found, [], `at ${width} px`);
        assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), width, 'nothing sticks out');
      }
      assert.equal(requests.length, 1);
      assert.equal(await page.evaluate(() => document.querySelectorAll('script, link, img').length), 0);
      const background = await page.evaluate(() => getComputedStyle(document.body).backgroundColor);
      assert.equal(background, colorScheme === 'dark' ? 'rgb(23, 23, 26)' : 'rgb(255, 255, 255)');
      await page.close();
    });
  }

  test('pictures have a name and words', async () => {
    const page = await browser.newPage();
    await page.goto(pathToFileURL(report).href);
    const pictures = await page.locator('svg[role=img]').evaluateAll((all) => all.map((one) => one.getAttribute('aria-labelledby').split(' ').map((id) => document.getElementById(id).textContent)));
    assert.equal(pictures.length, 3);
    for (const [title, words] of pictures) assert.ok(title.length > 10 && /\d/.test(words), title);
    await page.close();
  });
});
