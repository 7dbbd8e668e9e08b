// A publisher's page in real browsers: what the reader sees, what the element says, and that its bytes are the command's.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, describe, test } from 'node:test';
import { browsers, installed, serve } from './browsers.mjs';
import { answerPages, article, compared, printFragment, showElement, untilPrinted } from './pages.mjs';

const show = (page, attributes) => page.evaluate(showElement, attributes);

for (const [name, launch] of Object.entries(browsers)) {
  describe(name, { skip: installed(name) ? false : `${name} is not installed`, timeout: 240_000 }, () => {
    let browser, context, page, server, origin;
    before(async () => {
      ({ server, origin } = await serve(answerPages));
      browser = await launch();
      context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
      page = await context.newPage();
      page.setDefaultTimeout(20_000);
    });
    after(async () => {
      await browser?.close();
      await server?.close();
    });
    const ready = () => page.waitForFunction(() => document.querySelector('long-read[state=ready]'));

    test('the demo shows its article with what stands around it', async () => {
      await page.goto(`${origin}/index.html`);
      await ready();
      await page.waitForFunction(() => document.querySelector('long-read').shadowRoot.querySelector('.prompt, .related'));
      const found = await page.evaluate(() => {
        const inside = document.querySelector('long-read').shadowRoot;
        return ['.headline', '.dek', '.kicker', '.hero img', '.byline', '.reading-time', '.body p', '.tags', '.related .card', '.rail', '.newsletter form'].filter((part) => !inside.querySelector(part));
      });
      assert.deepEqual(found, []);
    });

    for (const body of compared) {
      test(`the shadow root of ${body} is what the command prints`, async () => {
        await page.goto(`${origin}/bare.html`);
        const printed = printFragment(body, origin);
        const { html } = await show(page, { src: `/articles/${body}.json`, until: untilPrinted(printed) });
        assert.equal(html, printed);
      });
    }

    test('a strict policy with Trusted Types is enough', async () => {
      await page.goto(`${origin}/strict.html`);
      await ready();
    });

    test('a pre-rendered page is adopted, not rendered again', async () => {
      await page.goto(`${origin}/prerendered.html`);
      await page.waitForFunction(() => window.told);
      const same = await page.evaluate(() => [window.told.adopted, window.first !== null, window.first === document.querySelector('long-read').shadowRoot.querySelector('h1')]);
      assert.deepEqual(same, [true, true, true]);
    });

    test('without JavaScript a pre-rendered page holds the whole article', { skip: name === 'firefox' && 'its driver has no switch for JavaScript' }, async () => {
      const plain = await browser.newContext({ javaScriptEnabled: false });
      const quiet = await plain.newPage();
      await quiet.goto(`${origin}/prerendered.html`);
      assert.ok(await quiet.locator('h1.headline').isVisible());
      assert.ok((await quiet.locator('.body p').count()) > 10);
      await plain.close();
    });

    test('the expander opens and closes by key, with one label at a time', async () => {
      await page.goto(`${origin}/index.html`);
      await ready();
      const toggle = page.locator('.more-toggle').first();
      await toggle.scrollIntoViewIfNeeded();
      const shown = () => toggle.evaluate((summary) => ['.more-open', '.more-close'].map((label) => summary.querySelector(label).getClientRects().length > 0));
      assert.deepEqual(await shown(), [true, false]);
      await toggle.focus();
      await page.keyboard.press('Enter');
      assert.deepEqual(await shown(), [false, true]);
      await page.keyboard.press('Space');
      assert.deepEqual(await shown(), [true, false]);
    });

    test('two elements share the page; removal and re-insertion do no harm', async () => {
      await page.goto(`${origin}/bare.html`);
      await show(page, { src: '/articles/short.json' });
      await show(page, { src: '/articles/market.json' });
      const titles = await page.evaluate(async () => {
        const [first, second] = document.querySelectorAll('long-read');
        first.remove();
        document.body.append(first);
        second.setAttribute('src', '/articles/brief.json');
        await new Promise((resolve) => second.addEventListener('longread-ready', resolve, { once: true }));
        return [first, second].map((element) => element.shadowRoot.querySelector('h1').textContent);
      });
      const headline = (file) => JSON.parse(readFileSync(article(file), 'utf8')).title.slice(0, 8);
      assert.ok(titles[0].startsWith(headline('short')) && titles[1].startsWith(headline('brief')), titles.join(' | '));
    });

    test('the page does not scroll sideways at 320 px', async () => {
      await page.setViewportSize({ width: 320, height: 700 });
      await page.goto(`${origin}/cases/all-blocks.html`);
      await ready();
      assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= 320));
      await page.setViewportSize({ width: 1280, height: 900 });
    });
  });
}
