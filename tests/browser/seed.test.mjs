// The seed page, element by element (numbered as in notes/product.md): rendered in the reader's browser, and printed by
// the command. Elements with nothing to be seen in the text, as the links of the strip, have links of this test's own.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { after, before, describe, test } from 'node:test';
import { command } from '../command.mjs';
import { browsers, installed, serve } from './browsers.mjs';
import { makeSeedHook, writeSeedFiles } from './seed-files.mjs';
import { amounts, donate_url, readSeed, source_url, splitCredits, splitSeries, splitStoryCredit, why_no_seed, year_end } from './seed-page.mjs';

if (why_no_seed) console.log(`The seed page is not tested: ${why_no_seed}`);
const seed = why_no_seed ? undefined : readSeed();

const words = (text) => text.split(/\s+/).filter((word) => word !== '');
/** Words as they stand after the typesetter: his apostrophes are curly. */
const setWords = (text) => words(text.replace(/(?<=\w)'(?=\w)/g, '’'));
const joinWords = (text) => setWords(text).join(' ');
const joined_labels = /keep\s*reading\s*show\s*less/i;

/** Labels that a reader sees on the button of a story, of its two. */
const shownLabels = (toggle) => toggle.evaluate((summary) => ['.more-open', '.more-close'].filter((label) => {
  const { width, height } = summary.querySelector(label).getBoundingClientRect();
  return width * height > 0;
}));

function testElements(browserName, way, getSetup) {
  let browser, files, origin, subscriptions;
  let page;
  /** Origins other than the page's own that were asked for anything. */
  let foreign;
  before(() => ({ browser, files, origin, subscriptions } = getSetup()));
  after(() => page?.context().close());

  const part = (selector) => page.locator(selector);
  const settled = () => page.waitForFunction(() => document.querySelector('long-read')?.shadowRoot?.querySelector('.carousel-buttons') && document.querySelector('long-read').shadowRoot.querySelector('.prompt'));

  /** Opens the page in a context of its own, in the days of the year-end appeal unless told otherwise. */
  async function open(feeds, { now = year_end, javaScriptEnabled = true } = {}) {
    await page?.context().close();
    const options = { viewport: { width: 1280, height: 900 }, ...(!javaScriptEnabled && { javaScriptEnabled }) };
    page = await (await browser.newContext(options)).newPage();
    page.setDefaultTimeout(15_000);
    foreign = [];
    page.on('request', (request) => {
      const asked = new URL(request.url());
      if (/^http/.test(asked.protocol) && asked.origin !== origin) foreign.push(asked.origin);
    });
    if (now) await page.clock.setFixedTime(now);
    // Feeds and campaigns that come after the article cause a second rendering: what is tested is the last one.
    await page.goto(`${origin}/seed/${way}-${feeds}.html`, { waitUntil: 'networkidle' });
    if (javaScriptEnabled) await settled();
  }

  const text = async (selector) => joinWords(await part(selector).innerText());
  const top = async (selector) => (await part(selector).first().boundingBox()).y;

  describe('with filled feeds', () => {
    before(() => open('filled'));

    test('1: the follow strip names its links, and asks no other host', async () => {
      const strip = page.getByRole('navigation', { name: /follow us/i });
      assert.ok(joinWords(await strip.innerText()).toLowerCase().startsWith(seed.follow.toLowerCase().slice(0, 9)));
      for (const name of ['Bluesky', 'Mastodon', 'RSS']) {
        const link = strip.getByRole('link', { name, exact: true });
        assert.ok(await link.isVisible(), name);
        assert.equal(await link.getAttribute('href'), `https://${name.toLowerCase()}.example/us`);
        assert.match(await link.getAttribute('rel'), /\bnoopener\b/);
      }
      assert.deepEqual(foreign, []);
    });

    test('2: the hero is shown in its box, and its alternative text, a file\'s name, is not read aloud', async () => {
      const hero = part('.hero img');
      await hero.evaluate((image) => image.decode());
      const { width, height } = await hero.boundingBox();
      assert.ok(width > 300 && height > 150, `${width} x ${height}`);
      assert.deepEqual([await hero.getAttribute('width'), await hero.getAttribute('height')], ['1600', '900']);
      assert.equal(await hero.evaluate((image) => getComputedStyle(image).objectPosition), '50% 25%');
      assert.equal(await hero.getAttribute('alt'), '');
      const spoken = await part('.article').ariaSnapshot();
      assert.ok(spoken.includes(seed.stories[0].alt), 'pictures with words are read aloud');
      assert.ok(!spoken.includes(seed.hero_alt));
      assert.ok(!(await part('.article').innerText()).includes(seed.hero_alt));
    });

    test('2: the page hears that the alternative text is none', { skip: way === 'printed' && 'the command says it; see below' }, async () => {
      const notes = await page.evaluate(() => window.notes.map(({ code, path }) => `${code} ${path}`));
      assert.deepEqual(notes, ['slug-alt /hero/alt']);
    });

    test('3: one headline, of the first level', async () => {
      assert.equal(await page.getByRole('heading', { level: 1 }).count(), 1);
      assert.equal(joinWords(await page.getByRole('heading', { level: 1 }).innerText()), seed.headline);
    });

    test('4: the dek stands by itself beneath it', async () => {
      assert.equal(await text('.dek'), seed.dek);
      assert.ok((await top('.dek')) > (await top('.headline')));
    });

    test('5: the kicker has two parts, each with its link', async () => {
      const kicker = part('.header .kicker');
      assert.deepEqual(await kicker.getByRole('listitem').allInnerTexts(), seed.kicker.split(' | '));
      assert.equal(await kicker.getByRole('link').count(), 2);
      assert.deepEqual(words(await kicker.innerText()).filter((word) => /\w/.test(word)), seed.kicker.split(' | '));
    });

    test('6: without author and dates nothing stands in their place', async () => {
      assert.equal(await part('.byline, .dates, .authors, .author').count(), 0);
      assert.equal(await text('.meta'), await text('.reading-time'));
    });

    test('7: twelve paragraphs, every word, spaces tidied', async () => {
      const paragraphs = await part('.body > p').allTextContents();
      assert.equal(paragraphs.length, 12);
      assert.equal(await part('.body > *').count(), 12);
      assert.deepEqual(paragraphs.map(joinWords), seed.body.map(joinWords));
      assert.deepEqual(paragraphs.filter((paragraph) => /\s\s|^\s|\s$/.test(paragraph)), []);
      assert.ok((await part('.body').innerText()).includes(' — '), 'the dash stays');
    });

    test('8: quotations keep their marks, the inner ones too, and no straight mark is left', async () => {
      const body = await text('.body');
      const [inner] = /‘[^’]+’/.exec(seed.body.join(' '));
      assert.ok(body.includes(inner));
      assert.equal(body.match(/“/g).length, seed.body.join('').match(/“/g).length);
      assert.equal(body.match(/“/g).length, body.match(/”/g).length);
      assert.doesNotMatch(await part('.article').innerText(), /["']/);
    });

    test('9: a citation links out, and tells the other site nothing', async () => {
      const link = part('.body').getByRole('link');
      assert.equal(await link.count(), 1);
      assert.equal(await link.getAttribute('href'), source_url);
      assert.match(await link.getAttribute('rel'), /\bnoopener\b.*\bnoreferrer\b/);
    });

    test('10: the appeal follows the body, in its two paragraphs, without the blank one', async () => {
      const paragraphs = await part('.prompt p').allTextContents();
      assert.deepEqual(paragraphs.map(joinWords), [seed.appeal[0], seed.appeal[2]].map(joinWords));
      assert.ok((await top('.prompt')) > (await top('.body > p:last-child')));
      assert.ok((await top('.prompt')) < (await top('.related')));
    });

    test('10: its amounts can be chosen by key', async () => {
      const choices = part('.prompt').getByRole('radio');
      assert.equal(await choices.count(), amounts.length);
      assert.deepEqual(await part('.prompt .amount-label').allInnerTexts(), amounts.map((amount) => `$${amount}`));
      assert.equal(await choices.nth(1).isChecked(), true, 'the recommended one, at first');
      await choices.nth(1).scrollIntoViewIfNeeded();
      // One that is printed is decided anew when it comes near.
      await page.waitForTimeout(1000);
      await part('[data-slot=prompt]:not(.undecided)').waitFor();
      await choices.nth(1).focus();
      await page.keyboard.press('ArrowDown');
      assert.deepEqual([await choices.nth(1).isChecked(), await choices.nth(2).isChecked()], [false, true]);
    });

    test('11: the hero\'s caption and its two credits stand apart, at the picture', async () => {
      const { caption, credit } = splitCredits(seed.hero_caption);
      assert.equal(credit.split(', ').length, 2);
      assert.equal(await text('.hero .caption'), caption);
      assert.equal(await text('.hero .credit'), credit);
      assert.ok((await top('.hero .caption')) < (await top('.body')));
      assert.equal((await part('.article').innerText()).split(caption).length, 2, 'it is printed once');
    });

    test('12: the tags stand in a row below the body', async () => {
      const tags = part('.tags').getByRole('link');
      assert.deepEqual(await tags.allInnerTexts(), seed.tags.split(' | '));
      const boxes = await Promise.all([tags.nth(0).boundingBox(), tags.nth(1).boundingBox()]);
      assert.ok(Math.abs(boxes[0].y - boxes[1].y) < 2 && boxes[1].x >= boxes[0].x + boxes[0].width, 'in a row');
      assert.ok(boxes[0].y > (await top('.body > p:last-child')));
      assert.ok(boxes[0].y < (await top('.related')));
    });

    test('13: the three stories of the editors come first', async () => {
      const headlines = await part('.related .card-headline').allInnerTexts();
      assert.deepEqual(headlines.slice(0, 3).map(joinWords), seed.stories.map(({ headline }) => joinWords(headline)));
    });

    seed.stories.forEach((story, index) => {
      const card = () => part('.related .card').nth(index);

      test(`14, 15: the picture of story ${index + 1} says what it shows, and whose it is`, async () => {
        const picture = card().getByRole('img', { name: story.alt, exact: true });
        await picture.scrollIntoViewIfNeeded();
        await page.waitForFunction((image) => image.complete && image.naturalWidth > 0, await picture.elementHandle());
        const { caption, credit } = splitStoryCredit(story.credit);
        assert.equal(joinWords((await card().locator('.caption').allTextContents()).join()), joinWords(caption));
        assert.equal(joinWords((await card().locator('.credit').allTextContents()).join()), joinWords(credit));
        assert.equal(await card().locator('figcaption').count(), credit ? 1 : 0);
      });

      test(`16, 17: story ${index + 1} has a headline that leads to it, and its section`, async () => {
        const link = card().getByRole('heading', { level: 3 }).getByRole('link');
        assert.equal(joinWords(await link.innerText()), joinWords(story.headline));
        assert.equal(new URL(await link.evaluate((anchor) => anchor.href)).pathname, `/stories/${index}.html`);
        assert.equal(joinWords(await card().locator('.kicker').innerText()), story.section);
        const { series } = splitSeries(story.headline);
        assert.deepEqual(await card().locator('.series').allInnerTexts(), series ? [`${series}:`] : []);
      });
    });

    test('20: the topic\'s rail has its heading and only stories of the topic', async () => {
      const rail = page.getByRole('region', { name: seed.topic, exact: true });
      assert.ok(await rail.getByRole('heading', { name: seed.topic, exact: true }).isVisible());
      const titles = await rail.getByRole('link').allInnerTexts();
      assert.ok(titles.length > 1, 'it is filled');
      assert.deepEqual(titles.filter((title) => !title.startsWith('Topic story ')), []);
    });

    test('21: the latest rail has its heading, the newest first, and no story twice on the page', async () => {
      const rail = page.getByRole('region', { name: seed.latest, exact: true });
      assert.ok(await rail.getByRole('heading', { name: seed.latest, exact: true }).isVisible());
      const dates = await rail.locator('time').evaluateAll((times) => times.map((time) => time.dateTime));
      assert.ok(dates.length > 1, 'it is filled');
      assert.deepEqual(dates, dates.toSorted().reverse());
      const links = await part('.card-link, .rail-item a').evaluateAll((anchors) => anchors.map((anchor) => anchor.href));
      assert.deepEqual(links, [...new Set(links)]);
    });

    test('22: the newsletter has its heading, its one paragraph and a field with a name', async () => {
      const newsletter = page.getByRole('region', { name: seed.newsletter, exact: true });
      assert.equal(joinWords(await newsletter.getByRole('paragraph').first().innerText()), joinWords(seed.pitch));
      assert.equal(await newsletter.getByRole('textbox', { name: 'Email address' }).count(), 1);
      assert.ok((await top('.newsletter')) > (await top('.rail')));
    });

    test('the reading time is seven to eight minutes', async () => {
      assert.match(await text('.reading-time'), /^7–8 min/);
    });

    test('what stands in the browser is what the command prints', async () => {
      const html = await part('.article').evaluate((article) => {
        const copy = article.cloneNode(true);
        copy.querySelectorAll('.carousel-buttons, .follow-sign, .foot').forEach((added) => added.remove());
        copy.querySelectorAll('[aria-roledescription]').forEach((section) => section.removeAttribute('aria-roledescription'));
        copy.querySelectorAll('[novalidate]').forEach((form) => form.removeAttribute('novalidate'));
        copy.querySelectorAll('[class=""]').forEach((slot) => slot.removeAttribute('class'));
        return copy.outerHTML;
      });
      assert.equal(html, files.print('filled', '--fragment', '--base', `${origin}/seed/article.json`));
    });
  });

  describe('with empty feeds', () => {
    before(() => open('empty'));

    test('13: there are exactly the three stories of the editors', async () => {
      assert.equal(await part('.related .card').count(), 3);
    });

    test('18: each has exactly two paragraphs, of which the first is shown', async () => {
      for (const [index, story] of seed.stories.entries()) {
        const paragraphs = part('.related .card').nth(index).locator('.teaser');
        assert.deepEqual((await paragraphs.allTextContents()).map(joinWords), story.teaser.map(joinWords));
        assert.deepEqual([await paragraphs.nth(0).isVisible(), await paragraphs.nth(1).isVisible()], [true, false]);
      }
    });

    for (const [index, how] of ['mouse', 'Enter', 'Space'].entries()) {
      test(`19: ${how} opens and closes a story, and one label is shown at a time`, async () => {
        const toggle = part('.related .card').nth(index).locator('summary');
        const rest = part('.related .card').nth(index).locator('.teaser').nth(1);
        const article = () => part('.article').innerText();
        const press = async () => (how === 'mouse' ? toggle.click() : toggle.press(how));
        assert.deepEqual(await shownLabels(toggle), ['.more-open']);
        assert.doesNotMatch(await article(), joined_labels);
        await press();
        assert.deepEqual([await shownLabels(toggle), await rest.isVisible()], [['.more-close'], true]);
        assert.doesNotMatch(await article(), joined_labels);
        await press();
        assert.deepEqual([await shownLabels(toggle), await rest.isVisible()], [['.more-open'], false]);
      });
    }

    test('19: the labels are neither read aloud together nor joined in the document', async () => {
      assert.doesNotMatch(await part('.related').ariaSnapshot(), joined_labels);
      assert.equal((await part('.related').textContent()).toLowerCase().includes(seed.toggle.toLowerCase()), false);
    });

    test('20, 21: rails without stories have no heading and take no room', async () => {
      const names = await page.getByRole('heading').allInnerTexts();
      assert.ok(names.includes(seed.newsletter), 'the other headings are there');
      assert.deepEqual(names.filter((name) => [seed.topic, seed.latest].includes(name)), []);
      assert.equal(await part('.rail').count(), 0);
      const lines = (await part('.article').innerText()).split('\n').map(joinWords);
      assert.deepEqual(lines.filter((line) => line === seed.topic || line === seed.latest), []);
      assert.equal(await part('[data-slot=rails]').count(), 0);
    });
  });

  describe('as a reader uses it', () => {
    async function giveHundred() {
      await page.route(`${donate_url}**`, (route) => route.fulfill({ contentType: 'text/html', body: '<title>Thanks</title>' }));
      await part('.prompt .amount').last().click();
      await part('.prompt').getByRole('button', { name: 'Donate' }).click();
      await page.waitForURL(`${donate_url}**`);
      // Without JavaScript a form says all that it knows.
      const { frequency = 'once', campaign, variant, ...gift } = Object.fromEntries(new URL(page.url()).searchParams);
      assert.deepEqual([frequency, gift], ['once', { amount: '100', currency: 'USD' }]);
    }

    async function subscribe({ scripted }) {
      const sent = subscriptions.length;
      const field = part('.newsletter').getByRole('textbox');
      const button = part('.newsletter').getByRole('button');
      await field.fill('no address');
      await button.click();
      assert.ok(await field.evaluate((input) => input.matches(':invalid')));
      assert.equal(subscriptions.length, sent, 'no address was sent');
      // By keys: Firefox keeps a form back whose wrong value was replaced by a script.
      await field.press('Control+a');
      await field.pressSequentially('reader@example.org');
      await button.click();
      await (scripted ? part('.form-status').getByText('You are subscribed.').waitFor() : page.waitForURL('**/subscribe'));
      // The second is the trap for programs.
      assert.deepEqual(subscriptions.slice(sent), ['email=reader%40example.org&lr-website=']);
    }

    test('10: a gift leads to where it is taken, with the amount', async () => {
      await open('empty');
      await giveHundred();
    });

    test('22: the newsletter\'s form sends the address, and only an address', async () => {
      await open('empty');
      await subscribe({ scripted: true });
    });

    const no_switch = way === 'rendered' ? 'it takes JavaScript to render' : browserName === 'firefox' && 'its driver has no switch for JavaScript';
    test('10, 19, 22: gift, story and newsletter work without JavaScript', { skip: no_switch }, async () => {
      await open('empty', { javaScriptEnabled: false, now: '' });
      const toggle = part('.related summary').first();
      await toggle.click();
      assert.ok(await part('.related .teaser').nth(1).isVisible());
      await giveHundred();
      await page.goBack();
      await subscribe({ scripted: false });
    });

    test('10: an appeal of another year is not shown', { skip: way === 'printed' && 'the command says it; see below' }, async () => {
      await open('empty', { now: '' });
      assert.equal(await text('.prompt-heading'), 'All year');
      assert.equal(await page.getByText(seed.appeal[2].slice(0, 30)).count(), 0);
    });
  });
}

for (const [name, launch] of Object.entries(browsers)) {
  const reason = why_no_seed ?? (installed(name) ? false : `${name} is not installed`);
  describe(`seed page in ${name}`, { skip: reason, timeout: 240_000 }, () => {
    if (reason) return;
    const setup = {};
    before(async () => {
      const files = writeSeedFiles(seed);
      const { hook, subscriptions } = makeSeedHook(files);
      Object.assign(setup, { files, subscriptions }, await serve(hook), { browser: await launch() });
    });
    after(async () => {
      await setup.browser?.close();
      await setup.server?.close();
      setup.files?.remove();
    });
    for (const way of ['rendered', 'printed']) describe(way, () => testElements(name, way, () => setup));
  });
}

describe('seed page by the command', { skip: why_no_seed ?? false, timeout: 60_000 }, () => {
  let files;
  before(() => (files = writeSeedFiles(seed)));
  after(() => files?.remove());

  test('the documents have no errors, and one note: the alternative text that is none', () => {
    const said = execFileSync(command, ['check', ...files.names.map(files.file)], { encoding: 'utf8' });
    assert.match(said, new RegExp(`${files.names.length} files checked, 0 errors, 1 notes`));
    const notes = files.file('notes');
    files.print('filled', '--fragment', '--notes', notes);
    assert.match(readFileSync(notes, 'utf8'), /^[^\n]*slug-alt[^\n]* at \/hero\/alt\n$/);
  });

  test('the reading time is seven to eight minutes, whatever stands around the text', () => {
    for (const options of [[], ['--hide', 'prompt related rails newsletter']]) {
      assert.match(files.print('filled', '--fragment', ...options), /<p class="reading-time"[^>]*>7–8 min/);
    }
  });

  test('the headline takes the level that the page asks for', () => {
    assert.match(files.print('empty', '--fragment', '--heading-level', '3'), /<h3 class="headline"/);
  });

  test('an empty rail prints no heading, a filled one does', () => {
    const count = (feeds) => files.print(feeds, '--fragment').match(/class="rail-heading"/g)?.length ?? 0;
    assert.deepEqual([count('empty'), count('filled')], [0, 2]);
  });

  test('the appeal is printed in its days and not on others', () => {
    const phrase = seed.appeal[2].slice(-30);
    const print = (...options) => files.print('empty', '--fragment', ...options).includes(phrase);
    assert.deepEqual([print(), print('--now', '2024-11-30T12:00:00Z'), print('--now', '2026-11-24T12:00:00Z')], [true, false, false]);
  });
});
