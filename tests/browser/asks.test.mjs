// What is asked of readers: each state of a prompt and each way out of it, by real clicks and keys; what is remembered, and
// that none of it leaves the device.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { command } from '../command.mjs';
import { requireWeb } from '../web-modules.mjs';
import { browsers, installed, serve } from './browsers.mjs';

const axe = readFileSync(requireWeb.resolve('axe-core/axe.min.js'), 'utf8');
const give_host = 'give.news.example';
const words = 'The tide came in over the bar and went out again, as it had been told to in the tables. '.repeat(6);

/** An article that is longer than a window. */
const article = (changes = {}) => JSON.stringify({
  longread: 1, url: '/story.html', title: 'Tables', lang: 'en', published: new Date(Date.now() - 864e5).toISOString(),
  tags: [{ label: 'Tides', url: '/tides' }], body: { html: `<p>${Array(12).fill(words).join('</p><p>')}</p>` }, ...changes,
});

const choices = [
  { amount: 5, frequency: 'monthly', recommended: true, benefits: ['A letter'] },
  { amount: 12, frequency: 'monthly' },
  { amount: 25, frequency: 'once' },
  { amount: 60, frequency: 'once', recommended: true },
];
const variant = (changes = {}) => ({
  id: 'a', heading: 'Pay for the tables', body: 'Somebody has to read them.', choices, other_amount: { least: 3, most: 500 },
  action: { label: 'Give', url: `https://${give_host}/?a={amount}&f={frequency}&c={currency}&from={campaign}-{variant}` }, ...changes,
});
const campaign = (changes = {}) => ({ id: 'spring', currency: 'USD', audience: { max_article_age_days: 0 }, variants: [variant()], ...changes });
/** In the page: whether there is no prompt, or only the room that it would have taken. */
const gone = () => {
  const slot = document.querySelector('long-read').shadowRoot.querySelector('[data-slot=prompt]');
  return !slot || getComputedStyle(slot).visibility === 'hidden';
};
/** In the page: what it saves, since not every driver tells of downloads. */
const keepFiles = `
  window.saved = [];
  const [make, press] = [URL.createObjectURL, HTMLAnchorElement.prototype.click];
  URL.createObjectURL = (blob) => {
    window.blob = blob;
    return make.call(URL, blob);
  };
  HTMLAnchorElement.prototype.click = async function () {
    if (!this.download) return press.call(this);
    saved.push({ name: this.download, text: await blob.text() });
  };`;
const document_of = (...campaigns) => JSON.stringify({ longread: 1, budget: { day: 9, week: 9 }, campaigns });

for (const [name, launch] of Object.entries(browsers)) {
  describe(`asks in ${name}`, { skip: installed(name) ? false : `${name} is not installed`, timeout: 300_000 }, () => {
    let browser, context, page, server, origin, faults, documents, asked;
    before(async () => {
      ({ server, origin } = await serve((request, response, path) => {
        asked?.push(path);
        if (documents?.[path] === undefined) return false;
        const type = path.endsWith('.json') ? 'application/json' : 'text/html; charset=utf-8';
        response.writeHead(200, { 'Content-Type': type, 'Cache-Control': 'no-store' }).end(documents[path]);
        return true;
      }));
      browser = await launch();
    });
    after(async () => {
      await browser?.close();
      await server?.close();
    });

    const tag = (attributes = '') => `<long-read src=/story.json campaigns=/asks.json donate-hosts="${give_host}" ${attributes}></long-read>`;
    const html_of = (body) => `<!doctype html><html lang=en><meta name=viewport content="width=device-width"><title>Story</title><body><script type=module src=/longread/longread.js></script>${body}`;
    /** Opens the story with these campaigns, in a context of its own, or in the one that is there. */
    const open = async ({ asks = [campaign()], story = article(), path = '/story.html', body = tag(), init, more = {}, again = false, viewport = { width: 900, height: 700 }, options = {} } = {}) => {
      if (!again) await context?.close();
      documents = { '/asks.json': document_of(...asks), '/story.json': story, '/story.html': html_of(body), '/other.html': html_of(body), ...more };
      [faults, asked] = [[], []];
      if (!again) {
        context = await browser.newContext({ viewport, ...options });
        // Nothing that a test gives goes anywhere.
        await context.route(`https://${give_host}/**`, (route) => route.fulfill({ contentType: 'text/html', body: '<title>Thanks</title>' }));
        await context.addInitScript(keepFiles);
        if (init) await context.addInitScript(init);
      }
      page = await context.newPage();
      page.setDefaultTimeout(10_000);
      page.on('pageerror', (error) => faults.push(error.message));
      await page.goto(origin + path);
    };
    const prompt = () => page.locator('.prompt[id]');
    const stored = () => page.evaluate(() => JSON.parse(localStorage.getItem('longread') ?? '{}'));
    const until = (check, value) => page.waitForFunction(([source, given]) => new Function('state', 'given', `return (${source})(state, given)`)(JSON.parse(localStorage.getItem('longread') ?? '{}'), given), [String(check), value]);
    const seen = () => until((state) => state.asks?.length > 0);
    const show = async () => {
      await prompt().waitFor({ state: 'attached' });
      await prompt().evaluate((section) => section.scrollIntoView({ block: 'center' }));
    };
    const saved = async () => (await page.waitForFunction(() => window.saved[0])).jsonValue();
    const active = () => page.evaluate(() => {
      const { activeElement } = document.querySelector('long-read').shadowRoot;
      return activeElement?.id || activeElement?.textContent || '';
    });
    const status = () => page.locator('.status').textContent();
    const settle = () => page.waitForTimeout(500);

    test('a prompt is counted once, when two fifths of it have been in view', async () => {
      await open();
      await prompt().waitFor({ state: 'attached' });
      await settle();
      assert.equal((await stored()).asks, undefined);
      const scroll = (share) => prompt().evaluate((section, part) => {
        const { top, height } = section.getBoundingClientRect();
        scrollBy(0, top - innerHeight + height * part);
      }, share);
      await scroll(0.2);
      await settle();
      assert.equal((await stored()).asks, undefined);
      await scroll(0.6);
      await seen();
      await page.evaluate(() => scrollTo(0, 0));
      await show();
      await settle();
      assert.equal((await stored()).asks.length, 1);
      assert.deepEqual(faults, []);
    });

    test('"not now" takes the prompt away, keeps the focus in the page, and holds on the next page', async () => {
      await open();
      await show();
      await seen();
      await prompt().getByRole('button', { name: 'Not now' }).focus();
      await page.keyboard.press('Enter');
      assert.equal(await prompt().count(), 0);
      assert.equal(await status(), 'Noted.');
      assert.equal(await active(), 'lr-headline');
      await until((state) => state.asks.length === 2);
      await open({ again: true });
      await page.locator('.tags').scrollIntoViewIfNeeded();
      await settle();
      assert.equal(await prompt().count(), 0);
      assert.deepEqual(faults, []);
    });

    test('"stop" and "I have given" are reasons not to ask, and can be told by the keyboard', async () => {
      await open();
      await show();
      await prompt().locator('summary').focus();
      await page.keyboard.press('Enter');
      await prompt().getByText('Your own device decided this').waitFor();
      await page.keyboard.press('Tab');
      await page.keyboard.press('Space');
      await until((state) => state.silent > 0);
      assert.equal(await prompt().count(), 0);

      await open();
      await show();
      await prompt().locator('summary').click();
      await prompt().getByRole('button', { name: 'I have given' }).click();
      await page.locator('.thanks').waitFor();
      assert.equal(await prompt().count(), 0);
      assert.match(await active(), /Thank you for your support/);
      await until((state) => state.donated > 0);
      await open({ again: true });
      await settle();
      assert.equal(await prompt().count(), 0);
      assert.deepEqual(faults, []);
    });

    test('a reminder is a calendar file that is made on the device', async () => {
      await open({ asks: [campaign({ variants: [variant({ heading: 'Pay for the tables; the quay, and '.repeat(4) })] })] });
      await show();
      const before = asked.length;
      await prompt().getByRole('button', { name: 'Remind me later' }).click();
      const { name: file_name, text: file } = await saved();
      assert.equal(file_name, 'reminder.ics');
      assert.ok(file.split('\r\n').every((line) => Buffer.byteLength(line) <= 75), file);
      const lines = file.replace(/\r\n /g, '').split('\r\n');
      assert.equal(lines[0], 'BEGIN:VCALENDAR');
      assert.ok(lines.includes(`URL:${origin}/story.html`), file);
      assert.match(file.replace(/\r\n /g, ''), /SUMMARY:Pay for the tables\\; the quay\\, and/);
      const week = new Date(Date.now() + 7 * 864e5);
      assert.ok(lines.some((line) => line.startsWith('DTSTART:' + week.getFullYear())), file);
      assert.deepEqual(asked.slice(before), []);
      // Who is reminded in a week is not asked tomorrow.
      await until((state) => state.asks.some(([, kind]) => kind > 2));
    });

    test('tabs, cards and an own amount become the link of the template', async () => {
      await open();
      await show();
      const amounts = () => prompt().locator('.amount:visible .amount-label').allInnerTexts();
      assert.deepEqual(await amounts(), ['$5 a month', '$12 a month', 'Other amount']);
      await prompt().locator('.tab').first().click();
      assert.deepEqual(await amounts(), ['$25 once', '$60 once', 'Other amount']);
      assert.equal(await prompt().locator('[name=amount]:checked').inputValue(), '60');
      const field = prompt().locator('[name=other_amount]');
      assert.equal(await field.isVisible(), false);
      await prompt().locator('.amount', { hasText: 'Other amount' }).click();
      assert.equal(await active().then(() => field.evaluate((input) => input.getRootNode().activeElement === input)), true);
      for (const bad of ['2', '501', '']) {
        await field.fill(bad);
        await prompt().getByRole('button', { name: 'Give', exact: true }).click();
        assert.equal(await field.evaluate((input) => input.validity.valid), false, bad);
        assert.equal(new URL(page.url()).host, new URL(origin).host);
      }
      await field.fill('42');
      await page.keyboard.press('Enter');
      await page.waitForURL(`https://${give_host}/**`);
      assert.equal(page.url(), `https://${give_host}/?a=42&f=once&c=USD&from=spring-a`);
      assert.deepEqual(faults, []);
    });

    test('an amount is chosen with the arrow keys', async () => {
      await open();
      await show();
      await prompt().locator('[name=amount]:checked').focus();
      await page.keyboard.press('ArrowDown');
      assert.equal(await prompt().locator('[name=amount]:checked').inputValue(), '12');
      await page.keyboard.press('Enter');
      await page.waitForURL(`https://${give_host}/**`);
      assert.match(page.url(), /\?a=12&f=monthly&/);
    });

    test('where the page does not name the host, nothing is drawn and a note says why', async () => {
      await open({ body: '<script>addEventListener("longread-slots", ({ detail }) => (window.notes = detail.notes))</script><long-read src=/story.json campaigns=/asks.json donate-hosts="other.example"></long-read>' });
      await page.waitForFunction(() => window.notes?.length);
      assert.equal(await prompt().count(), 0);
      assert.match(await page.evaluate(() => window.notes.map(({ detail }) => detail).join()), /donate-hosts has no give\.news\.example/);
    });

    test('the count of articles stands in the copy until the reader does not want it', async () => {
      const weeks = `{"longread":1,"read":{},"weeks":{"${Math.floor((Date.now() / 864e5 - 4) / 7) * 7 + 4}":[12]}}`;
      await open({ asks: [campaign({ variants: [variant({ shows_count: true })] })], init: `try { localStorage.longread ??= '${weeks}'; } catch { /* about:blank has none. */ }` });
      await show();
      await prompt().getByText('You have read 12 articles in the last 28 days.').waitFor();
      await prompt().getByRole('button', { name: 'Do not count my articles' }).click();
      await until((state) => state.counts === false && !state.weeks);
      assert.equal(await prompt().getByText('12 articles').count(), 0);
      assert.equal(await active(), 'lr-headline');
      assert.deepEqual(faults, []);
    });

    test('who comes back from the processor is thanked: by the address, and by an event of the page', async () => {
      await open({ path: '/story.html?a=b&longread=donated' });
      await page.locator('.thanks').waitFor({ state: 'attached' });
      assert.equal(page.url(), `${origin}/story.html?a=b`);
      await until((state) => state.donated > 0);
      await settle();
      assert.equal(await prompt().count(), 0);

      for (const target of ['document', 'document.querySelector("long-read")']) {
        await open();
        await prompt().waitFor({ state: 'attached' });
        await page.evaluate(`${target}.dispatchEvent(new Event('longread-donated'))`);
        await page.locator('.thanks').waitFor({ state: 'attached' });
        await until((state) => state.donated > 0);
        assert.equal(await prompt().count(), 0);
      }
      assert.deepEqual(faults, []);
    });

    test('a prompt stands after its paragraph, or at the end for who is past it, and moves nothing', async () => {
      const asks = [campaign({ placement: { after_paragraph: 9 } })];
      await open({ asks });
      await prompt().waitFor({ state: 'attached' });
      const place = () => page.evaluate(() => {
        const slot = document.querySelector('long-read').shadowRoot.querySelector('[data-slot=prompt]');
        return [slot.parentElement.className, [...slot.parentElement.children].filter((one) => one.matches('p')).indexOf(slot.previousElementSibling)];
      });
      assert.deepEqual(await place(), ['body', 8]);
      await open({ asks: [campaign({ placement: { after_paragraph: 1 } })] });
      await prompt().waitFor({ state: 'attached' });
      assert.equal((await place())[0], 'article');
      await open({ asks: [campaign({ placement: { after_paragraph: 99 } })] });
      await prompt().waitFor({ state: 'attached' });
      assert.equal((await place())[0], 'article');
    });

    test('below a short article it stands behind what is in view', async () => {
      const note = '<script>addEventListener("longread-ready", ({ target }) => (window.before = target.shadowRoot.querySelector(".tags").getBoundingClientRect().top))</script>';
      await open({ story: article({ body: { html: '<p>Short.</p>' } }), body: note + tag() });
      await prompt().waitFor();
      assert.equal(await page.locator('.tags').evaluate((tags) => tags.getBoundingClientRect().top), await page.evaluate(() => window.before));
      assert.ok(await prompt().evaluate((section) => section.getBoundingClientRect().top) > await page.evaluate(() => window.before));
    });

    test('a foot bar sticks to the foot of the view, ends with the article, and Escape closes it', async () => {
      const init = `window.shifts = 0; try { new PerformanceObserver((list) => list.getEntries().forEach((entry) => (shifts += entry.value))).observe({ type: 'layout-shift', buffered: true }); } catch {}`;
      await open({ asks: [campaign({ placement: 'foot-bar', variants: [variant({ choices: choices.slice(0, 2), other_amount: undefined })] })], body: `${tag('style="display:block;min-height:100vh"')}<p style="height:900px">foot of the page`, init });
      await prompt().waitFor();
      const box = () => page.evaluate(() => {
        const root = document.querySelector('long-read').shadowRoot;
        const [bar, end] = ['.foot-bar', '.article'].map((part) => root.querySelector(part).getBoundingClientRect());
        return { bottom: bar.bottom, height: bar.height, gap: bar.top - end.bottom };
      });
      const at_start = await box();
      assert.ok(Math.abs(at_start.bottom - 700) < 1, JSON.stringify(at_start));
      assert.ok(at_start.height <= 0.6 * 700 + 1);
      await seen();
      await page.evaluate(() => scrollTo(0, 1e6));
      await page.waitForTimeout(200);
      const at_end = await box();
      assert.ok(Math.abs(at_end.gap) < 1 && at_end.bottom < 700, JSON.stringify(at_end));
      if (name === 'chromium') assert.equal(await page.evaluate(() => window.shifts), 0);
      await prompt().locator('.prompt-close').focus();
      await page.keyboard.press('Escape');
      assert.equal(await prompt().count(), 0);
      await until((state) => state.asks.length === 2);
      assert.deepEqual(faults, []);
    });

    test('what another tab was told is known here before the prompt is seen', async () => {
      await open();
      await prompt().waitFor({ state: 'attached' });
      const first = page;
      await open({ again: true });
      await show();
      await prompt().getByRole('button', { name: 'Not now' }).click();
      await until((state) => state.asks?.some(([, kind]) => kind > 2));
      page = first;
      await first.bringToFront();
      assert.equal(await prompt().count(), 1);
      await page.locator('.tags').scrollIntoViewIfNeeded();
      await page.waitForFunction(gone);
      assert.deepEqual(faults, []);
    });

    for (const [fault, init] of Object.entries({
      blocked: `Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('no', 'SecurityError'); } })`,
      full: `Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError'); }`,
    })) {
      test(`storage ${fault}: nobody is asked, since it would be forgotten`, async () => {
        await open({ init });
        await settle();
        assert.equal(await prompt().count(), 0);
        assert.ok(!asked.includes('/asks.json'));
        await page.evaluate(() => document.dispatchEvent(new Event('longread-donated')));
        await page.locator('.thanks').waitFor({ state: 'attached' });
        assert.deepEqual(faults, []);
      });
    }

    test('a page that wants no history asks nobody, and leaves what is stored as it is', async () => {
      await open();
      await show();
      await seen();
      const before = await page.evaluate(() => localStorage.longread);
      await open({ again: true, body: tag('history=off') });
      await settle();
      assert.equal(await prompt().count(), 0);
      assert.equal(await page.evaluate(() => localStorage.longread), before);
    });

    test('the ledger shows, saves, loads and deletes what is stored', async () => {
      await open();
      await show();
      await seen();
      await open({ again: true });
      const way = page.getByRole('button', { name: 'What this page remembers' }).last();
      await way.waitFor();
      await way.focus();
      await page.keyboard.press('Enter');
      const panel = page.locator('.ledger');
      await panel.getByText(/Asked: Donate/).first().waitFor();
      assert.equal(await active(), 'lr-ledger');
      await settle();
      const kept = await page.evaluate(() => localStorage.longread);
      await panel.getByRole('button', { name: 'Save a copy' }).click();
      const path = join(tmpdir(), `longread-ledger-${name}-${process.pid}.json`);
      writeFileSync(path, (await saved()).text);
      assert.equal(readFileSync(path, 'utf8'), kept);

      await panel.getByRole('button', { name: 'Delete everything' }).click();
      await panel.getByText('Nothing.').waitFor();
      assert.equal(await page.evaluate(() => localStorage.length), 0);
      const [chooser] = await Promise.all([page.waitForEvent('filechooser'), panel.getByRole('button', { name: 'Load a copy' }).click()]);
      await chooser.setFiles(path);
      await panel.getByText(/Asked: Donate/).first().waitFor();
      assert.equal(await page.evaluate(() => localStorage.longread), kept);
      // What is none of ours changes nothing.
      writeFileSync(path, '{"longread":1,"asks":[["x"],[1,2,3]],"counts":"no","evil":"<img src=x>"}');
      const [other] = await Promise.all([page.waitForEvent('filechooser'), panel.getByRole('button', { name: 'Load a copy' }).click()]);
      await other.setFiles(path);
      await settle();
      assert.ok(!(await page.evaluate(() => localStorage.longread)).includes('evil'));
      assert.deepEqual(faults, []);
    });

    test('a pre-rendered prompt is decided for this reader when it comes near', async () => {
      const print = () => {
        const [asks, story] = ['asks', 'story'].map((one) => {
          const path = join(tmpdir(), `longread-${one}-${name}-${process.pid}.json`);
          writeFileSync(path, documents[`/${one}.json`]);
          return path;
        });
        return execFileSync(command, ['render', '--src', '/story.json', '--campaigns', asks, '--campaigns-url', '/asks.json', '--donate-hosts', give_host, '--base', `${origin}/story.json`, '--now', new Date().toISOString(), story], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
      };
      await open();
      const printed = { '/printed.html': html_of(print()) };
      await open({ more: printed, path: '/printed.html' });
      await prompt().waitFor({ state: 'attached' });
      assert.ok(!asked.some((path) => path.endsWith('.wasm')), asked.join());
      await show();
      await seen();
      await page.waitForFunction(() => !document.querySelector('long-read').shadowRoot.querySelector('.undecided'));
      assert.ok(asked.includes('/story.json') && asked.includes('/asks.json'));
      await prompt().getByRole('button', { name: 'Not now' }).click();
      await until((state) => state.asks.length === 2);
      await open({ more: printed, path: '/printed.html', again: true });
      await page.locator('.tags').scrollIntoViewIfNeeded();
      await page.waitForFunction(gone);
      assert.deepEqual(faults, []);
    });

    for (const [state, act] of Object.entries({
      open: async () => { await prompt().locator('summary').click(); await prompt().locator('.amount', { hasText: 'Other' }).click(); },
      ledger: async () => { await prompt().locator('summary').click(); await prompt().getByRole('button', { name: 'What this page remembers' }).click(); await page.locator('.ledger').waitFor(); },
      thanks: async () => { await prompt().locator('summary').click(); await prompt().getByRole('button', { name: 'I have given' }).click(); await page.locator('.thanks').waitFor(); },
    })) {
      test(`axe finds nothing in the state ${state}`, async () => {
        const goal = { total: 12400, target: 20000, as_of: new Date(Date.now() - 36e5).toISOString(), currency: 'USD' };
        for (const colorScheme of ['light', 'dark']) {
          await open({ asks: [campaign({ goal })], options: { colorScheme }, viewport: { width: 320, height: 640 }, body: `<main><h1 hidden>Page</h1>${tag('theme=auto')}</main>` });
          await show();
          await act();
          await page.waitForTimeout(300);
          await page.evaluate(axe);
          const found = await page.evaluate(async () => (await window.axe.run(document)).violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`));
          assert.deepEqual(found, []);
          assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), 'sideways scroll');
        }
      });
    }

    test('a visit with everything asks only hosts that the page names, and carries nothing that is stored', async () => {
      const requests = [];
      const goal = { total: 12400, target: 20000, as_of: new Date(Date.now() - 36e5).toISOString(), currency: 'USD' };
      await open({ path: '/other.html' });
      context.on('request', (request) => requests.push({ url: request.url(), body: request.postData() ?? '', headers: JSON.stringify(request.headers()) }));
      await open({ again: true, asks: [campaign({ goal, holdback: 0, variants: [variant({ shows_count: true }), variant({ id: 'b' })] })] });
      await show();
      await seen();
      const state = await stored();
      assert.ok(state.draw > 0 || state.draw === 0, JSON.stringify(state));
      await prompt().getByRole('button', { name: 'Remind me later' }).click();
      await saved();
      await prompt().locator('summary').click();
      await prompt().getByRole('button', { name: 'What this page remembers' }).click();
      await page.locator('.ledger').waitFor();
      await prompt().getByRole('button', { name: 'Give', exact: true }).click();
      await page.waitForURL(`https://${give_host}/**`);
      const after_gift = requests.find(({ url }) => url.startsWith(`https://${give_host}/`));
      await page.goto(`${origin}/story.html?longread=donated`);
      await page.locator('.thanks').waitFor({ state: 'attached' });
      await until((kept) => kept.donated > 0);
      const kept = await stored();
      const secrets = [...new Set([...kept.asks.flatMap(([minute, , hash]) => [minute, hash]), kept.donated, ...(kept.draw > 999 ? [kept.draw] : [])])].map(String);
      assert.ok(secrets.length >= 3 && requests.length > 5);
      assert.match(after_gift.url, new RegExp(`^https://${give_host.replaceAll('.', '\\.')}/\\?a=5&f=monthly&c=USD&from=spring-[ab]$`));
      for (const { url, body, headers } of requests) {
        if (url.startsWith('blob:') || url.startsWith('data:')) continue;
        const { origin: to, host } = new URL(url);
        assert.ok(to === origin || host === give_host, url);
        for (const secret of secrets) assert.ok(![url, body, headers].some((text) => text.includes(secret)), `${secret} in ${url}`);
      }
      assert.deepEqual((await context.cookies()), []);
      assert.deepEqual(faults, []);
    });
  });
}
