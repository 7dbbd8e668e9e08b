// A publisher's page in real browsers: what the reader sees, what the element says, and that its bytes are the command's.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { browsers, installed, serve } from './browsers.mjs';
import { command, root } from '../command.mjs';
import { requireWeb } from '../web-modules.mjs';

const article = (name) => join(root, 'web/demo/articles', `${name}.json`);
const axe = readFileSync(requireWeb.resolve('axe-core/axe.min.js'), 'utf8');

const whole = readFileSync(article('short'));
/** What the server gives for the bad inputs of web/README.md. */
const bad = {
  '/bad/status.json': (response) => response.writeHead(404).end(),
  '/bad/html.json': (response) => response.writeHead(200, { 'Content-Type': 'text/html' }).end('<!doctype html><p>Not found'),
  '/bad/cut.json': (response) => response.writeHead(200).end(whole.subarray(0, whole.length / 2)),
  '/bad/version.json': (response) => response.writeHead(200).end('{"longread": 9}'),
  '/bad/empty.json': (response) => response.writeHead(200).end('{"longread": 1, "title": "T", "body": {"blocks": []}}'),
  '/bad/large.json': (response) => response.writeHead(200).end(Buffer.alloc(20 << 20, 0x20)),
  '/bad/slow.json': () => {},
  '/bad/gone.json': (response) => response.destroy(),
};
const codes = {
  status: 'http-status', html: 'html-not-json', cut: 'json-syntax', version: 'unsupported-version', empty: 'empty-body',
  large: 'too-large', slow: 'timeout', gone: 'fetch-failed',
};

function hook(request, response, path) {
  if (path === '/bare.html') {
    response.writeHead(200, { 'Content-Type': 'text/html; charset=utf-8' });
    response.end('<!doctype html><meta charset=utf-8><title>t</title><script type=module src=/longread/longread.js></script>');
    return true;
  }
  if (path === '/no-wasm.html') {
    response.writeHead(200, { 'Content-Type': 'text/html', 'Content-Security-Policy': "script-src 'self'" });
    response.end('<!doctype html><script type=module src=/longread/longread.js></script><long-read src=/articles/short.json><a href=/x>Read</a></long-read>');
    return true;
  }
  if (path === '/strict.html') {
    const policy = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; connect-src 'self'; img-src 'self'; media-src 'self'; require-trusted-types-for 'script'; trusted-types 'none'; base-uri 'none'";
    response.writeHead(200, { 'Content-Type': 'text/html', 'Content-Security-Policy': policy });
    response.end('<!doctype html><title>t</title><script type=module src=/longread/longread.js></script><long-read src=/articles/tide.json></long-read>');
    return true;
  }
  if (path === '/prerendered.html') {
    const page = execFileSync(command, ['render', '--page', '--src', '/articles/tide.json', '--base', `http://${request.headers.host}/articles/tide.json`, article('tide')], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
    response.writeHead(200, { 'Content-Type': 'text/html; charset=utf-8' });
    // The first node is kept before any script of ours runs, to be compared with what stands there later.
    response.end(page.replace('<script type="module"', '<script>addEventListener("DOMContentLoaded", () => { window.first = document.querySelector("long-read").shadowRoot.querySelector("h1"); }); addEventListener("longread-ready", (e) => { window.told = e.detail; });</script><script type="module"'));
    return true;
  }
  const answer = bad[path];
  if (answer) answer(response);
  return Boolean(answer);
}

/** Puts an element on a bare page and waits for what it says. */
const show = (page, attributes) => page.evaluate((given) => new Promise((resolve) => {
  const element = document.createElement('long-read');
  for (const [name, value] of Object.entries(given)) element.setAttribute(name, value);
  element.innerHTML = '<a href="/fallback">Read the article</a>';
  for (const type of ['ready', 'error']) {
    element.addEventListener(`longread-${type}`, (event) => resolve({ type, code: event.detail.code, html: element.shadowRoot?.innerHTML ?? '', fallback: element.querySelector('a').getClientRects().length > 0 }));
  }
  document.body.append(element);
}), attributes);

for (const [name, launch] of Object.entries(browsers)) {
  describe(name, { skip: installed(name) ? false : `${name} is not installed`, timeout: 240_000 }, () => {
    let browser, context, page, server, origin;
    before(async () => {
      ({ server, origin } = await serve(hook));
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

    for (const body of ['tide', 'market', 'archive', 'all-blocks', 'arabic', 'japanese']) {
      test(`the shadow root of ${body} is what the command prints`, async () => {
        await page.goto(`${origin}/bare.html`);
        const { html } = await show(page, { src: `/articles/${body}.json` });
        const printed = execFileSync(command, ['render', '--fragment', '--base', `${origin}/articles/${body}.json`, article(body)], { encoding: 'utf8' });
        assert.equal(html, printed);
      });
    }

    for (const [input, code] of Object.entries(codes)) {
      test(`bad input: ${input} says ${code} and leaves the fallback`, async () => {
        await page.goto(`${origin}/bare.html`);
        const said = await show(page, { src: `/bad/${input}.json`, timeout: '700' });
        assert.deepEqual([said.type, said.code, said.fallback], ['error', code, true]);
      });
    }

    test('blocked WebAssembly leaves the fallback', async () => {
      await page.goto(`${origin}/no-wasm.html`);
      await page.waitForFunction(() => document.querySelector('long-read[state=failed]'));
      assert.ok(await page.getByText('Read').isVisible());
    });

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

    for (const demo of ['index', 'cases/all-blocks', 'cases/markdown', 'cases/arabic', 'cases/japanese']) {
      // One engine judges the markup; it is the same bytes in both.
      test(`axe finds nothing on ${demo}`, { skip: name !== 'chromium' && 'judged in Chromium' }, async () => {
        await page.goto(`${origin}/${demo}.html`);
        await ready();
        await page.waitForTimeout(600);
        await page.evaluate(axe);
        const found = await page.evaluate(async () => (await window.axe.run(document)).violations.map(({ id, nodes }) => `${id}: ${nodes[0].target.join(' ')}`));
        assert.deepEqual(found, []);
      });
    }
  });
}
