// The preview of campaigns: what newsrooms choose by clicks and keys is what they see; it says why nobody is asked, and leaves
// alone what the visitor's own device remembers.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { command, root } from '../command.mjs';
import { requireWeb } from '../web-modules.mjs';
import { browsers, installed, serve } from './browsers.mjs';

const axe = readFileSync(requireWeb.resolve('axe-core/axe.min.js'), 'utf8');
const demo = join(root, 'web/demo');
const own = JSON.stringify({ longread: 1, donated: 29926080, draw: 7 });

/** A file in which each of some conditions stops one campaign, for the reader that a test chooses. */
const stopped = (campaign) => JSON.stringify({
  longread: 1, exclusions: [{ tags: ['Energy'] }],
  campaigns: [{ id: 'spring', variants: [{ id: 'a', action: { url: 'https://give.example/' } }], ...campaign }],
});

for (const [name, launch] of Object.entries(browsers)) {
  describe(`preview in ${name}`, { skip: installed(name) ? false : `${name} is not installed`, timeout: 300_000 }, () => {
    let browser, page, server, origin, faults, requests;
    before(async () => {
      ({ server, origin } = await serve());
      browser = await launch();
    });
    after(async () => {
      await browser?.close();
      await server?.close();
    });

    const open = async (query = '', viewport = { width: 1280, height: 900 }) => {
      await page?.close();
      page = await browser.newPage({ viewport });
      page.setDefaultTimeout(15_000);
      [faults, requests] = [[], []];
      page.on('pageerror', ({ message }) => faults.push(message));
      page.on('request', (request) => requests.push(request.url()));
      // Once: a page that had changed it would not find it as it was.
      await page.goto(`${origin}/bare.txt`);
      await page.evaluate((state) => localStorage.setItem('longread', state), own);
      await page.goto(`${origin}/preview.html${query}`);
      await settled();
    };
    /** Until it has been decided, and drawn. */
    const settled = () => page.waitForFunction(() => {
      const busy = document.getElementById('verdict').hasAttribute('aria-busy');
      return !busy && document.getElementById('frame').dataset.page === 'drawn' && document.getElementById('decision').textContent !== 'Nothing has been decided yet';
    });
    const decision = () => page.locator('#decision').textContent();
    const reasons = () => page.locator('#reasons').textContent();
    const decided = (words) => page.waitForFunction((wanted) => document.getElementById('decision').textContent.includes(wanted) && !document.getElementById('verdict').hasAttribute('aria-busy'), words);
    /** Of the page in the page. */
    const shown = () => page.evaluate(() => {
      const inner = document.getElementById('frame').contentDocument;
      const prompt = inner.querySelector('long-read')?.shadowRoot?.querySelector('[data-part=prompt]');
      return prompt ? prompt.querySelector('#lr-prompt').textContent : '';
    });
    const heading = (words) => page.waitForFunction((wanted) => {
      const inner = document.getElementById('frame').contentDocument;
      const text = inner?.querySelector('long-read')?.shadowRoot?.querySelector('#lr-prompt')?.textContent ?? '';
      return wanted ? text.includes(wanted) : inner?.querySelector('long-read[state=ready]') && !text;
    }, words);
    /** By the keyboard, as on a select that is closed. */
    const choose = async (label, words) => {
      const select = page.getByLabel(label, { exact: true });
      await select.focus();
      const options = await select.evaluate((one) => [...one.options].map(({ text }) => text));
      const steps = options.indexOf(words) - (await select.evaluate((one) => one.selectedIndex));
      assert.ok(options.includes(words), `${words} is none of ${options}`);
      for (let at = 0; at < Math.abs(steps); ++at) await page.keyboard.press(steps > 0 ? 'ArrowDown' : 'ArrowUp');
      assert.equal(await select.evaluate((one) => one.selectedOptions[0].text), words);
    };

    test('a campaign and a variant are chosen, and seen', async () => {
      await open();
      assert.match(await decision(), /^Shown: harbour-fund, variant cards/);
      await choose('File', 'experiment.json');
      await page.waitForFunction(() => [...document.getElementById('campaign').options].some(({ text }) => text === 'two-openings'));
      await choose('Campaign', 'two-openings');
      await page.waitForFunction(() => document.getElementById('variant').options.length > 3);
      for (const [variant, words] of [['people', 'Four people'], ['cost', 'One hour']]) {
        await choose('Variant', variant);
        await decided(`Shown: two-openings, variant ${variant}`);
        await heading(words);
      }
      await choose('Variant', 'Held back: sees nothing');
      await decided('Not shown');
      await heading('');
      assert.match(await reasons(), /held back/);
      assert.deepEqual(faults, []);
    });

    test('a reader who has donated is asked for nothing, and it says why', async () => {
      await open();
      await choose('Who comes', 'Donated a week ago');
      await decided('Not shown');
      await heading('');
      assert.match(await reasons(), /The reader has given.*\(donated\)/);
      assert.equal((await reasons()).match(/\(/g).length, 1);
      await choose('Who comes', 'Somebody new');
      await decided('Shown');
      assert.deepEqual(faults, []);
    });

    test('a regular reader is counted, and of two campaigns gets the one with the higher priority', async () => {
      await open('?file=campaigns/experiment.json&reader=regular');
      assert.match(await decision(), /letter-for-regulars/);
      await choose('Campaign', 'two-openings');
      await page.waitForFunction(() => document.getElementById('variant').options.length > 3);
      // Not one that is held back.
      await choose('Variant', 'cost');
      await decided('Shown: two-openings, variant cost');
      await page.getByText('Of the whole file this reader gets letter-for-regulars').waitFor();
      await page.getByLabel('Articles read this week').focus();
      await page.keyboard.press('Control+a');
      await page.keyboard.type('3');
      await page.waitForFunction(() => document.getElementById('decision').textContent.includes('two-openings') && !document.getElementById('reasons').textContent.includes('letter-for-regulars'));
      assert.deepEqual(faults, []);
    });

    test('what stops a campaign is what the command says too', async () => {
      const cases = [
        { end: '2026-01-01T00:00:00Z' }, { audience: { tags: ['Chess'], not_sections: ['Energy'] } }, { audience: { languages: ['fr'], min_articles: 4 } },
        { holdback: 1000 }, { variants: [{ id: 'a', weight: 0, action: { url: 'https://give.example/' } }] },
        { variants: [{ id: 'a', action: { url: 'https://elsewhere.example/' } }], kind: 'donation' }, { kind: 'newsletter', audience: { max_article_age_days: 3 } },
      ];
      await open();
      await choose('File', 'Another: from this device, or as text');
      await page.getByLabel('Hosts that donations may go to').fill('give.example');
      for (const [at, campaign] of cases.entries()) {
        const file = stopped(campaign);
        const before = await page.locator('#reasons').evaluate((one) => (one.replaceChildren(), one.textContent));
        assert.equal(before, '');
        await page.getByLabel('As text').fill(file);
        await page.waitForFunction(() => document.getElementById('reasons').textContent && !document.getElementById('verdict').hasAttribute('aria-busy'));
        const path = join(tmpdir(), `longread-preview-${name}-${process.pid}.json`);
        writeFileSync(path, file);
        const time = `${await page.locator('#time').inputValue()}:00Z`;
        const told = execFileSync(command, ['explain', path, '--article', join(demo, 'articles/tide.json'), '--now', time, '--donate-hosts', 'give.example'], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
        const wanted = [...told.matchAll(/NO {3}([\w-]+)/g)].map(([, condition]) => condition);
        const found = [...(await reasons()).matchAll(/\(([\w-]+)\)/g)].map(([, condition]) => condition);
        assert.ok(wanted.length > 0);
        assert.deepEqual(found, wanted, `case ${at}\n${told}`);
      }
      assert.deepEqual(faults, []);
    });

    test('below an article without a form nobody is asked for a newsletter', async () => {
      await open('?file=campaigns/newsletter.json&article=articles/short.json');
      await decided('Not shown');
      assert.deepEqual([...(await reasons()).matchAll(/\(([\w-]+)\)/g)].map(([, condition]) => condition), ['subscribed']);
      await choose('Article', 'Long, with a newsletter');
      await decided('Shown: low-water');
      assert.deepEqual(faults, []);
    });

    test('a file from the device is read, and what is wrong with it is said with its place', async () => {
      await open();
      await choose('File', 'Another: from this device, or as text');
      const path = join(tmpdir(), `longread-preview-file-${name}-${process.pid}.json`);
      writeFileSync(path, readFileSync(join(demo, 'campaigns/follow.json')));
      await page.getByLabel('From this device').setInputFiles(path);
      await decided('Shown: on-mastodon');
      await page.getByLabel('As text').fill('{\n "longread": 1,,');
      await decided('Not shown');
      assert.match(await reasons(), /line 2, column \d+: json-syntax/);
      await page.getByLabel('As text').fill('');
      await decided('Not shown');
      assert.deepEqual(faults, []);
    });

    test('time, language, width and colours are those that are chosen', async () => {
      await open('?file=campaigns/goal.json');
      await choose('Language of the interface', 'German');
      await page.waitForFunction(() => document.getElementById('frame').contentDocument?.querySelector('long-read')?.shadowRoot?.querySelector('.why summary')?.textContent.startsWith('Warum'));
      await page.getByLabel('Dark').focus();
      await page.keyboard.press('Space');
      await page.waitForFunction(() => document.getElementById('frame').contentDocument?.querySelector('html.dark long-read'));
      await page.getByText('360', { exact: true }).click();
      await page.waitForFunction(() => document.getElementById('frame').contentDocument.documentElement.clientWidth === 360);
      await page.getByLabel('Date and time').fill('2025-06-01T12:00');
      await decided('Not shown');
      assert.match(await reasons(), /\(schedule\)/);
      await page.waitForFunction(() => Math.abs(document.getElementById('frame').contentWindow.Date.now() - new Date('2025-06-01T12:00').getTime()) < 60_000);
      await page.getByLabel('Date and time').fill('2024-06-01T12:00');
      await page.getByText('before 2025').waitFor();
      assert.deepEqual(faults, []);
    });

    test('a bar at the foot is one, and a prompt in the text stands in it', async () => {
      const place = () => page.evaluate(() => {
        const inner = document.getElementById('frame').contentDocument;
        const slot = inner.querySelector('long-read').shadowRoot.querySelector('[data-slot=prompt]');
        const { top, bottom } = slot.getBoundingClientRect();
        const { innerHeight } = document.getElementById('frame').contentWindow;
        return { name: slot.className, parent: slot.parentElement?.className, in_view: top < innerHeight && bottom > 0, at_foot: Math.abs(bottom - innerHeight) < 1 };
      });
      await open('?file=campaigns/foot-bar.json');
      assert.deepEqual(await place(), { name: 'article foot-bar', parent: undefined, in_view: true, at_foot: true });
      await open('?file=campaigns/paragraph.json');
      const { parent, in_view } = await place();
      assert.deepEqual({ parent, in_view }, { parent: 'body', in_view: true });
      assert.deepEqual(faults, []);
    });

    test('nothing leads away, and what this device remembers stays as it was', async () => {
      await open();
      await heading('Two people');
      await page.frameLocator('#frame').getByRole('button', { name: 'Pay for the next meeting' }).click();
      await page.getByText('Here the reader would leave for https://donate.harbour-lantern.example/?amount=9&every=monthly').waitFor();
      await page.frameLocator('#frame').getByRole('button', { name: 'Not now' }).click();
      await page.waitForTimeout(500);
      assert.equal(await shown(), '');
      assert.deepEqual(await page.evaluate(() => ({ ...localStorage })), { longread: own });
      assert.ok(requests.length > 5);
      for (const url of requests) assert.ok(url.startsWith(`${origin}/`) || url.startsWith(`blob:${origin}/`), url);
      assert.deepEqual(faults, []);
    });

    test('axe finds nothing, on a phone and on a desk, shown or not', async () => {
      for (const width of [360, 1280]) {
        for (const query of ['', '?reader=donated', '?file=&reader=own']) {
          await open(query, { width, height: 800 });
          assert.equal(await page.getByLabel('As text').isVisible(), query.includes('file=&'), `${query} at ${width} px`);
          await page.evaluate(axe);
          const found = await page.evaluate(async () => (await window.axe.run(document, { iframes: false })).violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`));
          assert.deepEqual(found, [], `${query} at ${width} px`);
          assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), `sideways scroll at ${width} px`);
        }
      }
      assert.deepEqual(faults, []);
    });

    test('the demo’s page of asks shows each kind, and asks again for who wants that', async () => {
      await open();
      await page.goto(`${origin}/cases/asks.html`);
      await page.evaluate(() => localStorage.clear());
      await page.reload();
      const kinds = () => page.evaluate(() => [...document.querySelectorAll('long-read')].map((one) => one.shadowRoot?.querySelector('[data-part=prompt]')?.id ?? ''));
      const wanted = ['harbour-fund', 'new-boat', 'own-price', 'after-the-second', 'low-water', 'on-mastodon', 'foot-bar'].map((id) => `lr-ask-${id}`);
      const allShown = () => page.waitForFunction((ids) => [...document.querySelectorAll('long-read')].every((one, at) => one.shadowRoot?.querySelector('[data-part=prompt]')?.id === ids[at]), wanted);
      await allShown();
      assert.deepEqual(await kinds(), wanted);
      await page.locator('#follow').getByRole('button', { name: 'Not now' }).click();
      await page.waitForFunction(() => localStorage.longread?.includes('"asks"'));
      assert.equal((await kinds())[5], '');
      await page.getByRole('button', { name: 'Forget my answers and ask again' }).click();
      await allShown();
      assert.deepEqual(faults, []);
    });

    test('every file of the demo can be chosen', async () => {
      await open();
      const offered = await page.locator('#file').evaluate((one) => [...one.options].map(({ value }) => value).filter(Boolean));
      assert.deepEqual(offered, readdirSync(join(demo, 'campaigns')).sort().map((file) => `campaigns/${file}`));
    });
  });
}
