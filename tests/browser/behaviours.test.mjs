// What comes alive after the article: buttons, disclosure, the events that a page may veto, and the element's own life.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { createServer } from '../../web/tools/dev-server.mjs';
import { browsers, installed } from './browsers.mjs';

const bare = '<!doctype html><html lang=en><meta charset=utf-8><title>t</title><body>';
const module_tag = '<script type=module src=/longread/longread.js></script>';
const tide = 'src=/articles/tide.json feed=/articles/latest.json campaigns=/articles/campaigns.json donate-hosts=donate.harbour-lantern.example';

/** Pages of this suite, by path. */
const pages = {
  '/rich.html': `${bare}${module_tag}<long-read ${tide}></long-read><script>
    window.told = [];
    for (const type of ['ready', 'error', 'select', 'donate', 'subscribe'])
      addEventListener('longread-' + type, (event) => {
        told.push([type, event.detail]);
        if (event.cancelable) event.preventDefault();
      });
  </script>`,
  '/rtl.html': `${bare}${module_tag}<div style="width:400px"><long-read src=/articles/arabic.json></long-read></div>`,
  '/tags.html': `${bare}<p id=one>before<script async src=/longread/longread.js data-src=/articles/short.json data-heading-level=2></script></p>
    <p id=two>before<script async src=/longread/longread.js data-src=/articles/brief.json></script></p>`,
  '/module-tag.html': `${bare}<p id=one>before<script type=module src=/longread/longread.js data-src=/articles/short.json></script></p>`,
  '/twice.html': `${bare}${module_tag}<script async src="/longread/longread.js?again"></script><long-read src=/articles/short.json></long-read>`,
  '/visible.html': `${bare}${module_tag}<div style="height:9000px"></div><long-read loading=visible src=/articles/short.json></long-read>`,
  '/plain.html': bare,
  '/silent.html': `${bare.replace('en', 'de')}${module_tag}<long-read src=/nowhere.json></long-read>
    <long-read src=/broken-off.json></long-read><long-read lang=fr src=/></long-read>`,
  '/inline.html': `${bare}${module_tag}<long-read><script type=application/json>{"longread": 1, "title": "Inline", "body": {"html": "<p>Text</p>"}}</script></long-read>`,
  '/preload.html': `${bare}<link rel=modulepreload href=/longread/view.js>
    <link rel=preload as=fetch crossorigin href=/longread/core.wasm>
    <link rel=preload as=fetch crossorigin href=/articles/short.json>${module_tag}<long-read src=/articles/short.json></long-read>`,
};

for (const [name, launch] of Object.entries(browsers)) {
  describe(`behaviours in ${name}`, { skip: installed(name) ? false : `${name} is not installed`, timeout: 180_000 }, () => {
    let browser, page, server, faults, asked;
    before(async () => {
      server = await createServer({
        hook: (_request, response, path) => {
          asked?.push(path);
          if (path === '/broken-off.json') return response.destroy();
          if (!pages[path]) return false;
          response.writeHead(200, { 'Content-Type': 'text/html; charset=utf-8' }).end(pages[path]);
          return true;
        },
      });
      browser = await launch();
    });
    after(async () => {
      await browser?.close();
      await server?.close();
    });

    /** Opens a page of its own context and waits for its article. */
    const open = async (path, viewport = { width: 900, height: 700 }) => {
      await page?.context().close();
      faults = [];
      asked = [];
      page = await (await browser.newContext({ viewport })).newPage();
      page.setDefaultTimeout(15_000);
      page.on('pageerror', (error) => faults.push(error.message));
      await page.goto(server.url + path);
    };
    const ready = () => page.waitForFunction(() => document.querySelector('long-read[state=ready]'));
    const told = (type) => page.evaluate((wanted) => window.told.filter(([name]) => name === wanted).map(([, detail]) => detail), type);

    test('buttons turn the carousel, keep the focus and say when there is no more', async () => {
      await open('/rich.html');
      const next = page.getByRole('button', { name: 'Next stories' });
      const previous = page.getByRole('button', { name: 'Previous stories' });
      await next.waitFor();
      const place = () => page.evaluate(() => document.querySelector('long-read').shadowRoot.querySelector('[data-part=track]').scrollLeft);
      assert.equal(await previous.getAttribute('aria-disabled'), 'true');
      assert.equal(await next.getAttribute('aria-disabled'), 'false');
      await next.focus();
      await page.keyboard.press('Enter');
      await page.waitForFunction(() => document.querySelector('long-read').shadowRoot.querySelector('[data-part=track]').scrollLeft > 100);
      await page.waitForFunction(() => document.querySelector('long-read').shadowRoot.querySelector('.carousel-previous').getAttribute('aria-disabled') === 'false');
      for (let turns = 0; turns < 9 && (await next.getAttribute('aria-disabled')) === 'false'; ++turns) {
        await page.keyboard.press('Enter');
        await page.waitForTimeout(700);
      }
      assert.equal(await next.getAttribute('aria-disabled'), 'true');
      assert.ok(await next.evaluate((button) => button.getRootNode().activeElement === button), 'the focus has moved');
      const end = await place();
      await previous.click();
      await page.waitForFunction((was) => document.querySelector('long-read').shadowRoot.querySelector('[data-part=track]').scrollLeft < was - 50, end);
      assert.deepEqual(faults, []);
    });

    test('from right to left the same buttons turn the other way', async () => {
      await open('/rtl.html');
      const next = page.locator('.carousel-next');
      await next.waitFor();
      assert.equal(await next.getAttribute('aria-label'), 'المقالات التالية');
      await next.click();
      await page.waitForFunction(() => document.querySelector('long-read').shadowRoot.querySelector('[data-part=track]').scrollLeft < -50);
    });

    test('a page hears of a story, a donation and a subscription first, and may take them over', async () => {
      await open('/rich.html');
      await page.locator('.carousel-next').waitFor();
      await page.locator('.card-link').first().click();
      const [story] = await told('select');
      assert.match(story.url, /^http/);
      assert.ok(story.title.length > 5 && !/\s\s|\n/.test(story.title), story.title);

      await page.locator('.prompt .amount').last().click();
      await page.locator('.prompt-form button').click();
      const [gift] = await told('donate');
      assert.match(gift.amount, /^\d+$/);
      assert.equal(gift.url, `https://donate.harbour-lantern.example/?amount=${gift.amount}&currency=${gift.currency}`);

      await page.locator('.newsletter-form .field').fill('reader@example.org');
      await page.keyboard.press('Enter');
      const [subscription] = await told('subscribe');
      assert.equal(subscription.email, 'reader@example.org');
      assert.equal(new URL(page.url()).pathname, '/rich.html');
      assert.deepEqual(faults, []);
    });

    test('who closes a story stays where the button was', async () => {
      await open('/rich.html');
      await page.locator('.carousel-next').waitFor();
      const toggle = page.locator('.more-toggle').first();
      await toggle.click();
      await toggle.scrollIntoViewIfNeeded();
      const top = () => toggle.evaluate((summary) => Math.round(summary.getBoundingClientRect().top));
      const before = await top();
      await toggle.focus();
      await page.keyboard.press('Enter');
      assert.equal(await toggle.evaluate((summary) => summary.parentElement.open), false);
      assert.ok(Math.abs((await top()) - before) <= 1);
    });

    test('removal undoes the behaviours and stops the work; re-insertion takes it up without another request', async () => {
      await open('/rich.html');
      await page.locator('.carousel-next').waitFor();
      const buttons = await page.evaluate(() => {
        window.element = document.querySelector('long-read');
        element.remove();
        return element.shadowRoot.querySelectorAll('.carousel-buttons').length;
      });
      assert.equal(buttons, 0);
      const before = asked.length;
      await page.evaluate(() => document.body.append(element));
      await page.locator('.carousel-next').waitFor();
      assert.equal(await page.evaluate(() => element.shadowRoot.querySelectorAll('.carousel-buttons').length), 1);
      assert.equal((await told('ready')).length, 1);
      assert.equal(asked.slice(before).filter((path) => path.endsWith('.json')).length, 0);
      assert.deepEqual(faults, []);
    });

    test('an element that is removed while it loads says nothing', async () => {
      await open('/rich.html');
      await ready();
      await page.evaluate(() => {
        const element = document.createElement('long-read');
        element.id = 'gone';
        element.setAttribute('src', '/articles/brief.json');
        for (const type of ['ready', 'error']) element.addEventListener('longread-' + type, () => (window.spoke = true));
        document.body.append(element);
        setTimeout(() => element.remove(), 1);
      });
      await page.waitForTimeout(900);
      assert.equal(await page.evaluate(() => window.spoke), undefined);
      assert.deepEqual(faults, []);
    });

    test('several changes of attributes cause one rendering', async () => {
      await open('/rich.html');
      await ready();
      await page.waitForTimeout(500);
      const count = await page.evaluate(async () => {
        const element = document.querySelector('long-read');
        let renderings = 0;
        element.addEventListener('longread-ready', () => ++renderings);
        for (const source of ['short', 'brief', 'market', 'archive']) element.setAttribute('src', `/articles/${source}.json`);
        element.setAttribute('heading-level', '2');
        await new Promise((resolve) => element.addEventListener('longread-ready', resolve, { once: true }));
        await new Promise((resolve) => setTimeout(resolve, 500));
        return [renderings, element.shadowRoot.querySelectorAll('h1').length, element.shadowRoot.querySelector('h2.headline').textContent.slice(0, 11)];
      });
      assert.deepEqual(count, [1, 0, 'Ninety-four']);
    });

    test('a script tag puts the article where it stands, each tag its own', async () => {
      await open('/tags.html');
      await page.waitForFunction(() => document.querySelectorAll('long-read[state=ready]').length === 2);
      const found = await page.evaluate(() => ['#one', '#two'].map((id) => document.querySelector(`${id} > script + long-read`).shadowRoot.querySelector('.headline').localName));
      assert.deepEqual(found, ['h2', 'h1']);
      await open('/module-tag.html');
      await ready();
      assert.equal(await page.evaluate(() => document.querySelectorAll('#one > script + long-read').length), 1);
    });

    test('a second copy of the loader does no harm', async () => {
      await open('/twice.html');
      await ready();
      await page.waitForTimeout(300);
      assert.deepEqual(faults, []);
    });

    test('loading=visible waits until the reader comes near', async () => {
      await open('/visible.html');
      await page.waitForTimeout(700);
      assert.ok(!asked.some((path) => path.endsWith('.json') || path.endsWith('.wasm')), asked.join(' '));
      await page.evaluate(() => scrollTo(0, 8000));
      await ready();
    });

    test('without anything in its place a sentence in the page\'s language says why there is no article', async () => {
      await open('/silent.html');
      const sentences = page.getByRole('status');
      await sentences.nth(2).waitFor();
      assert.deepEqual((await sentences.allTextContents()).map((text) => text.split('.')[0]), [
        'Dieser Artikel wurde nicht gefunden',
        'Dieser Artikel konnte nicht geladen werden',
        'Cet article ne peut pas être affiché',
      ]);
    });

    test('the sentence is dressed before it stands there', async () => {
      await open('/plain.html');
      const sheets = await page.evaluate(() => new Promise((resolve) => {
        const { replaceChildren } = ShadowRoot.prototype;
        ShadowRoot.prototype.replaceChildren = function (...nodes) {
          replaceChildren.apply(this, nodes);
          if (this.querySelector('.failed')) resolve(this.adoptedStyleSheets.length);
        };
        document.body.innerHTML = '<long-read src="/nowhere.json"></long-read>';
        document.head.append(Object.assign(document.createElement('script'), { src: '/longread/longread.js' }));
      }));
      assert.equal(sheets, 1);
    });

    test('an article may stand in the page', async () => {
      await open('/inline.html');
      await ready();
      assert.equal(await page.locator('h1.headline').textContent(), 'Inline');
    });

    test('a trap takes nothing with it: the next article has an instance of its own', async () => {
      await open('/plain.html');
      const states = await page.evaluate(() => new Promise((resolve) => {
        const answers = [];
        addEventListener('longread-error', (event) => answers.push(event.detail.code));
        addEventListener('longread-ready', () => answers.push('ready'));
        const { instantiate } = WebAssembly;
        let calls = 0;
        // The first instance fails in the middle of its first call.
        WebAssembly.instantiate = async (...given) => {
          const instance = await instantiate.apply(WebAssembly, given);
          if (++calls > 1) return instance;
          return { exports: { ...instance.exports, answer: () => { throw new WebAssembly.RuntimeError('unreachable'); } } };
        };
        document.body.innerHTML = '<long-read src="/articles/short.json">a</long-read>';
        document.head.append(Object.assign(document.createElement('script'), { src: '/longread/longread.js' }));
        addEventListener('longread-error', () => document.body.insertAdjacentHTML('beforeend', '<long-read src="/articles/brief.json">b</long-read>'));
        addEventListener('longread-ready', () => resolve(answers));
      }));
      assert.deepEqual(states, ['trapped', 'ready']);
    });

    test('preload hints are used: nothing is asked for twice', async () => {
      await open('/preload.html');
      await ready();
      for (const path of ['/longread/view.js', '/longread/core.wasm', '/articles/short.json']) {
        assert.equal(asked.filter((one) => one === path).length, 1, `${path} in ${asked.join(' ')}`);
      }
    });
  });
}
