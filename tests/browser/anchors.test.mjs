// Links within an article: browsers look for the target of a fragment in the document, and ids stand in a shadow root.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { after, before, describe, test } from 'node:test';
import { command } from '../command.mjs';
import { browsers, installed, serve } from './browsers.mjs';
import { article } from './pages.mjs';

const head = '<!doctype html><html lang=en><meta charset=utf-8><title>t</title>';
const tag = '<script type=module src=/longread/longread.js></script>';
const long = '<p>'.padEnd(400, 'word ').repeat(30);
const inline = (html) => `<long-read><script type=application/json>${JSON.stringify({ longread: 1, title: 'T', body: { html } }).replaceAll('</', '<\\/')}</script></long-read>`;
const details = `<p><a href="#a b">To the part</a> <a href="#öl">To the word</a></p>${long}<details><summary>More</summary><h2 id="a b">Part</h2></details>${long}<p id="öl">Word ${long}`;

const pages = {
  '/inline.html': `${head}<base href=/elsewhere/><body>${tag}${inline(details)}`,
  '/smooth.html': `${head}<style>html { scroll-behavior: smooth }</style><body>${tag}<long-read src=/articles/all-blocks.json></long-read>`,
  '/field.html': `${head}<body>${tag}<input autofocus><long-read src=/articles/all-blocks.json></long-read>`,
  '/two.html': `${head}<body>${tag}<long-read src=/articles/short.json></long-read><long-read src=/articles/all-blocks.json></long-read>`,
};

for (const [name, launch] of Object.entries(browsers)) {
  describe(`anchors in ${name}`, { skip: installed(name) ? false : `${name} is not installed`, timeout: 180_000 }, () => {
    let browser, page, server, origin, faults;
    before(async () => {
      ({ server, origin } = await serve((_request, response, path) => {
        if (path === '/printed.html') pages[path] ??= execFileSync(command, ['render', '--page', '--src', '/articles/all-blocks.json', article('all-blocks')], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
        if (!pages[path]) return false;
        response.writeHead(200, { 'Content-Type': 'text/html; charset=utf-8' }).end(pages[path]);
        return true;
      }));
      browser = await launch();
    });
    after(async () => {
      await browser?.close();
      await server?.close();
    });

    const open = async (path, options = {}) => {
      await page?.context().close();
      faults = [];
      page = await (await browser.newContext({ viewport: { width: 900, height: 600 }, reducedMotion: 'reduce', ...options })).newPage();
      page.setDefaultTimeout(15_000);
      page.on('pageerror', (error) => faults.push(error.message));
      await page.goto(origin + path);
      await page.waitForFunction(() => document.querySelector('long-read[state=ready]'));
      // Until the behaviours have come.
      await page.waitForTimeout(700);
    };
    /** Where an id stands, and what has the focus. */
    const place = (id) => page.evaluate((wanted) => {
      const { shadowRoot } = [...document.querySelectorAll('long-read')].find((one) => one.shadowRoot.getElementById(wanted));
      const target = shadowRoot.getElementById(wanted);
      const { top, bottom } = target.getBoundingClientRect();
      return { seen: top > -2 && top < innerHeight && bottom > 0, focused: shadowRoot.activeElement === target, tabindex: target.getAttribute('tabindex'), hash: decodeURIComponent(location.hash) };
    }, id);
    const reached = (id) => ({ seen: true, focused: true, tabindex: '-1', hash: `#${id}` });

    for (const path of ['/cases/all-blocks.html', '/printed.html']) {
      test(`a note and the way back, by click and by key, of ${path}`, async () => {
        await open(path);
        assert.equal((await place('lr-fn-plan')).seen, false);
        const note = page.locator('#lr-fnref-plan a').first();
        await note.click();
        assert.deepEqual(await place('lr-fn-plan'), reached('lr-fn-plan'));
        // From the note, the next key leads to its link back.
        await page.keyboard.press('Tab');
        assert.deepEqual(await page.evaluate(() => [document.querySelector('long-read').shadowRoot.activeElement.className, document.querySelector('long-read').shadowRoot.querySelectorAll('[tabindex="-1"]').length]), ['back', 0]);
        await page.keyboard.press('Enter');
        assert.deepEqual(await place('lr-fnref-plan'), reached('lr-fnref-plan'));
        assert.deepEqual(faults, []);
      });
    }

    test('Back leads to where the reader was', async () => {
      await open('/cases/all-blocks.html');
      const note = page.locator('#lr-fnref-plan a').first();
      await note.scrollIntoViewIfNeeded();
      const [y, entries] = await page.evaluate(() => [scrollY, history.length]);
      await note.click();
      await note.evaluate((link) => link.click());
      assert.notEqual(await page.evaluate(() => scrollY), y);
      assert.equal(await page.evaluate(() => history.length), entries + 1);
      await page.evaluate(() => history.back());
      await page.waitForFunction((was) => Math.abs(scrollY - was) <= 2, y);
      assert.equal(await page.evaluate(() => location.hash), '');
      await page.evaluate(() => history.forward());
      await page.waitForFunction(() => location.hash === '#lr-fn-plan');
    });

    test('a click with a modifier, or one that the page has taken, is the browser’s or the page’s', async () => {
      await open('/cases/all-blocks.html');
      const left = await page.evaluate(() => {
        const link = document.querySelector('long-read').shadowRoot.querySelector('#lr-fnref-plan a');
        return ['ctrlKey', 'metaKey', 'shiftKey', 'altKey'].map((key) => {
          let prevented;
          addEventListener('click', (event) => { prevented = event.defaultPrevented; event.preventDefault(); }, { once: true });
          link.dispatchEvent(new MouseEvent('click', { bubbles: true, composed: true, cancelable: true, [key]: true }));
          return prevented;
        });
      });
      assert.deepEqual(left, [false, false, false, false]);
      await page.evaluate(() => addEventListener('click', (event) => event.preventDefault(), { capture: true, once: true }));
      await page.locator('#lr-fnref-plan a').first().click();
      assert.equal((await place('lr-fn-plan')).focused, false);
    });

    test('a target in closed details is opened; any name is found; a base does not lead away', async () => {
      await open('/inline.html');
      await page.getByText('To the part').click();
      const part = await page.evaluate(() => document.querySelector('long-read').shadowRoot.querySelector('details h2').id);
      assert.deepEqual(await place(part), reached(part));
      await page.evaluate(() => scrollTo(0, 0));
      const word = await page.evaluate(() => document.querySelector('long-read').shadowRoot.querySelector('p[id]').id);
      await page.getByText('To the word').click();
      assert.deepEqual(await place(word), reached(word));
      assert.equal(await page.evaluate(() => location.pathname), '/inline.html');
      assert.deepEqual(faults, []);
    });

    for (const path of ['/cases/all-blocks.html', '/printed.html', '/two.html']) {
      test(`an address with a fragment leads there, once: ${path}`, async () => {
        await open(`${path}#lr-fn-plan`);
        assert.deepEqual(await place('lr-fn-plan'), reached('lr-fn-plan'));
        await page.evaluate(() => {
          scrollTo(0, 0);
          const element = document.querySelector('long-read:last-of-type');
          element.after(element);
        });
        await page.waitForTimeout(500);
        assert.equal(await page.evaluate(() => scrollY), 0);
        assert.deepEqual(faults, []);
      });
    }

    test('who writes in a field of the page goes on', async () => {
      await open('/field.html#lr-fn-plan');
      const { seen, focused } = await place('lr-fn-plan');
      assert.deepEqual([seen, focused], [true, await page.evaluate(() => document.activeElement.localName !== 'input')]);
    });

    test('who has scrolled before the article comes is left there', async () => {
      pages['/high.html'] = `${head}<body>${tag}<div style="height:3000px"></div><script>scrollTo(0, 400)</script><long-read src=/articles/all-blocks.json></long-read>`;
      await open('/high.html#lr-fn-plan');
      assert.equal(await page.evaluate(() => scrollY), 400);
    });

    test('reduced motion: at once, also where the page scrolls smoothly', { skip: name === 'firefox' && 'its driver has no switch for motion' }, async () => {
      await open('/smooth.html');
      const seen = await page.evaluate(() => {
        const root = document.querySelector('long-read').shadowRoot;
        root.querySelector('#lr-fnref-plan a').click();
        const { top } = root.getElementById('lr-fn-plan').getBoundingClientRect();
        return top >= -2 && top < innerHeight;
      });
      assert.ok(seen);
    });
  });
}
