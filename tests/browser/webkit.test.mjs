// The third engine, by WebKitGTK: what could differ there, and no more. The other suites go deeper in the other two.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { serve } from './browsers.mjs';
import { answerPages, codes, compared, printFragment, showElement, untilPrinted } from './pages.mjs';
import { keys } from './webdriver.mjs';
import { launchWebkit, whyNoWebkit } from './webkit.mjs';

const reason = whyNoWebkit();
if (reason) console.log(`WebKit is not tested: ${reason}`);

const is_ready = () => Boolean(document.querySelector('long-read[state=ready]'));

describe('webkit', { skip: reason ?? false, timeout: 180_000 }, () => {
  const limit = { timeout: 40_000 };
  let close, origin, page, server;
  /** Paths that the server was asked for by the page at hand: one that was left may still have asked for more. */
  let asked, opened;

  before(async () => {
    ({ server, origin } = await serve((request, response, path) => {
      if (request.headers.referer === opened) asked?.push(path);
      return answerPages(request, response, path);
    }));
    ({ session: page, close } = await launchWebkit());
  }, limit);
  after(async () => {
    await close?.();
    await server?.close();
  }, limit);

  const open = (path) => {
    asked = [];
    opened = origin + path;
    return page.open(opened);
  };

  for (const body of compared) {
    test(`the shadow root of ${body} is what the command prints`, limit, async () => {
      await open('/bare.html');
      const printed = printFragment(body, origin);
      const { html } = await page.run(showElement, { src: `/articles/${body}.json`, until: untilPrinted(printed) });
      assert.equal(html, printed);
    });
  }

  for (const input of ['status', 'cut', 'html', 'gone']) {
    test(`bad input: ${input} says ${codes[input]} and leaves the fallback`, limit, async () => {
      await open('/bare.html');
      const said = await page.run(showElement, { src: `/bad/${input}.json` });
      assert.deepEqual([said.type, said.code, said.fallback], ['error', codes[input], true]);
    });
  }

  test('a strict policy with Trusted Types is enough', limit, async () => {
    await open('/strict.html');
    await page.waitFor(is_ready);
    assert.ok(await page.run(() => document.querySelector('long-read').shadowRoot.querySelector('.body p').getClientRects().length > 0));
  });

  test('a pre-rendered page is adopted, not rendered again', limit, async () => {
    await open('/prerendered.html');
    await page.waitFor(() => Boolean(window.told));
    const same = await page.run(() => [window.told.adopted, window.first !== null, window.first === document.querySelector('long-read').shadowRoot.querySelector('h1')]);
    assert.deepEqual(same, [true, true, true]);
    assert.ok(asked.includes('/longread/longread.js'));
    assert.deepEqual(asked.filter((path) => /\.wasm$|articles/.test(path)), []);
  });

  test('a click on a button turns the carousel', limit, async () => {
    await open('/index.html');
    await page.waitFor(() => Boolean(document.querySelector('long-read').shadowRoot?.querySelector('.carousel-next')));
    const place = () => page.run(() => document.querySelector('long-read').shadowRoot.querySelector('[data-part=track]').scrollLeft);
    assert.equal(await place(), 0);
    await page.click(await page.findInside('long-read', '.carousel-next'));
    await page.waitFor(() => document.querySelector('long-read').shadowRoot.querySelector('[data-part=track]').scrollLeft > 100);
  });

  test('a note is reached by its link, and by the address', limit, async () => {
    const reached = () => {
      const inside = document.querySelector('long-read').shadowRoot;
      const note = inside?.getElementById('lr-fn-plan');
      if (!note) return false;
      const { top } = note.getBoundingClientRect();
      return location.hash === '#lr-fn-plan' && top >= -2 && top < innerHeight && inside.activeElement === note;
    };
    await open('/cases/all-blocks.html');
    await page.waitFor(is_ready);
    // Until the behaviours have come.
    await page.waitFor(() => {
      const inside = document.querySelector('long-read').shadowRoot;
      inside.querySelector('#lr-fnref-plan a').click();
      return Boolean(inside.activeElement);
    });
    await page.waitFor(reached);
    await open('/bare.html');
    await open('/cases/all-blocks.html#lr-fn-plan');
    await page.waitFor(reached);
  });

  test('Tab leads to a story, and Enter chooses it', limit, async () => {
    await open('/index.html');
    await page.waitFor(() => Boolean(document.querySelector('long-read').shadowRoot?.querySelector('.carousel-next')));
    await page.run(() => addEventListener('longread-select', (event) => {
      window.chosen = event.detail.url;
      event.preventDefault();
    }));
    // Before the stories stand the page's own links and the article's.
    const target = () => page.run(() => document.activeElement.shadowRoot?.activeElement?.matches('.card-link') ? document.activeElement.shadowRoot.activeElement.href : '');
    let url = '';
    for (let presses = 0; presses < 80 && !url; ++presses) {
      await page.press(keys.tab);
      url = await target();
    }
    assert.match(url, /^http/, 'no story has the focus after 80 presses');
    await page.press(keys.enter);
    await page.waitFor((wanted) => window.chosen === wanted, url);
  });
});
