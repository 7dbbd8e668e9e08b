// What stands below an article comes from a module of its own, after the article, and again with documents that come late.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { after, before, describe, test } from 'node:test';
import { command } from '../command.mjs';
import { browsers, installed, serve } from './browsers.mjs';
import { article } from './pages.mjs';

const feed = 'feed=/articles/latest.json';
const donate_host = 'donate.harbour-lantern.example';
const campaigns = `campaigns=/articles/campaigns.json donate-hosts=${donate_host}`;

for (const [name, launch] of Object.entries(browsers)) {
  describe(`slots in ${name}`, { skip: installed(name) ? false : `${name} is not installed`, timeout: 180_000 }, () => {
    let browser, page, server, origin, faults, asked, held;
    before(async () => {
      ({ server, origin } = await serve(async (_request, response, path) => {
        asked?.push(path);
        await held?.get(path)?.gate;
        if (path !== '/plain.html') return false;
        response.writeHead(200, { 'Content-Type': 'text/html; charset=utf-8' }).end('<!doctype html><html lang=en><title>t</title><body>');
        return true;
      }));
      browser = await launch();
    });
    after(async () => {
      release();
      await browser?.close();
      await server?.close();
    });

    const release = (path) => (path ? [held.get(path)] : [...(held?.values() ?? [])]).forEach(({ open }) => open());
    /** Opens a page with these elements; the server keeps the files named back until they are released. */
    const open = async (markup, ...kept) => {
      await page?.context().close();
      release();
      [faults, asked] = [[], []];
      held = new Map(kept.map((path) => {
        let let_go;
        const gate = new Promise((resolve) => (let_go = resolve));
        return [path, { gate, open: let_go }];
      }));
      page = await (await browser.newContext({ viewport: { width: 1000, height: 700 } })).newPage();
      page.setDefaultTimeout(15_000);
      page.on('pageerror', (error) => faults.push(error.message));
      await page.goto(`${origin}/plain.html`);
      await page.evaluate((html) => {
        window.told = [];
        for (const type of ['ready', 'slots', 'error']) {
          addEventListener(`longread-${type}`, ({ target }) => told.push({ type, html: target.shadowRoot?.innerHTML ?? '' }));
        }
        window.shifts = 0;
        try {
          new PerformanceObserver((list) => list.getEntries().forEach((entry) => (shifts += entry.value))).observe({ type: 'layout-shift', buffered: true });
        } catch {}
        document.body.innerHTML = html;
        document.head.append(Object.assign(document.createElement('script'), { src: '/longread/longread.js' }));
      }, markup);
    };
    const until = (type, count = 1) => page.waitForFunction(([wanted, least]) => window.told.filter((one) => one.type === wanted).length >= least, [type, count]);
    const told = () => page.evaluate(() => window.told.map(({ type }) => type));
    const inside = (read, given) => page.evaluate(([source, value]) => new Function('root', 'value', `return (${source})(root, value)`)(document.querySelector('long-read').shadowRoot, value), [String(read), given]);
    const print = (...options) =>
      execFileSync(command, ['render', '--fragment', '--base', `${origin}/articles/tide.json`, '--now', new Date().toISOString(), ...options, article('tide')], { encoding: 'utf8' });

    test('an article does not wait for its slots, which come without moving what is read', async () => {
      await open(`<long-read src=/articles/tide.json ${feed} ${campaigns}></long-read>`, '/longread/slots.wasm');
      await until('ready');
      await page.waitForTimeout(500);
      assert.deepEqual(await told(), ['ready']);
      const places = () => inside((root) => ['.headline', '.hero', '.body p', '.body p:nth-of-type(4)'].map((part) => root.querySelector(part).getBoundingClientRect().top));
      const before = await places();
      assert.equal(await inside((root) => root.querySelectorAll('[data-slot]').length), 0);
      release();
      await until('slots');
      await page.locator('.carousel-buttons, .rail').first().waitFor();
      assert.deepEqual(await places(), before);
      assert.ok((await inside((root) => root.querySelectorAll('[data-slot]').length)) >= 3);
      if (name === 'chromium') assert.equal(await page.evaluate(() => window.shifts), 0);
      assert.deepEqual(faults, []);
    });

    test('the prompt stands before the tags, all others at the end', async () => {
      await open(`<long-read src=/articles/tide.json ${feed} ${campaigns}></long-read>`);
      await until('slots');
      await page.locator('.prompt').waitFor();
      const order = await inside((root) => [...root.firstElementChild.children].map((part) => part.dataset.slot ?? part.className).slice(-5));
      assert.deepEqual(order.filter((part) => part !== 'related'), ['prompt', 'tags', 'rails', 'newsletter'].filter((part) => order.includes(part)));
      assert.ok(order.indexOf('prompt') >= 0 && order.indexOf('prompt') + 1 === order.indexOf('tags'), order.join(' '));
      const last = await page.evaluate(() => window.told.at(-1).html);
      assert.equal(last, print('--feed', article('latest'), '--campaigns', article('campaigns'), '--donate-hosts', donate_host));
    });

    test('a late feed fills the slots again; the focus in the text stays', async () => {
      await open(`<long-read src=/articles/tide.json ${feed} ${campaigns}></long-read>`, '/articles/latest.json');
      await until('slots');
      await page.locator('.newsletter').waitFor();
      assert.equal(await page.locator('.rail').count(), 0);
      await inside((root) => {
        const link = root.querySelector('.body a, .byline a, .follow a');
        link.focus();
        root.kept = [link, root.querySelector('.body p'), root.querySelector('.newsletter')];
      });
      const count = (await told()).filter((type) => type === 'slots').length;
      release();
      await until('slots', count + 1);
      await page.locator('.rail').first().waitFor();
      const same = await inside((root) => [root.activeElement === root.kept[0], root.querySelector('.body p') === root.kept[1], root.querySelector('.newsletter') === root.kept[2], root.querySelectorAll('.newsletter').length]);
      assert.deepEqual(same, [true, true, false, 1]);
      assert.deepEqual(faults, []);
    });

    test('who stands on a related story when a late feed comes still does', async () => {
      await open(`<long-read src=/articles/arabic.json ${feed}></long-read>`, '/articles/latest.json');
      await until('slots');
      const active = () => inside((root) => root.activeElement?.href ?? '');
      await page.locator('.card-link').nth(1).focus();
      const before = await active();
      assert.match(before, /^http/);
      const count = (await told()).filter((type) => type === 'slots').length;
      release();
      await until('slots', count + 1);
      assert.equal(await active(), before);
      assert.deepEqual(faults, []);
    });

    test('an element that is removed while its slots are on their way gets them when it comes back', async () => {
      await open('<long-read src=/articles/tide.json></long-read>', '/longread/slots.wasm');
      await until('ready');
      await page.evaluate(() => {
        window.element = document.querySelector('long-read');
        element.remove();
      });
      release();
      await page.waitForTimeout(600);
      assert.deepEqual(await told(), ['ready']);
      assert.equal(await page.evaluate(() => element.shadowRoot.querySelectorAll('[data-slot]').length), 0);
      await page.evaluate(() => document.body.append(element));
      await until('slots');
      assert.ok(await page.locator('.newsletter').isVisible());
      assert.deepEqual(faults, []);
    });

    test('a change of `hide` draws the article and its slots anew, as the command does', async () => {
      await open(`<long-read src=/articles/tide.json ${feed} ${campaigns}></long-read>`);
      await until('slots');
      await page.locator('.prompt, .rail').first().waitFor();
      await page.waitForTimeout(400);
      for (const hide of ['prompt meta', 'rails newsletter tags', '']) {
        await page.evaluate((words) => {
          window.told.length = 0;
          document.querySelector('long-read').setAttribute('hide', words);
        }, hide);
        await until('slots');
        await page.waitForTimeout(400);
        assert.equal(await page.evaluate(() => window.told.at(-1).html), print('--feed', article('latest'), '--campaigns', article('campaigns'), '--donate-hosts', donate_host, '--hide', hide), hide);
      }
      assert.deepEqual(faults, []);
    });

    test('several elements fetch each module once', async () => {
      await open(`<long-read src=/articles/tide.json ${feed}></long-read><long-read src=/articles/market.json ${feed}></long-read><long-read src=/articles/arabic.json></long-read>`);
      await until('ready', 3);
      await until('slots', 3);
      await page.locator('.carousel-next').first().waitFor();
      const files = asked.filter((path) => path.startsWith('/longread/')).sort();
      assert.deepEqual(files, ['behaviours.js', 'core.wasm', 'longread.js', 'markdown.wasm', 'slots.wasm', 'view.js'].map((file) => `/longread/${file}`));
    });

    test('without anything below it an article asks for no slots', async () => {
      await open('<long-read src=/articles/short.json></long-read>');
      await until('ready');
      await page.waitForTimeout(800);
      assert.deepEqual(await told(), ['ready']);
      assert.ok(!asked.includes('/longread/slots.wasm'));
    });
  });
}
