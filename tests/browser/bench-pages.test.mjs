// The pages that the bench times are complete in the end: what waits for a sign that never comes measures nothing.
import assert from 'node:assert/strict';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { launch } from '../bench/browser.mjs';
import { pageSources } from '../bench/page-sources.mjs';
import { serve } from '../bench/server.mjs';
import { probe } from '../bench/visit.mjs';
import { root } from '../command.mjs';
import { installed } from './browsers.mjs';

describe('the bench', { skip: installed('chromium') ? false : 'chromium is not installed', timeout: 120_000 }, () => {
  test('every page shows its article and all of its related stories', async () => {
    const { pages, files } = await pageSources(join(root, 'web/dist'));
    const server = await serve(files);
    const browser = await launch();
    try {
      const incomplete = [];
      for (const { name, path } of pages) {
        const page = await (await browser.newContext()).newPage();
        await page.addInitScript(probe);
        await page.goto(server.origin + path);
        await page.waitForFunction('benchProbe.visible && benchProbe.complete', undefined, { timeout: 5000 }).catch(() => incomplete.push(name));
        await page.context().close();
      }
      assert.deepEqual(incomplete, []);
      assert.ok(pages.length > 10);
    } finally {
      await browser.close();
      server.close();
    }
  });
});
