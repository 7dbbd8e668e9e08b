// The element where the page, the line or the markup is not as usual: many at once, a script that hangs or is missing,
// another document, attributes that make no sense.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { root } from '../command.mjs';
import { browsers, installed, serve } from './browsers.mjs';

const head = '<!doctype html><html lang=en><meta charset=utf-8><title>t</title><body>';
const tag = '<script type=module src=/longread/longread.js></script>';
const short = '<long-read src=/articles/short.json></long-read>';

for (const [name, launch] of Object.entries(browsers)) {
  describe(`the element in ${name}`, { skip: installed(name) ? false : `${name} is not installed`, timeout: 180_000 }, () => {
    let browser, page, server, origin, faults, warnings, asked, answers, html;
    before(async () => {
      ({ server, origin } = await serve(async (request, response, path) => {
        asked?.push(path);
        if (path === '/page.html') return response.writeHead(200, { 'Content-Type': 'text/html; charset=utf-8' }).end(html), true;
        return answers?.[path]?.(response, request);
      }));
      browser = await launch();
    });
    after(async () => {
      await browser?.close();
      await server?.close();
    });

    const counter = () => {
      window.instances = 0;
      window.told = [];
      for (const type of ['ready', 'error', 'slots']) addEventListener(`longread-${type}`, ({ detail }) => told.push([type, detail.code]));
      const { instantiate } = WebAssembly;
      WebAssembly.instantiate = (...given) => (++window.instances, instantiate.apply(WebAssembly, given));
    };
    const open = async (markup, server_answers = {}) => {
      await page?.context().close();
      [faults, warnings, asked, answers, html] = [[], [], [], server_answers, head + markup];
      page = await (await browser.newContext({ viewport: { width: 900, height: 700 } })).newPage();
      page.setDefaultTimeout(15_000);
      page.on('pageerror', (error) => faults.push(error.message));
      page.on('console', (message) => message.text().startsWith('[longread]') && warnings.push(message.text()));
      await page.addInitScript(counter);
      await page.goto(`${origin}/page.html`, { waitUntil: 'commit' });
    };
    const until = (type, count = 1) => page.waitForFunction(([wanted, least]) => window.told.filter(([one]) => one === wanted).length >= least, [type, count]);
    const told = () => page.evaluate(() => window.told);
    const slowly = (ms) => async () => void (await new Promise((resolve) => setTimeout(resolve, ms)));
    const missing = (response) => (response.writeHead(404).end(), true);
    const hanging = () => true;

    for (const [slow, after_ms] of [['core.wasm', 300], ['core.wasm', 2600], ['slots.wasm', 300]]) {
      test(`ten elements share an instance of each module (${slow} takes ${after_ms} ms)`, async () => {
        await open(tag + '<long-read src=/articles/tide.json></long-read>'.repeat(10), { [`/longread/${slow}`]: slowly(after_ms) });
        await until('slots', 10);
        assert.equal(await page.evaluate(() => window.instances), 2);
        assert.deepEqual(faults, []);
      });
    }

    test('ten articles in Markdown share one parser', async () => {
      await open(tag + '<long-read src=/articles/market.json hide="related rails newsletter prompt"></long-read>'.repeat(10), { '/longread/markdown.wasm': slowly(300) });
      await until('ready', 10);
      await page.waitForTimeout(500);
      assert.ok((await page.evaluate(() => window.instances)) <= 3);
    });

    test('a module that failed to come is asked for again by the next element', async () => {
      let times = 0;
      await open(tag + short, { '/longread/core.wasm': (response) => (++times === 1 ? missing(response) : false) });
      await until('error');
      await page.evaluate(() => document.body.insertAdjacentHTML('beforeend', '<long-read src=/articles/brief.json></long-read>'));
      await until('ready');
      assert.equal(times, 2);
    });

    test('who shares an instance that traps gets another', async () => {
      await open(`<script>{
        const { instantiate } = WebAssembly;
        let calls = 0;
        WebAssembly.instantiate = async (...given) => {
          const instance = await instantiate.apply(WebAssembly, given);
          if (++calls > 1) return instance;
          let asked = 0;
          // The first call warms up, the second is an article's.
          const answer = (...call) => { if (++asked > 1) throw new WebAssembly.RuntimeError('unreachable'); return instance.exports.answer(...call); };
          return { exports: { ...instance.exports, answer } };
        };
      }</script>${tag}${'<long-read src=/articles/short.json></long-read>'.repeat(5)}`, { '/longread/core.wasm': slowly(300) });
      await page.waitForFunction(() => window.told.length === 5);
      const states = (await told()).map(([type]) => type).sort();
      assert.deepEqual(states, ['error', 'ready', 'ready', 'ready', 'ready']);
    });

    test('a time-out that is none is the default, and one without end is long', async () => {
      const times = ['Infinity', '-5', '3000000000', 'abc', '0', '', '1e400'];
      await open(tag + times.map((ms) => `<long-read src=/articles/short.json timeout="${ms}"></long-read>`).join(''), { '/articles/short.json': slowly(300) });
      await until('ready', times.length);
      assert.deepEqual(warnings, []);
    });

    for (const mode of ['visible', 'idle']) {
      test(`loading=${mode} without behaviours.js, or with one that hangs, loads at once, or after the time-out`, async () => {
        const element = `<long-read src=/articles/short.json loading=${mode} timeout=700></long-read>`;
        await open(tag + element, { '/longread/behaviours.js': missing });
        await until('ready');
        await open(tag + element, { '/longread/behaviours.js': hanging });
        await page.waitForTimeout(300);
        assert.deepEqual(await told(), []);
        await until('ready');
        assert.deepEqual(faults, []);
      });
    }

    test('an article that comes back from another document has its style', async () => {
      await open(`${tag}<p></p><long-read src=/articles/tide.json></long-read>`);
      await until('slots');
      await page.waitForTimeout(500);
      const look = () => page.evaluate(() => {
        const { shadowRoot } = window.element;
        const style = (part) => getComputedStyle(shadowRoot.querySelector(part));
        return [style('.article').display, style('.headline').fontFamily, style('.newsletter-form').display, shadowRoot.adoptedStyleSheets.length];
      });
      await page.evaluate(() => (window.element = document.querySelector('long-read')));
      const before = await look();
      await page.evaluate(async () => {
        const frame = document.body.appendChild(document.createElement('iframe'));
        frame.contentDocument.body.append(element);
        await new Promise((resolve) => setTimeout(resolve, 500));
        document.body.append(element);
      });
      await page.waitForTimeout(700);
      assert.deepEqual(await look(), before);
      // And without a stay elsewhere.
      await page.evaluate(() => {
        document.implementation.createHTMLDocument('').adoptNode(element);
        document.body.append(element);
      });
      await page.waitForTimeout(700);
      assert.deepEqual(await look(), before);
      assert.deepEqual([faults, warnings], [[], []]);
    });

    test('with the rule of the manual nothing below the element jumps', { skip: name !== 'chromium' && 'only Chromium measures it' }, async () => {
      const [, rule] = /```css\n(@media \(scripting.*)\n```/.exec(readFileSync(join(root, 'web/README.md'), 'utf8'));
      for (const [style, jumps] of [['', true], [rule, false]]) {
        await open(`<style>${style}</style><script>
          window.shifts = 0;
          new PerformanceObserver((list) => list.getEntries().forEach((entry) => (shifts += entry.value))).observe({ type: 'layout-shift', buffered: true });
        </script>${tag}<header>Site</header><long-read src=/articles/tide.json><a href=/x>Read</a></long-read><p>Below<p>Below<footer>Foot</footer>`);
        await until('slots');
        await page.waitForTimeout(500);
        assert.equal((await page.evaluate(() => window.shifts)) > 0.005, jumps);
      }
    });

    test('a closed shadow root says so, and keeps what it holds', async () => {
      await open(`<long-read src=/articles/short.json><template shadowrootmode=closed><p id=inside>Rendered</p></template></long-read>${tag}`);
      await until('error');
      assert.deepEqual(await told(), [['error', 'shadow-closed']]);
      assert.match(warnings[0], /^\[longread\] \/articles\/short\.json: shadow-closed /);
      assert.ok(await page.evaluate(() => document.querySelector('long-read').getBoundingClientRect().height > 0));
    });

    test('elements with the same feed and campaigns ask for them once; one that goes leaves them to the others', async () => {
      const one = '<long-read src=/articles/tide.json feed=/articles/latest.json campaigns=/articles/campaigns.json donate-hosts=donate.harbour-lantern.example></long-read>';
      await open(tag + one.repeat(6), { '/articles/latest.json': slowly(800) });
      await until('slots', 6);
      await page.evaluate(() => document.querySelector('long-read').remove());
      await page.waitForFunction(() => [...document.querySelectorAll('long-read')].every(({ shadowRoot }) => shadowRoot.querySelector('.prompt')));
      // No story stands twice on a page: the feed's are shared out.
      assert.ok((await page.locator('.rail').count()) > 0);
      assert.equal(await page.locator('long-read').count(), 5);
      for (const path of ['/articles/latest.json', '/articles/campaigns.json']) assert.equal(asked.filter((each) => each === path).length, 1, path);
      assert.deepEqual([faults, warnings], [[], []]);
    });

    test('a feed that failed, or hung, is asked for again', async () => {
      const one = '<long-read src=/articles/tide.json feed=/articles/latest.json timeout=1500></long-read>';
      let times = 0;
      await open(tag + one, { '/articles/latest.json': (response) => [missing, hanging, () => false][times++]?.(response) });
      const again = () => page.evaluate(() => document.querySelector('long-read').setAttribute('hide', `meta ${performance.now()}`));
      for (const code of ['http-status', 'timeout']) {
        for (let tries = 0; !warnings.some((text) => text.includes(code)) && tries < 50; ++tries) await page.waitForTimeout(100);
        assert.ok(warnings.some((text) => text.includes(code)), warnings.join('; '));
        await again();
      }
      await page.locator('.rail').first().waitFor();
      assert.equal(times, 3);
    });
  });
}
