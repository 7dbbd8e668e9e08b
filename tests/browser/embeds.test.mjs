// Embeds are links until a reader asks: what is loaded then, in what frame, and how the link comes back.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { after, before, describe, test } from 'node:test';
import { createServer } from '../../web/tools/dev-server.mjs';
import { command } from '../command.mjs';
import { requireWeb } from '../web-modules.mjs';
import { browsers, installed } from './browsers.mjs';
import { article as demo } from './pages.mjs';

const axe = readFileSync(requireWeb.resolve('axe-core/axe.min.js'), 'utf8');
const module_tag = '<script type=module src=/longread/longread.js></script>';
const head = `<!doctype html><html lang=en><meta charset=utf-8><title>t</title>${module_tag}<main>`;
const listener = `<script>window.asked = []; addEventListener('longread-embed', (event) => { asked.push(event.detail); if (window.vetoes) event.preventDefault(); });</script>`;
const hosts = 'embed-hosts="maps.example.org social.example.org localhost"';
const element = `<long-read ${hosts} src=/embeds.json></long-read>`;

const links = {
  film: 'https://youtu.be/aqz-KE-bpKQ?t=9',
  second: 'https://vimeo.com/1084537',
  chart: 'https://datawrapper.dwcdn.net/aB3d9/2/',
  map: 'https://maps.example.org/island?zoom=4',
  toot: 'https://social.example.org/@warden/109',
  unknown: 'https://video.example/watch/1',
  alike: 'https://www.youtube.com.evil.example/watch?v=aqz-KE-bpKQ',
};
const blocks = Object.entries(links).flatMap(([name, url]) => [
  { type: 'embed', url, title: `The ${name}`, ...(name === 'second' && { poster: { src: '/pictures/observatory.svg', width: 1200, height: 800, alt: '' } }) },
  { type: 'paragraph', text: 'A paragraph between two embeds, which must not move before the reader does something.' },
]);
const article = JSON.stringify({ longread: 1, title: 'Embeds', lang: 'en', body: { blocks } });

const policy = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; connect-src 'self'; img-src 'self'; require-trusted-types-for 'script'; trusted-types longread";
/** Pages of this suite, with their policies. */
const pages = {
  '/embeds.html': [`${head}${element}${listener}`],
  '/strict.html': [`${head}${element}`, policy],
  '/allowed.html': [`${head}${element}`, `${policy}; frame-src https://www.youtube-nocookie.com`],
  '/german.html': [`${head}<long-read lang=de src=/embeds.json></long-read>`],
  '/feed.html': [`${head}<long-read src=/embeds.json feed=/late.json></long-read>`],
};

for (const [name, launch] of Object.entries(browsers)) {
  describe(`embeds in ${name}`, { skip: installed(name) ? false : `${name} is not installed`, timeout: 180_000 }, () => {
    let browser, context, page, server, foreign, faults, release;
    before(async () => {
      server = await createServer({
        hook: async (_request, response, path) => {
          if (path === '/embeds.json') return response.writeHead(200, { 'Content-Type': 'application/json' }).end(article);
          if (path === '/late.json') {
            await new Promise((resolve) => (release = resolve));
            return response.writeHead(200, { 'Content-Type': 'application/json' }).end(readFileSync(new URL('../../web/demo/articles/latest.json', import.meta.url)));
          }
          if (path === '/adopted.html') {
            const printed = execFileSync(command, ['render', '--page', '--src', '/articles/all-blocks.json', demo('all-blocks')], { stdio: ['ignore', 'pipe', 'ignore'] });
            return response.writeHead(200, { 'Content-Type': 'text/html; charset=utf-8' }).end(printed);
          }
          if (!pages[path]) return false;
          const [html, csp] = pages[path];
          return response.writeHead(200, { 'Content-Type': 'text/html; charset=utf-8', ...(csp && { 'Content-Security-Policy': csp }) }).end(html);
        },
      });
      browser = await launch();
    });
    after(async () => {
      release?.();
      await browser?.close();
      await server?.close();
    });

    /** Opens a page of its own context, with providers of ours, and waits until its embeds can be opened. */
    const open = async (path, { clock = false } = {}) => {
      await context?.close();
      faults = [];
      foreign = [];
      context = await browser.newContext({ viewport: { width: 900, height: 700 } });
      page = await context.newPage();
      page.setDefaultTimeout(15_000);
      // Firefox's driver takes what a policy stops for an error.
      page.on('pageerror', ({ message }) => message.includes('frame-src') || faults.push(message));
      await context.route((url) => url.hostname !== 'localhost', (route) => {
        foreign.push(route.request().url());
        if (clock) return;
        return route.fulfill({ contentType: 'text/html', body: '<!doctype html><title>provider</title><input autofocus><p>Provider' });
      });
      if (clock) await page.clock.install();
      await page.addInitScript(() => {
        window.shift = 0;
        if (PerformanceObserver.supportedEntryTypes.includes('layout-shift')) {
          new PerformanceObserver((list) => list.getEntries().forEach((entry) => entry.hadRecentInput || (window.shift += entry.value))).observe({ type: 'layout-shift', buffered: true });
        }
      });
      await page.goto(server.url + path);
      if (clock) await page.clock.runFor(1000);
      await page.locator('.embed-hint').first().waitFor();
    };
    const link = (title) => page.locator('.embed-link', { hasText: `The ${title}` });
    /** Clicks while there are frames: Chromium sends clicks right after a scroll to the frame that was there before. */
    const settleAndClick = async (title) => {
      await link(title).scrollIntoViewIfNeeded();
      await page.waitForTimeout(300);
      await link(title).click();
    };
    const frame = () => page.locator('.embed iframe');
    // Attached, not visible: frames out of sight are not laid out.
    const shown = (title) => page.frameLocator(`iframe[title="${title}"]`).getByText('Provider').waitFor({ state: 'attached' });
    const focused = () => page.evaluate(() => {
      const { activeElement } = document.querySelector('long-read').shadowRoot;
      return activeElement && `${activeElement.localName}.${activeElement.className.split(' ')[0]}`;
    });

    test('nothing is asked of other hosts before a click, and a line says which one it would be', async () => {
      await open('/embeds.html');
      await page.waitForTimeout(700);
      assert.deepEqual(foreign, []);
      const lines = await page.locator('.embed-hint').allTextContents();
      assert.deepEqual(lines.map((line) => line.trim()), ['youtube.com', 'vimeo.com', 'datawrapper.de', 'maps.example.org', 'social.example.org'].map((host) => `Loads content from ${host}`));
      await open('/german.html');
      assert.equal((await page.locator('.embed-hint').first().textContent()).trim(), 'Lädt Inhalte von youtube.com');
      assert.equal(await page.locator('.embed-hint').count(), 3);
    });

    test('a click loads exactly the expected address, in a frame with no more rights than it needs', async () => {
      await open('/embeds.html');
      await link('film').click();
      await shown('The film');
      assert.deepEqual(foreign, ['https://www.youtube-nocookie.com/embed/aqz-KE-bpKQ?autoplay=1&start=9']);
      assert.deepEqual(await page.evaluate(() => window.asked), [{ url: foreign[0], host: 'youtube.com' }]);
      const attributes = await frame().evaluate((iframe) => Object.fromEntries([...iframe.attributes].map(({ name, value }) => [name, value])));
      assert.deepEqual(attributes, {
        src: foreign[0],
        title: 'The film',
        sandbox: 'allow-scripts allow-same-origin allow-popups allow-popups-to-escape-sandbox allow-presentation',
        allow: 'autoplay; encrypted-media; fullscreen; picture-in-picture',
        referrerpolicy: 'strict-origin-when-cross-origin',
      });
      const { width, height } = await frame().boundingBox();
      assert.ok(Math.abs(width / height - 16 / 9) < 0.02, `${width} x ${height}`);
      await settleAndClick('chart');
      await shown('The chart');
      assert.equal(foreign[1], 'https://datawrapper.dwcdn.net/aB3d9/2/');
      const chart = page.locator('[title="The chart"]');
      assert.deepEqual([await chart.getAttribute('allow'), await chart.getAttribute('referrerpolicy')], ['fullscreen', 'no-referrer']);
      assert.deepEqual(faults, []);
    });

    for (const key of ['Enter', 'Space']) {
      test(`${key} opens, Close and Escape bring the link back, and the focus goes along`, async () => {
        await open('/embeds.html');
        const top = await page.evaluate(() => scrollY);
        await link('film').focus();
        await page.keyboard.press(key);
        await frame().waitFor();
        assert.equal(await focused(), 'iframe.');
        assert.equal(await page.evaluate(() => scrollY), top);
        await shown('The film');
        const button = page.getByRole('button', { name: 'Close: The film' });
        await button.focus();
        await page.keyboard.press(key === 'Enter' ? 'Enter' : 'Escape');
        await link('film').waitFor();
        assert.equal(await frame().count(), 0);
        assert.equal(await focused(), 'a.embed-link');
        assert.equal(await page.locator('.embed-hint').count(), 5);
        assert.deepEqual(faults, []);
      });
    }

    test('a click with a key held opens the link as always', async () => {
      await open('/embeds.html');
      const followed = await link('film').evaluate((anchor) => {
        const results = [];
        // After ours; keeps the browser from leaving.
        document.addEventListener('click', (event) => {
          results.push(!event.defaultPrevented);
          event.preventDefault();
        });
        for (const key of ['ctrlKey', 'metaKey', 'shiftKey', 'altKey']) anchor.dispatchEvent(new MouseEvent('click', { [key]: true, bubbles: true, cancelable: true, composed: true }));
        return results;
      });
      assert.deepEqual(followed, [true, true, true, true]);
      assert.equal(await frame().count(), 0);
    });

    test('a page may veto', async () => {
      await open('/embeds.html');
      await page.evaluate(() => (window.vetoes = true));
      await link('film').click();
      await page.waitForTimeout(300);
      assert.equal(await frame().count(), 0);
      assert.equal(new URL(page.url()).pathname, '/embeds.html');
      assert.equal((await page.evaluate(() => window.asked)).length, 1);
      await page.evaluate(() => (window.vetoes = false));
      await link('film').click();
      await frame().waitFor();
    });

    test('unknown hosts, and those that look alike, stay links', async () => {
      await open('/embeds.html');
      for (const title of ['unknown', 'alike']) {
        assert.equal(await link(title).getAttribute('role'), null);
        const prevented = await link(title).evaluate((anchor) => new Promise((resolve) => {
          document.addEventListener('click', (event) => {
            resolve(event.defaultPrevented);
            event.preventDefault();
          }, { once: true });
          anchor.click();
        }));
        assert.equal(prevented, false, title);
      }
      assert.deepEqual(foreign, []);
    });

    test("the publisher's own hosts are framed, and the list may change", async () => {
      await open('/embeds.html');
      await link('map').click();
      await shown('The map');
      await settleAndClick('toot');
      await shown('The toot');
      assert.deepEqual(foreign, [links.map, `${links.toot}/embed`]);
      await page.locator('.embed-close').first().click();
      await page.evaluate(() => document.querySelector('long-read').setAttribute('embed-hosts', 'video.example'));
      await page.waitForFunction(() => document.querySelector('long-read').shadowRoot.querySelectorAll('.embed-hint').length === 4);
      assert.match(await link('unknown').textContent(), /Loads content from video\.example/);
      assert.doesNotMatch(await link('map').textContent(), /Loads/);
    });

    test('nothing moves by itself', { skip: name !== 'chromium' && 'Chromium measures it' }, async () => {
      await open('/embeds.html');
      await page.waitForTimeout(400);
      await link('second').click();
      await shown('The second');
      await page.waitForTimeout(700);
      assert.equal(await page.evaluate(() => window.shift), 0);
    });

    test('the line takes no room', async () => {
      await open('/embeds.html');
      const heights = await page.evaluate(() => [...document.querySelector('long-read').shadowRoot.querySelectorAll('.embed')].map((figure) => figure.getBoundingClientRect().height));
      assert.equal(heights[0], heights[5]);
    });

    test('axe finds nothing, on links and on frames', { skip: name !== 'chromium' && 'judged in Chromium' }, async () => {
      await open('/embeds.html');
      await page.evaluate(axe);
      const judge = () => page.evaluate(async () => (await window.axe.run(document, { iframes: false })).violations.map(({ id, nodes }) => `${id}: ${nodes[0].target.join(' ')}`));
      assert.deepEqual(await judge(), []);
      await link('film').click();
      await frame().waitFor();
      assert.deepEqual(await judge(), []);
    });

    test('in a pre-rendered article they open as well', async () => {
      await open('/adopted.html');
      assert.equal(await page.locator('.embed-hint').first().evaluate((line) => getComputedStyle(line).position), 'absolute');
      await page.getByRole('button', { name: 'Sintel' }).click();
      await shown('Sintel, a film for nights with too much cloud');
      assert.deepEqual(foreign, ['https://www.youtube-nocookie.com/embed/eRsGyueVLvQ?autoplay=1']);
    });

    test('under a policy without frames the link comes back and says so', async () => {
      await open('/strict.html');
      await link('film').focus();
      await page.keyboard.press('Enter');
      await page.getByText('This could not be loaded here.').waitFor();
      assert.equal(await frame().count(), 0);
      // Firefox tells its driver of requests that its policy then stops.
      if (name !== 'firefox') assert.deepEqual(foreign, []);
      assert.equal(await focused(), 'a.embed-link');
      assert.deepEqual([await link('film').getAttribute('role'), await link('film').getAttribute('href')], [null, links.film]);
      assert.deepEqual(faults, []);
      await open('/allowed.html');
      await link('film').click();
      await shown('The film');
      await page.waitForTimeout(300);
      assert.equal(await frame().count(), 1);
    });

    test('a provider that does not answer in ten seconds is a link again', async () => {
      await open('/embeds.html', { clock: true });
      await link('film').click();
      await frame().waitFor();
      await page.clock.runFor(9500);
      assert.equal(await frame().count(), 1);
      await page.clock.runFor(1000);
      await page.getByText('This could not be loaded here.').waitFor();
      assert.equal(await frame().count(), 0);
    });

    test('stories that come late leave an open frame alone; removal closes it', async () => {
      await open('/feed.html');
      await link('film').click();
      await shown('The film');
      const slots = page.evaluate(() => new Promise((resolve) => addEventListener('longread-slots', () => resolve(), { once: true })));
      release();
      await slots;
      await page.waitForTimeout(500);
      assert.equal(await frame().count(), 1);
      assert.equal(foreign.length, 1);
      await page.locator('.embed-close').click();
      assert.equal(await focused(), 'a.embed-link');
      await link('film').click();
      await frame().waitFor();
      const left = await page.evaluate(() => {
        const element = document.querySelector('long-read');
        element.remove();
        const count = (selector) => element.shadowRoot.querySelectorAll(selector).length;
        return [count('iframe'), count('.embed-hint'), count('[role=button]'), count('.embed-plays'), count('.embed > .embed-link')];
      });
      assert.deepEqual(left, [0, 0, 0, 0, 7]);
      assert.deepEqual(faults, []);
    });
  });
}
