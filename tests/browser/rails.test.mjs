// What readers see of other stories: the carousel by the rules of the APG and against the faults that carousels have
// again and again, teasers that open, rails alone and beside articles, what a device remembers.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { command, root as project } from '../command.mjs';
import { requireWeb } from '../web-modules.mjs';
import { browsers, installed, serve } from './browsers.mjs';
import { article } from './pages.mjs';

const axe = readFileSync(requireWeb.resolve('axe-core/axe.min.js'), 'utf8');
const corpus = join(project, '../shared/corpora/security/surface.json');
const loader = '<script type=module src=/longread/longread.js></script>';
const rails = '<script type=module src=/longread/rail.js></script>';
const feed = '/articles/latest.json';
const lamp = '/cases/short.html';

const words = (count) => Array.from({ length: count }, (_, i) => `word${i}`).join(' ');
const card = (i, more = {}) => ({
  id: `s${i}`, url: `/story/${i}`, title: `Story number ${i}`, kicker: [{ label: 'Coast' }],
  image: { src: '/pictures/harbour.svg', width: 1200, height: 800, alt: `Picture ${i}`, caption: `Caption ${i}`, credit: 'Ines Hallam' },
  teaser: [`First of ${i}.`, `Second of ${i}.`], published: `2026-03-${String(20 - i).padStart(2, '0')}`, ...more,
});
const story = (more) => ({ longread: 1, title: 'A story', url: '/cases/short.html', body: { html: `<p>${words(400)}</p>` }, ...more });
const documents = {
  '/doc/eight.json': story({ related: Array.from({ length: 8 }, (_, i) => card(i)) }),
  '/doc/two.json': story({ related: [card(0), card(1)] }),
  '/doc/rtl.json': story({ lang: 'ar', title: 'قصة', related: Array.from({ length: 8 }, (_, i) => card(i)) }),
  '/doc/same-alt.json': story({ related: [card(0, { image: { src: '/pictures/harbour.svg', width: 3, height: 2, alt: 'Story number 0', caption: 'Story number 0' } }), card(1)] }),
  '/doc/whole.json': story({ related: [card(0, { article: '/articles/archive.json' }), card(1, { article: '/doc/none.json' }), card(2, { article: '/doc/slow.json' })] }),
  '/doc/long.json': story({ url: '/story/long', body: { html: `<p>${words(3000)}</p>` } }),
  '/doc/lean.json': story({ url: '/story/lean', body: { html: '<p>So little to read.</p>' } }),
  '/doc/other-feed.json': { version: 'https://jsonfeed.org/version/1.1', title: 'Feed', items: Array.from({ length: 12 }, (_, i) => ({ ...card(i), date_published: `2026-03-${String(28 - i).padStart(2, '0')}T00:00:00Z` })) },
};

const names = { previous: 'Previous stories', next: 'Next stories' };

for (const [name, launch] of Object.entries(browsers)) {
  describe(`rails in ${name}`, { skip: installed(name) ? false : `${name} is not installed`, timeout: 400_000 }, () => {
    let browser, context, page, server, origin, faults, warnings, asked;
    before(async () => {
      ({ server, origin } = await serve((request, response, path) => {
        asked?.push(path);
        if (path === '/plain.html' || path === '/rtl.html') {
          const dir = path === '/rtl.html' ? 'lang=ar dir=rtl' : 'lang=en';
          response.writeHead(200, { 'Content-Type': 'text/html; charset=utf-8' });
          response.end(`<!doctype html><html ${dir}><meta name=viewport content="width=device-width"><title>t</title><body>`);
          return true;
        }
        if (path === '/doc/slow.json') return true;
        if (path === '/prerendered.html' || path === '/no-script.html') {
          const of = path === '/no-script.html' ? 'tide' : 'short';
          const html = execFileSync(command, ['render', '--page', '--base', `${origin}/articles/${of}.json`, '--feed', article('latest'), article(of)], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
          response.writeHead(200, { 'Content-Type': 'text/html; charset=utf-8' }).end(path === '/no-script.html' ? html.replace(/<script.*?<\/script>/, '') : html);
          return true;
        }
        if (!documents[path]) return false;
        response.writeHead(200, { 'Content-Type': 'application/json' }).end(JSON.stringify(documents[path]));
        return true;
      }));
      browser = await launch();
    });
    after(async () => {
      await browser?.close();
      await server?.close();
    });

    /** A page of its own context. `prepare` runs before any script of it, `keep` stays in the same context: the same device. */
    const open = async (markup, { width = 1000, height = 800, path = '/plain.html', prepare, given, keep, clock, ...options } = {}) => {
      if (keep) await page.close();
      else {
        await context?.close();
        context = await browser.newContext({ viewport: { width, height }, ...options });
      }
      [faults, warnings, asked] = [[], [], []];
      page = await context.newPage();
      page.setDefaultTimeout(15_000);
      page.on('pageerror', (error) => faults.push(error.message));
      page.on('console', (message) => message.type() === 'warning' && warnings.push(message.text()));
      if (clock) await page.clock.install();
      if (prepare) await page.addInitScript(prepare, given);
      // Firefox's driver cannot ask for less motion.
      if (name === 'firefox' && options.reducedMotion === 'reduce') {
        await page.addInitScript(() => {
          const { matchMedia } = window;
          window.matchMedia = (query) => (/reduced-motion/.test(query) ? { matches: true } : matchMedia.call(window, query));
        });
      }
      await page.goto(origin + path);
      if (!markup) return;
      await page.evaluate((html) => {
        window.told = [];
        for (const type of ['ready', 'slots', 'error', 'select']) {
          addEventListener(`longread-${type}`, (event) => {
            told.push([type, event.target.localName, event.detail]);
            event.preventDefault();
          });
        }
        const range = document.createRange();
        range.selectNode(document.body);
        document.body.append(range.createContextualFragment(html));
      }, markup);
    };
    const carousel = async (options = {}) => {
      await open(`${loader}<long-read src=${options.source ?? '/doc/eight.json'}></long-read>`, options);
      await page.locator('.carousel-choice').waitFor({ state: 'attached' });
    };
    const track = () => page.locator('[data-part=track]');
    const place = () => track().evaluate((list) => list.scrollLeft);
    /** Until it no longer moves. */
    const settled = async () => {
      for (let before = NaN, now = await place(); now !== before; ) {
        before = now;
        await page.waitForTimeout(250);
        now = await place();
      }
      return place();
    };
    const button = (which) => page.getByRole('button', { name: names[which] });
    const disabled = (which) => button(which).getAttribute('aria-disabled');
    /** Of each card: whether all of its width is in the list's box. */
    const inSight = () => track().evaluate((list) => {
      const view = list.getBoundingClientRect();
      return [...list.children].map((one) => one.getBoundingClientRect()).map(({ left, right }) => left >= view.left - 1 && right <= view.right + 1);
    });
    const focused = () => page.evaluate(() => {
      let active = document.activeElement;
      while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
      return { text: active?.getAttribute('aria-label') ?? active?.textContent.replace(/\s+/g, ' ').trim() ?? '', class: active?.className ?? '' };
    });
    const titles = (selector) => page.locator(selector).evaluateAll((links) => links.map((link) => link.textContent.trim()));
    const railsReady = () => page.waitForFunction(() => [...document.querySelectorAll('long-read-rail')].every((rail) => rail.matches('[state=ready], [state=empty], [state=failed]')));
    const railTitles = () => page.evaluate(() => [...document.querySelectorAll('long-read-rail')].map(({ shadowRoot }) => [...(shadowRoot?.querySelectorAll('.rail-item > a') ?? [])].map((link) => link.textContent)));
    const quiet = () => assert.deepEqual(faults, []);

    // The carousel: https://www.w3.org/WAI/ARIA/apg/patterns/carousel/ and what goes wrong in others.

    test('APG: a region that is named by its visible heading, and not with the word for what it is', async () => {
      await carousel();
      const region = page.getByRole('region', { name: 'Related stories' });
      assert.equal(await region.getAttribute('aria-roledescription'), 'carousel');
      assert.ok(await page.getByRole('heading', { name: 'Related stories' }).isVisible());
      assert.equal(await region.getByRole('listitem').filter({ has: page.locator('.card-link') }).count(), 8);
      quiet();
    });

    test('APG: real buttons that turn, keep the focus and say when there is no more, without going away', async () => {
      await carousel({ reducedMotion: 'reduce' });
      assert.deepEqual([await disabled('previous'), await disabled('next')], ['true', 'false']);
      await button('next').focus();
      for (let turns = 0; turns < 9 && (await disabled('next')) === 'false'; ++turns) {
        await page.keyboard.press(turns % 2 ? 'Space' : 'Enter');
        await settled();
        assert.equal((await focused()).text, names.next);
      }
      assert.deepEqual([await disabled('previous'), await disabled('next')], ['false', 'true']);
      const end = await place();
      await page.keyboard.press('Enter');
      assert.equal(await settled(), end);
      assert.ok(await button('next').isVisible());
      assert.equal((await focused()).text, names.next);
    });

    test('no card is passed over: what was cut off before a turn stands whole after it', async () => {
      for (const width of [360, 760, 1280]) {
        await carousel({ width, reducedMotion: 'reduce' });
        let sight = await inSight();
        assert.ok(sight[0], `at ${width}`);
        const seen = new Set(sight.flatMap((whole, i) => (whole ? [i] : [])));
        for (let turns = 0; turns < 9 && (await disabled('next')) === 'false'; ++turns) {
          await button('next').click();
          await settled();
          sight = await inSight();
          sight.forEach((whole, i) => whole && seen.add(i));
          if ((await disabled('next')) === 'false') assert.equal(Math.max(...seen) + 1, seen.size, `a gap at ${width}: ${[...seen]}`);
        }
        assert.deepEqual([...seen].sort((a, b) => a - b), [0, 1, 2, 3, 4, 5, 6, 7], `at ${width}`);
      }
    });

    test('a part of the next card shows that there is more', async () => {
      for (const width of [320, 760, 1280]) {
        await carousel({ width });
        const shares = await track().evaluate((list) => {
          const view = list.getBoundingClientRect();
          return [...list.children].map((one) => one.getBoundingClientRect()).map(({ left, right, width }) => (Math.min(right, view.right) - left) / width);
        });
        const cut = shares.find((share) => share < 0.99);
        assert.ok(cut > 0.1 && cut < 0.5, `${cut} at ${width}`);
      }
    });

    test('where all cards fit there is nothing to turn', async () => {
      await carousel({ source: '/doc/two.json', width: 1280 });
      assert.ok(!(await button('next').isVisible()) && !(await page.locator('.carousel-choice').isVisible()));
    });

    test('a button that has the focus stays when the window grows', async () => {
      await carousel({ source: '/doc/two.json', width: 400 });
      await button('next').focus();
      await page.setViewportSize({ width: 1280, height: 800 });
      await page.waitForTimeout(400);
      assert.equal((await focused()).text, names.next);
      await page.keyboard.press('Tab');
      await page.waitForTimeout(100);
      quiet();
    });

    test('focus never enters a hidden card: by Tab each one comes into sight, forth and back', async () => {
      for (const [path, source, reducedMotion] of [['/plain.html', '/doc/eight.json', 'reduce'], ['/plain.html', '/doc/eight.json', 'no-preference'], ['/rtl.html', '/doc/rtl.json', 'reduce']]) {
        await carousel({ width: 700, path, source, reducedMotion });
        await page.locator('.card-link').first().focus();
        const check = async (key) => {
          await settled();
          const { text, class: css } = await focused();
          if (!css.includes('card-link') && !css.includes('more-toggle')) return false;
          const seen = await page.evaluate(() => {
            const active = document.querySelector('long-read').shadowRoot.activeElement;
            const [box, view] = [active.closest('.card'), active.closest('.cards')].map((one) => one.getBoundingClientRect());
            return box.left >= view.left - 1 && box.right <= view.right + 1;
          });
          assert.ok(seen, `${text} is cut off on ${path}`);
          await page.keyboard.press(key);
          return true;
        };
        let steps = 0;
        while (steps < 40 && (await check('Tab'))) ++steps;
        assert.equal(steps, 16, path);
        await page.locator('.card .more-toggle').last().focus();
        for (steps = 0; steps < 40 && (await check('Shift+Tab')); ) ++steps;
        assert.equal(steps, 16, path);
      }
    });

    test('nothing in it is hidden from screen readers, whatever is in sight', async () => {
      await carousel({ reducedMotion: 'reduce' });
      for (let turn = 0; turn < 3; ++turn) {
        const found = await track().evaluate((list) => ({ hidden: list.querySelectorAll('[aria-hidden], [inert], [hidden], [tabindex]').length, focusable: [...list.querySelectorAll('.card-link')].filter(({ tabIndex }) => tabIndex === 0).length }));
        assert.deepEqual(found, { hidden: 0, focusable: 8 });
        await button('next').click({ force: true });
        await settled();
      }
    });

    test('the arrows of the keyboard move it, as any box that scrolls', async () => {
      await carousel();
      await page.locator('.card-link').first().focus();
      for (let i = 0; i < 4; ++i) await page.keyboard.press('ArrowRight');
      assert.ok((await settled()) > 20);
    });

    test('it scrolls and snaps by itself, so a finger can swipe it, and never turns without the reader', async () => {
      await carousel();
      const style = await track().evaluate((list) => {
        const { overflowX, scrollSnapType, touchAction } = getComputedStyle(list);
        return [overflowX, scrollSnapType.split(' ')[0], touchAction, getComputedStyle(list.children[0]).scrollSnapAlign];
      });
      assert.deepEqual([style[0], style[2], style[3].split(' ')[0]], ['auto', 'auto', 'start']);
      assert.match(style[1], /inline|x/);
      const before = await place();
      await page.waitForTimeout(2500);
      assert.equal(await place(), before);
      await track().evaluate((list) => list.scrollTo({ left: 320, behavior: 'instant' }));
      await page.waitForFunction(() => document.querySelector('long-read').shadowRoot.querySelector('.carousel-previous').getAttribute('aria-disabled') === 'false');
    });

    test('with less motion it jumps', async () => {
      for (const [reducedMotion, jumps] of [['reduce', true], ['no-preference', false]]) {
        await carousel({ reducedMotion });
        const moved = await page.evaluate(() => {
          const root = document.querySelector('long-read').shadowRoot;
          root.querySelector('.carousel-next').click();
          return root.querySelector('.cards').scrollLeft;
        });
        assert.equal(moved > 200, jumps, reducedMotion);
      }
    });

    test('from right to left the list begins at the right, and the same buttons turn the other way', async () => {
      await carousel({ path: '/rtl.html', source: '/doc/rtl.json', reducedMotion: 'reduce', width: 700 });
      const next = page.locator('.carousel-next');
      assert.equal(await next.getAttribute('aria-label'), 'المقالات التالية');
      assert.equal((await inSight())[0], true);
      await next.click();
      assert.ok((await settled()) < -100);
      await page.locator('.carousel-previous').click();
      assert.equal(Math.round(await settled()), 0);
    });

    test('one source each for name, caption and text of the picture: a title is heard once', async () => {
      await carousel({ source: '/doc/same-alt.json' });
      const first = page.locator('.card').first();
      assert.equal(await first.locator('img').getAttribute('alt'), '');
      assert.equal(await first.locator('.caption').count(), 0);
      const heard = await page.locator('.card').nth(1).evaluate((one) => [one.innerText, ...[...one.querySelectorAll('img')].map(({ alt }) => alt)].join(' '));
      assert.equal(heard.match(/Picture 1/g).length, 1);
      assert.equal(await page.getByRole('link', { name: 'Story number 1', exact: true }).count(), 1);
      // Once more only as the name of the button, which means nothing without it.
      assert.equal((await page.locator('.card').nth(1).textContent()).match(/Story number 1/g).length, 2);
    });

    test('a reader who likes lists better is asked once', async () => {
      await carousel({ reducedMotion: 'reduce' });
      let choice = page.locator('.carousel-choice');
      assert.equal(await choice.textContent(), 'Show as a list');
      await choice.focus();
      await page.keyboard.press('Enter');
      assert.equal(await choice.textContent(), 'Show side by side');
      assert.match((await focused()).class, /carousel-choice/);
      assert.ok((await inSight()).every(Boolean));
      assert.ok(!(await button('next').isVisible()));
      assert.equal(await page.getByRole('region', { name: 'Related stories' }).getAttribute('aria-roledescription'), null);
      await open(`${loader}<long-read src=/doc/eight.json></long-read>`, { keep: true });
      await page.waitForFunction(() => window.told.some(([type]) => type === 'slots'));
      assert.ok(await page.evaluate(() => Boolean(document.querySelector('long-read').shadowRoot.querySelector('.as-list'))), 'at once, not when it is too late');
      choice = page.locator('.carousel-choice');
      await choice.waitFor();
      assert.equal(await choice.textContent(), 'Show side by side');
      await choice.click();
      assert.deepEqual(await page.evaluate(() => localStorage.getItem('longread-view')), '');
      quiet();
    });

    test('no sideways scrolling of the page at 320 px, as carousel and as list', async () => {
      await carousel({ width: 320 });
      const wide = () => page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      assert.ok((await wide()) <= 0);
      await page.locator('.carousel-choice').click();
      assert.ok((await wide()) <= 0);
      const small = await page.locator('.carousel-buttons button:not([hidden]), .more-toggle').evaluateAll((all) => all.map((one) => one.getBoundingClientRect()).filter(({ width, height }) => width < 24 || height < 24).length);
      assert.equal(small, 0);
    });

    test('forced colours keep the edges of its buttons and say which does nothing', { skip: name === 'chromium' ? false : 'a driver cannot force colours here' }, async () => {
      await carousel({ forcedColors: 'active' });
      const [previous, next] = await page.locator('.carousel-button').evaluateAll((all) => all.map((one) => [getComputedStyle(one).borderTopColor, getComputedStyle(one).borderTopWidth, getComputedStyle(one).opacity].join(' ')));
      assert.notEqual(previous, next);
      assert.match(next, / 1px 1$/);
    });

    // Teasers.

    test('a teaser opens and closes without JavaScript, with one label at a time', async () => {
      await open('', { path: '/no-script.html' });
      const toggle = page.locator('.more-toggle').first();
      const label = () => toggle.evaluate((one) => one.innerText.replace(/\s+/g, ' ').trim());
      assert.match(await label(), /^Keep reading (?!Show less)/);
      await toggle.click();
      assert.match(await label(), /^Show less (?!Keep reading)/);
      assert.ok(await page.locator('.more-body .teaser').first().isVisible());
      await toggle.click();
      assert.ok(!(await page.locator('.more-body .teaser').first().isVisible()));
    });

    test('the browser\'s search finds what is folded', { skip: name === 'chromium' ? false : 'Firefox ESR opens no details for it' }, async () => {
      await carousel();
      assert.equal(await page.evaluate(() => document.querySelector('long-read').shadowRoot.querySelector('details.more').open), false);
      const kind = await page.evaluate(() => {
        const slot = document.querySelector('long-read').shadowRoot.querySelector('.more-body').parentElement;
        return getComputedStyle(slot, '::details-content').contentVisibility;
      });
      // Hidden in the way that search looks into (HTML, "hidden=until-found" and details), not by `display: none`.
      assert.equal(kind, 'hidden');
      const hidden = await page.locator('.more-body').first().evaluate((body) => getComputedStyle(body).display);
      assert.notEqual(hidden, 'none');
    });

    test('a whole story opens in place, without a word to the page, and closes at its end', async () => {
      await carousel({ source: '/doc/whole.json', width: 1280 });
      const before = await page.evaluate(() => window.told.length);
      const summary = page.locator('.more-toggle').first();
      await summary.click();
      const nested = page.locator('.more-body > long-read[state=ready]');
      await nested.waitFor();
      assert.ok(await nested.locator('.body').isVisible());
      assert.ok((await nested.locator('.body').textContent()).length > 500);
      assert.ok(!(await nested.locator('.headline').isVisible()), 'the card has the headline');
      assert.equal(await nested.locator('.prompt, .related, .newsletter').count(), 0);
      assert.ok(!(await page.locator('.more-body .teaser').first().isVisible()));
      assert.equal(await page.evaluate(() => window.told.length), before);
      const end = page.locator('button.more-toggle');
      assert.equal(await end.innerText().then((text) => text.replace(/\s+/g, ' ').trim()), 'Show less Story number 0');
      await end.focus();
      await page.keyboard.press('Enter');
      assert.equal(await summary.evaluate((one) => one.parentElement.open), false);
      assert.match((await focused()).text, /^Keep reading/);
      const box = await summary.boundingBox();
      assert.ok(box.y >= 0 && box.y < 800, 'the reader is where the story was');
      await summary.click();
      assert.ok(await nested.isVisible());
      assert.equal(asked.filter((path) => path === '/articles/archive.json').length, 1);
      quiet();
    });

    test('a story that does not come leaves the link to it; closing stops what is on its way', async () => {
      await carousel({ source: '/doc/whole.json', width: 1280 });
      await page.locator('.more-toggle').nth(1).click();
      await page.locator('.more-body > long-read[state=failed]').waitFor();
      const link = page.locator('.whole-story').nth(1);
      assert.ok(await link.isVisible());
      assert.equal(await link.getAttribute('href'), `${origin}/story/1`);
      assert.equal(warnings.length, 1);
      await page.locator('.more-toggle').nth(1).click();
      await page.locator('.more-body > long-read').waitFor({ state: 'detached' });
      const stopped = page.waitForEvent('requestfailed', (request) => request.url().endsWith('/doc/slow.json'));
      await page.locator('.more-toggle').nth(2).click();
      await page.locator('.more-body > long-read[state=loading]').waitFor();
      assert.ok(await page.locator('.whole-story').nth(2).isVisible());
      await page.locator('.more-toggle').nth(2).click();
      await stopped;
      await page.locator('.more-body > long-read').waitFor({ state: 'detached' });
      quiet();
    });

    // Rails.

    test('a rail stands alone on a page: newest first, with a name, in the language of the page', async () => {
      await open(`${rails}<long-read-rail src=${feed} limit=3><a href=/x>Latest</a></long-read-rail>`);
      await railsReady();
      assert.deepEqual(await railTitles(), [['The island that learned to sell the tide', 'Council moves its meeting to fit the tide', 'The last keeper hands over the lamp']]);
      assert.ok(await page.getByRole('heading', { level: 2, name: 'Latest' }).isVisible());
      assert.equal(await page.getByRole('region', { name: 'Latest' }).count(), 1);
      assert.deepEqual(asked.filter((path) => /\.(wasm|js|json)$/.test(path)).sort().filter((path) => !['/longread/core.wasm'].includes(path)),
        ['/articles/latest.json', '/longread/behaviours.js', '/longread/rail.js', '/longread/slots.wasm', '/longread/view.js']);
      await page.locator('.rail-item a').first().click();
      assert.deepEqual(await page.evaluate(() => window.told.at(-1)), ['select', 'long-read-rail', { url: `${origin}/index.html`, title: 'The island that learned to sell the tide' }]);
      await page.evaluate(() => Object.assign(document.querySelector('long-read-rail'), { lang: 'fr' }));
      await page.getByRole('heading', { level: 2, name: 'Dernières nouvelles' }).waitFor();
      quiet();
      assert.deepEqual(warnings, []);
    });

    test('several rails never show the same story; one without stories is not there', async () => {
      const markup = `<long-read-rail src=${feed} tag=Fashion><a href=/x>Fashion</a></long-read-rail><long-read-rail src=${feed} tag=Energy limit=2></long-read-rail>
        <long-read-rail src=${feed} title=New limit=4></long-read-rail><long-read-rail src=${feed} tag=Islands></long-read-rail>`;
      await open(rails + markup);
      await railsReady();
      await page.waitForTimeout(300);
      const shown = await railTitles();
      assert.deepEqual(shown.map((list) => list.length > 0), [false, true, true, true]);
      assert.equal(new Set(shown.flat()).size, shown.flat().length, JSON.stringify(shown));
      assert.deepEqual(await page.getByRole('heading').allTextContents(), ['Energy', 'New', 'Islands']);
      assert.equal(await page.locator('long-read-rail').first().evaluate((rail) => rail.getClientRects().length), 0);
      assert.equal(asked.filter((path) => path === feed).length, 1);
      // A rail that goes gives its stories back.
      const freed = shown[1][0];
      await page.evaluate(() => document.querySelectorAll('long-read-rail')[1].remove());
      await page.waitForFunction((title) => [...document.querySelectorAll('long-read-rail')].some(({ shadowRoot }) => shadowRoot.textContent.includes(title)), freed);
      quiet();
    });

    test('beside an article a rail leaves out the article, its related stories and rails, whoever comes first', async () => {
      for (const order of ['rail first', 'article first']) {
        const one = `<long-read src=/articles/market.json feed=${feed}></long-read>`;
        const other = `<long-read-rail src=${feed} limit=5></long-read-rail><long-read-rail src=${feed} tag=Islands></long-read-rail>`;
        await open(loader + rails + (order === 'rail first' ? other + one : one + other));
        await page.waitForFunction(() => window.told.filter(([type, element]) => type === 'slots' && element === 'long-read').length >= 1 && document.querySelector('long-read').shadowRoot.querySelector('.card-link'));
        await railsReady();
        await page.waitForTimeout(700);
        const below = await titles('long-read .card-link, long-read .rail-item > a');
        const beside = (await railTitles()).flat();
        assert.ok(below.length > 2 && beside.length > 0, order);
        assert.deepEqual(beside.filter((title) => below.includes(title)), [], order);
        assert.equal(new Set(beside).size, beside.length);
        quiet();
      }
    });

    test('a reader who stands on a story still does when the stories are drawn anew', async () => {
      await open(`${rails}<long-read-rail id=a src=${feed} limit=2></long-read-rail><long-read-rail id=b src=${feed} limit=4></long-read-rail>`);
      await railsReady();
      await page.waitForFunction(() => document.querySelector('#b').shadowRoot.querySelectorAll('li').length === 4);
      await page.locator('#b .rail-item > a').first().focus();
      const { text } = await focused();
      await page.evaluate(() => document.querySelector('#a').setAttribute('limit', '1'));
      await page.waitForFunction((title) => document.querySelector('#b').shadowRoot.querySelectorAll('.rail-item > a')[1].textContent === title, text);
      assert.equal((await focused()).text, text);
    });

    test('two articles on a page share the stories of a feed', async () => {
      await open(`${loader}<long-read src=/articles/market.json feed=${feed} hide=rails></long-read><long-read src=/articles/short.json feed=${feed} hide=rails></long-read>`);
      await page.waitForFunction(() => window.told.filter(([type]) => type === 'slots').length >= 2);
      await page.waitForTimeout(600);
      const all = await titles('.card-link');
      assert.equal(new Set(all).size, all.length, all.join(' | '));
    });

    test('a rail whose feed does not come leaves what stands in it, with one warning and one event', async () => {
      await open(`${rails}<long-read-rail src=/nowhere.json><a id=fallback href=/x>Latest</a></long-read-rail><long-read-rail src=/articles/short.json></long-read-rail>`);
      await railsReady();
      assert.equal(await page.locator('long-read-rail').first().getAttribute('state'), 'failed');
      assert.ok(await page.locator('#fallback').isVisible());
      assert.deepEqual(await page.evaluate(() => window.told.map(([type, , detail]) => [type, detail.code])), [['error', 'http-status']]);
      assert.equal(warnings.length, 1);
      // What is no feed has no stories.
      assert.equal(await page.locator('long-read-rail').nth(1).getAttribute('state'), 'empty');
      quiet();
    });

    test('a rail is light or dark, left or right, narrow or wide as its place is; axe has nothing to say', async () => {
      for (const [path, scheme, width] of [['/plain.html', 'light', 320], ['/plain.html', 'dark', 1280], ['/rtl.html', 'light', 768]]) {
        await open(`${loader}${rails}<main><h1>Page</h1><long-read-rail src=/doc/other-feed.json limit=4 title="Rail"></long-read-rail><long-read src=/doc/eight.json heading-level=2></long-read></main>`, { path, width, reducedMotion: 'reduce' });
        await page.evaluate((value) => {
          document.documentElement.style.colorScheme = value;
          document.body.style.background = value === 'dark' ? '#14171a' : '#fff';
          localStorage.setItem('longread', '{"longread":1,"read":{}}');
        }, scheme);
        await railsReady();
        await page.locator('.carousel-choice').waitFor({ state: 'attached' });
        assert.ok((await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)) <= 0);
        if (name !== 'chromium') continue;
        await page.evaluate(axe);
        for (const as_list of [false, true]) {
          if (as_list) await page.locator('.carousel-choice').click();
          const found = await page.evaluate(async () => (await window.axe.run(document)).violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`));
          assert.deepEqual(found, [], `${path} ${scheme} ${width}`);
        }
      }
    });

    test('on paper stands the rail that stands alone, and not what is for the screen', { skip: name === 'chromium' ? false : 'a driver cannot print here' }, async () => {
      await open(`${loader}${rails}<long-read-rail src=${feed}></long-read-rail><long-read src=/doc/eight.json></long-read>`);
      await railsReady();
      await page.locator('.carousel-choice').waitFor();
      await page.emulateMedia({ media: 'print' });
      assert.ok(await page.locator('.rail-item a').first().isVisible());
      assert.ok(!(await page.locator('.related').isVisible()));
    });

    test('a rail that is moved still tells the page what is chosen', async () => {
      await open(`${rails}<div id=one><long-read-rail src=${feed} limit=2></long-read-rail></div><div id=two></div>`);
      await railsReady();
      await page.evaluate(() => document.querySelector('#two').append(document.querySelector('long-read-rail')));
      await page.waitForTimeout(700);
      await page.locator('.rail-item a').first().click();
      assert.deepEqual(await page.evaluate(() => window.told.map(([type]) => type)), ['select']);
      quiet();
    });

    // What a device remembers.

    const history = () => page.evaluate(() => localStorage.getItem('longread'));
    const pass = (seconds) => page.clock.runFor(seconds * 1000);
    const readIt = async (markup, options = {}) => {
      await open(loader + markup, { clock: true, ...options });
      await page.waitForFunction(() => window.told.some(([type]) => type === 'ready'));
      for (let i = 0; i < 8; ++i) await pass(0.2);
      await page.waitForTimeout(300);
    };
    const toMiddle = () => page.evaluate(() => {
      const { top, height } = document.querySelector('long-read').shadowRoot.querySelector('.body').getBoundingClientRect();
      scrollTo(0, scrollY + top + height * 0.6 - innerHeight);
    });

    test('a story counts as read after 30 seconds in sight and half of the way, not when it is loaded', async () => {
      await readIt('<long-read src=/doc/long.json></long-read>');
      await pass(40);
      assert.equal(await history(), null, 'still at the top');
      await toMiddle();
      await pass(2);
      await page.waitForFunction(() => localStorage.getItem('longread'));
      const kept = JSON.parse(await history());
      assert.deepEqual(Object.keys(kept), ['longread', 'read', 'weeks']);
      assert.match(Object.keys(kept.read).join(), /^[0-9a-f]{8}$/);
      assert.equal(Object.values(kept.read)[0], Math.floor(Date.now() / 86400000));
      await readIt('<long-read src=/doc/long.json></long-read>');
      await toMiddle();
      await pass(20);
      await page.waitForTimeout(200);
      assert.equal(await history(), null, 'not long enough');
      await readIt('<long-read src=/doc/lean.json></long-read>');
      await pass(4);
      await page.waitForFunction(() => localStorage.getItem('longread'));
      quiet();
    });

    test('who is not read is not remembered: history=off, a hidden tab, a text out of sight', async () => {
      await readIt('<long-read src=/doc/lean.json history=off></long-read>');
      await pass(60);
      await page.waitForTimeout(300);
      assert.equal(await history(), null);
      await readIt('<long-read src=/doc/lean.json></long-read>', { prepare: () => Object.defineProperty(Document.prototype, 'visibilityState', { get: () => 'hidden' }) });
      await pass(60);
      await page.waitForTimeout(300);
      assert.equal(await history(), null);
      await readIt('<div style="height:5000px"></div><long-read src=/doc/lean.json></long-read>');
      await pass(60);
      await page.waitForTimeout(300);
      assert.equal(await history(), null);
    });

    test('what was read says so, to eyes and ears, in cards and rails, and only there', async () => {
      await readIt('<long-read src=/articles/short.json></long-read>');
      await toMiddle();
      await pass(40);
      await page.waitForFunction(() => localStorage.getItem('longread'));
      await open(`${loader}${rails}<long-read src=/articles/all-blocks.json feed=${feed} hide=rails></long-read><long-read-rail src=${feed} title=All limit=20></long-read-rail>`, { keep: true });
      await page.locator('.read-mark').first().waitFor();
      await page.waitForTimeout(500);
      assert.deepEqual(await page.locator('.read-mark').allTextContents(), ['Read']);
      const marked = await page.locator('.read-mark').evaluate((mark) => mark.closest('li').querySelector('a').getAttribute('href'));
      assert.equal(marked, origin + lamp);
      await open(`${rails}<div lang=de><long-read-rail src=${feed} limit=20></long-read-rail></div>`, { keep: true });
      await railsReady();
      assert.deepEqual(await page.locator('.read-mark').allTextContents(), ['Gelesen']);
      await open(`${rails}<long-read-rail history=off src=${feed} limit=20></long-read-rail>`, { keep: true });
      await railsReady();
      assert.equal(await page.locator('.read-mark').count(), 0);
    });

    test('a pre-rendered story joins the history under the address of its page', async () => {
      await open('', { path: '/prerendered.html', clock: true });
      await page.waitForFunction(() => document.querySelector('long-read[state=ready]'));
      for (let i = 0; i < 8; ++i) await pass(0.2);
      await page.waitForTimeout(500);
      await toMiddle();
      await pass(40);
      await page.waitForFunction(() => localStorage.getItem('longread'));
      assert.equal(Object.keys(JSON.parse(await history()).read).length, 1);
      quiet();
    });

    test('nothing of the history leaves the device, and it names nobody', async () => {
      await readIt('<long-read src=/doc/lean.json></long-read>');
      await pass(10);
      await page.waitForFunction(() => localStorage.getItem('longread'));
      const key = Object.keys(JSON.parse(await history()).read)[0];
      const sent = [];
      context.on('request', (request) => sent.push(request.url() + (request.postData() ?? '')));
      await open(`${loader}${rails}<long-read src=/articles/market.json feed=${feed}></long-read><long-read-rail src=${feed}></long-read-rail>`, { keep: true });
      await railsReady();
      await page.waitForTimeout(500);
      assert.ok(sent.length > 4 && !sent.some((one) => one.includes(key)));
      assert.deepEqual((await context.cookies()).length, 0);
      assert.deepEqual(Object.keys(await page.evaluate(() => ({ ...localStorage }))), ['longread']);
    });

    const page_of_all = `${loader}${rails}<long-read src=/doc/eight.json></long-read><long-read-rail src=${feed} limit=3></long-read-rail>`;
    const works = async () => {
      await railsReady();
      await page.locator('.carousel-choice').waitFor();
      assert.equal((await railTitles())[0].length, 3);
      assert.equal(await page.locator('.read-mark').count(), 0);
      await page.locator('.carousel-choice').click();
      assert.equal(await page.locator('.carousel-choice').textContent(), 'Show side by side');
      assert.deepEqual(faults, []);
      assert.deepEqual(warnings, []);
    };

    test('storage that is blocked, full or throws costs the memory and nothing else', async () => {
      const preparations = [
        () => Object.defineProperty(window, 'localStorage', { get: () => { throw new DOMException('no', 'SecurityError'); } }),
        () => Object.defineProperty(window, 'localStorage', { value: null }),
        () => { Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError'); }; },
        () => { Storage.prototype.getItem = () => { throw new Error('broken'); }; },
      ];
      for (const prepare of preparations) {
        await open(page_of_all, { prepare });
        await works();
      }
    });

    test('whatever stands in storage changes nothing but what a history could', { skip: existsSync(corpus) ? false : '../shared is not there' }, async () => {
      const cases = JSON.parse(readFileSync(corpus, 'utf8')).filter(({ surface }) => surface === 'localStorage').map(({ payload }) => payload);
      assert.ok(cases.length > 10);
      const more = [`{"longread":1,"read":{"${'a'.repeat(20000)}":1}}`, '{"longread":1,"read":{"__proto__":1,"constructor":2}}', '\0', '[]', '{"longread":1,"read":{"00000000":-1}}'];
      await open(page_of_all);
      await works();
      for (const payload of [...cases, ...more]) {
        await open(page_of_all, { keep: true, prepare: (text) => {
          // The blank page that a tab begins with has no storage.
          try {
            for (const key of ['longread', 'longread-view']) localStorage.setItem(key, text);
          } catch {}
        }, given: payload });
        await works();
      }
    });
  });
}
