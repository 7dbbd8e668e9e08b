// Stories related to an article, from the static files of an archive: which files a page asks for, and what it makes of
// those that do not come, come late or come wrong. Whatever happens, the article stands as it stood.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { directoryPath, freshPath, seal, shardPath, writeCards, writeDirectory } from '../archive-files.mjs';
import { browsers, installed, serve } from './browsers.mjs';

const card = (i) => ({ id: `s${i}`, title: `Story number ${i} of the archive`, url: `/stories/\x01`, image: '/pictures/harbour.svg', section: 'Coast', minutes: 27_000_000 - 1440 * i });
const cards = [0, 1, 2, 3, 4, 5].map(card);
const list = [[2, 900], [1, 800], [3, 500], [5, 100]];
const shard = writeCards('s', 7, cards, [list], {});
const fresh = writeCards('f', 0, cards.slice(1), [], {});
const directory = (key) => writeDirectory(key, [['s0', 7, 3], ['other', 9, 0]], {});
const changed = (bytes, at) => Buffer.from(bytes.map((byte, i) => (i === at ? byte ^ 1 : byte)));

const story = (more) => JSON.stringify({ longread: 1, id: 's0', title: 'A story', url: '/cases/story.html', body: { html: '<p>Text of the article.</p>' }, ...more });
const documents = {
  '/doc/story.json': story(),
  '/doc/new.json': story({ id: 'new', kicker: ['Coast'], title: 'A number of the archive' }),
  '/doc/own.json': story({ related: [{ title: 'The editors’ own', url: '/own' }] }),
};
const shard_path = `/related/${shardPath(7)}`;
const fresh_path = `/related/${freshPath('Coast')}`;
const directory_path = `/related/${directoryPath('s0')}`;
const whole = {
  [directory_path]: directory('s0'), [`/related/${directoryPath('new')}`]: directory('new'), [shard_path]: shard, [fresh_path]: fresh,
};

for (const [name, launch] of Object.entries(browsers)) {
  describe(`archive in ${name}`, { skip: installed(name) ? false : `${name} is not installed`, timeout: 300_000 }, () => {
    let browser, page, server, origin, faults, warnings, asked, files;
    before(async () => {
      ({ server, origin } = await serve((request, response, path) => {
        if (path === '/plain.html') {
          response.writeHead(200, { 'Content-Type': 'text/html; charset=utf-8' }).end('<!doctype html><html lang=en><title>t</title><body>');
        } else if (documents[path]) {
          response.writeHead(200, { 'Content-Type': 'application/json' }).end(documents[path]);
        } else if (path.startsWith('/related/')) {
          asked.push(request.url);
          const file = files[path];
          if (file === 'hang') return true;
          response.writeHead(file ? 200 : 404, { 'Content-Type': 'application/octet-stream' }).end(file);
        } else {
          return false;
        }
        return true;
      }));
      browser = await launch();
    });
    after(async () => {
      await browser?.close();
      await server?.close();
    });

    /** Shows a story beside an archive that has these files in the place of its own. */
    const open = async (document, changes = {}, attributes = 'archive=/related') => {
      await page?.context().close();
      [faults, warnings, asked, files] = [[], [], [], { ...whole, ...changes }];
      page = await (await browser.newContext()).newPage();
      page.setDefaultTimeout(15_000);
      page.on('pageerror', (error) => faults.push(error.message));
      page.on('console', (message) => message.text().includes('[longread]') && warnings.push(message.text()));
      await page.goto(`${origin}/plain.html`);
      await page.evaluate((html) => {
        window.told = [];
        for (const type of ['ready', 'slots', 'error']) addEventListener(`longread-${type}`, () => told.push(type));
        document.body.innerHTML = html;
        document.head.append(Object.assign(document.createElement('script'), { src: '/longread/longread.js' }));
      }, `<long-read src=/doc/${document}.json ${attributes}></long-read>`);
      await page.waitForFunction(() => window.told.includes('ready'));
    };
    const inside = (read) => page.evaluate((source) => new Function('root', `return (${source})(root)`)(document.querySelector('long-read').shadowRoot), String(read));
    const stories = () => inside((root) => [...new Set([...root.querySelectorAll('[data-slot=related] a[href]')].map((link) => link.href))]);
    const settled = () => page.waitForTimeout(1500);
    const related = async () => {
      await page.locator('[data-slot=related]').waitFor();
      return stories();
    };
    /** The article is there and whole, and nothing stands below it. */
    const undisturbed = async (most_warnings) => {
      assert.equal(await inside((root) => root.querySelector('.body').textContent), 'Text of the article.');
      assert.equal(await inside((root) => root.querySelectorAll('[data-slot]').length), 0);
      assert.equal(await page.evaluate(() => document.querySelector('long-read').getAttribute('state')), 'ready');
      assert.deepEqual(await page.evaluate(() => window.told.filter((type) => type === 'error')), []);
      assert.deepEqual(faults, []);
      assert.ok(warnings.length <= most_warnings, warnings.join('\n'));
    };

    test('two files tell what is related to a story, nearest first', async () => {
      await open('story');
      const found = await related();
      assert.deepEqual(found, [2, 1, 3, 5].map((i) => `${origin}/stories/story-number-${i}-of-the-archive`));
      assert.deepEqual(asked, [directory_path, `${shard_path}?m=00c0ffee-3`]);
      assert.deepEqual([faults, warnings], [[], []]);
      assert.equal(await inside((root) => root.querySelector('[data-slot=related] img').getAttribute('src')), `${origin}/pictures/harbour.svg`);
    });

    test('the editors’ own stand before the archive’s', async () => {
      await open('own');
      await page.locator('[data-slot=related] a[href*="story-number-2"]').waitFor({ state: 'attached' });
      const found = await stories();
      assert.equal(found[0], `${origin}/own`);
      assert.equal(found.length, 5);
    });

    test('a story that is in no shard yet has fresh ones of its section', async () => {
      await open('new');
      const found = await related();
      assert.ok(found.length >= 3);
      assert.deepEqual(asked, [`/related/${directoryPath('new')}`, fresh_path]);
      assert.deepEqual([faults, warnings], [[], []]);
    });

    test('a page that knows its shard asks for no directory', async () => {
      await open('story', {}, `archive=/related/ archive-shard="${shardPath(7)}?m=00c0ffee-3"`);
      assert.equal((await related()).length, 4);
      assert.deepEqual(asked, [`${shard_path}?m=00c0ffee-3`]);
    });

    test('where the shard that a page knows is stale, the directory says another', async () => {
      await open('story', { [`/related/${shardPath(4)}`]: writeCards('s', 4, cards.slice(1), [list.slice(0, 1)], {}) }, `archive=/related/ archive-shard="${shardPath(4)}"`);
      assert.equal((await related()).length, 4);
      assert.deepEqual(asked, [`/related/${shardPath(4)}`, directory_path, `${shard_path}?m=00c0ffee-3`]);
      assert.deepEqual([faults, warnings], [[], []]);
    });

    test('an article without an archive asks for none', async () => {
      await open('story', {}, '');
      await settled();
      assert.deepEqual(asked, []);
      await undisturbed(0);
    });

    const broken = {
      'a directory that is not there': [{ [directory_path]: undefined }, 1],
      'a shard that is not there': [{ [shard_path]: undefined }, 1],
      'a shard that is cut': [{ [shard_path]: shard.subarray(0, shard.length - 9) }, 1],
      'a shard that is empty': [{ [shard_path]: Buffer.alloc(0) }, 1],
      'a shard of another version': [{ [shard_path]: writeCards('s', 7, cards, [list], { version: 2 }) }, 1],
      'a shard with a wrong checksum': [{ [shard_path]: changed(shard, shard.length - 20) }, 1],
      'a shard that is a page of the server': [{ [shard_path]: Buffer.from('<!doctype html><title>Not found</title>') }, 1],
      'a shard that is far too large': [{ [shard_path]: Buffer.alloc(2 << 20) }, 1],
      'a shard of harmful addresses': [{ [shard_path]: writeCards('s', 7, cards.map((one) => ({ ...one, url: 'javascript:alert(1)' })), [list], {}) }, 0],
      'a directory of another version': [{ [directory_path]: writeDirectory('s0', [['s0', 7, 3]], { version: 2 }) }, 1],
      'a directory that is cut': [{ [directory_path]: directory('s0').subarray(0, 30) }, 1],
      'a directory of other stories': [{ [directory_path]: seal('d', 1, Buffer.from([0, 1, 0, 0])) }, 1],
      'a stale directory, whose shard has other stories': [{ [shard_path]: writeCards('s', 7, cards.slice(1), [list.slice(0, 1)], {}) }, 1],
      'a story that the archive does not have': [{ [directory_path]: writeDirectory('s0', [['other', 7, 3]], {}) }, 0],
    };
    for (const [fault, [changes, most_warnings]] of Object.entries(broken)) {
      test(`${fault}: the article stays as it is`, async () => {
        await open('story', changes);
        await settled();
        assert.ok(asked.length >= 1 && asked.length <= 2, asked.join(' '));
        await undisturbed(most_warnings);
        assert.equal(warnings.length, most_warnings);
      });
    }

    test('a shard that never comes: the article stays as it is, and one warning tells', async () => {
      await open('story', { [shard_path]: 'hang' });
      await settled();
      await undisturbed(0);
      await page.waitForTimeout(8000);
      await undisturbed(1);
      assert.match(warnings[0], /timeout after 8000 ms/);
    });

    test('an element that is taken away while a shard is on its way lets go of it', async () => {
      await open('story', { [shard_path]: 'hang' });
      await settled();
      assert.equal(asked.length, 2);
      await page.evaluate(() => document.querySelector('long-read').remove());
      await page.waitForTimeout(8500);
      assert.deepEqual([faults, warnings], [[], []]);
    });
  });
}
