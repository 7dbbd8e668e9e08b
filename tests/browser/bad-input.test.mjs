// When input is bad: each row of the table in web/README.md, and what is missing without harm.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { createServer } from '../../web/tools/dev-server.mjs';
import { root } from '../command.mjs';
import { browsers, installed } from './browsers.mjs';
import { answerPages } from './pages.mjs';

const dist = join(root, 'web/dist');

/** A section of a WebAssembly module. */
const section = (id, ...bytes) => [id, bytes.length, ...bytes];
const exported = (name, kind, index) => [name.length, ...Buffer.from(name), kind, index];

/** A module of the right form that says a version and traps when it is asked. */
const makeCore = (abi) =>
  Buffer.from([
    ...[0, 97, 115, 109, 1, 0, 0, 0],
    ...section(1, 4, ...[0x60, 0, 1, 0x7f], ...[0x60, 1, 0x7f, 1, 0x7f], ...[0x60, 1, 0x7f, 0], ...[0x60, 2, 0x7f, 0x7f, 1, 0x7f]),
    ...section(3, 4, 0, 1, 2, 3),
    ...section(5, 1, 0, 1),
    ...section(7, 5, ...exported('memory', 2, 0), ...exported('abi', 0, 0), ...exported('alloc', 0, 1), ...exported('free', 0, 2), ...exported('answer', 0, 3)),
    ...section(10, 4, ...[4, 0, 0x41, abi, 0x0b], ...[4, 0, 0x41, 16, 0x0b], ...[2, 0, 0x0b], ...[3, 0, 0, 0x0b]),
  ]);

/** What the server gives of the package in folders of these names. */

const module_type = { 'Content-Type': 'application/wasm' };
const missing = (response) => response.writeHead(404).end();
const broken = {
  trap: ['core.wasm', (response) => response.writeHead(200, module_type).end(makeCore(2))],
  stale: ['core.wasm', (response) => response.writeHead(200, module_type).end(makeCore(1))],
  foreign: ['core.wasm', (response) => response.writeHead(200, module_type).end(Buffer.from([0, 97, 115, 109, 1, 0, 0, 0]))],
  damaged: ['core.wasm', (response) => response.writeHead(200, module_type).end('not a module')],
  'no-slots': ['slots.wasm', missing],
  'no-formats': ['formats.wasm', missing],
};

/** The inputs of each row: where the article is, and what of the package is broken. */
const inputs = {
  'host not there, connection lost': [{ src: '/bad/gone.json' }],
  '404, 410': [{ src: '/bad/status.json' }, { src: '/bad/gone-for-good.json' }],
  'other refusals, 500': [{ src: '/bad/refused.json' }],
  'HTML in place of JSON': [{ src: '/bad/html.json' }],
  'truncated JSON': [{ src: '/bad/cut.json' }],
  'JSON of another kind': [{ src: '/bad/other.json' }],
  'another version': [{ src: '/bad/version.json' }],
  'an empty file': [{ src: '/bad/nothing.json' }],
  'an empty body': [{ src: '/bad/empty.json' }],
  '20 MB': [{ src: '/bad/large.json' }],
  'no answer in time': [{ src: '/bad/slow.json' }],
  'WebAssembly blocked, or a damaged module': [{ page: 'no-wasm' }, { folder: 'damaged' }],
  'module and script of different releases': [{ folder: 'stale' }, { folder: 'foreign' }],
  'a fault of the module': [{ folder: 'trap' }],
  'a module that is not there': [{ src: '/bad/other.json', folder: 'no-formats' }],
};

const manual = readFileSync(join(root, 'web/README.md'), 'utf8');
const sentences = Object.fromEntries([...manual.matchAll(/^- \*(\w+)\*: "(.*)"$/gm)].map(([, name, sentence]) => [name, sentence]));
/** The cells of the table, by the first one. */
const rows = Object.fromEntries(
  [...manual.matchAll(/^\| (.+?) \| `([a-z-]+)` \| (\w+) \| (?:[^`]*)`(.+?)`.*\|$/gm)].map(([, input, code, sentence, said]) => [input, { code, sentence: sentences[sentence], said }]),
);

/** What the console must show: places, statuses, times and the browser's own words differ. */
function warningLike(said) {
  const pattern = said.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/^:\d+:\d+:/, ':\\d+:\\d+:').replace(/\d+( ms)?$/, '\\d+$1').replace(/Failed to fetch|…/, '.+');
  return new RegExp(`^\\[longread\\] [^ ]+${pattern}`);
}

test('every row has a test, and every sentence', () => {
  assert.deepEqual(Object.keys(rows), Object.keys(inputs));
  assert.equal(Object.values(rows).filter(({ sentence }) => sentence).length, Object.keys(inputs).length);
});

for (const [name, launch] of Object.entries(browsers)) {
  describe(`bad input in ${name}`, { skip: installed(name) ? false : `${name} is not installed`, timeout: 180_000 }, () => {
    let browser, page, server, warnings, faults;
    before(async () => {
      server = await createServer({
        folders: Object.fromEntries(Object.keys(broken).map((folder) => [`/${folder}/`, dist])),
        hook: (request, response, path) => {
          const [, folder, file] = path.split('/');
          if (file && broken[folder]?.[0] === file) return broken[folder][1](response), true;
          if (path !== '/plain.html' && path !== '/no-wasm.html') return answerPages(request, response, path);
          const policy = path === '/no-wasm.html' ? { 'Content-Security-Policy': "script-src 'self'" } : {};
          response.writeHead(200, { 'Content-Type': 'text/html', ...policy }).end('<!doctype html><html lang=en><title>t</title><body>');
          return true;
        },
      });
      browser = await launch();
    });
    after(async () => {
      await browser?.close();
      await server?.close();
    });

    /** Opens an empty page; the script comes with the first element. */
    const open = async (path = 'plain', prepare = () => {}) => {
      await page?.context().close();
      [warnings, faults] = [[], []];
      page = await (await browser.newContext()).newPage();
      page.setDefaultTimeout(15_000);
      await prepare(page);
      page.on('console', (message) => message.text().startsWith('[longread]') && warnings.push(message.text()));
      // Firefox reports there what a policy forbids.
      page.on('pageerror', ({ message }) => /blocked WebAssembly/.test(message) || faults.push(message));
      await page.goto(`${server.url}/${path}.html`);
    };
    /** Shows an element and waits for an event of it. */
    const show = (event, markup, folder = 'longread') =>
      page.evaluate(([type, html, from]) => new Promise((resolve) => {
        addEventListener(`longread-${type}`, ({ detail }) => resolve(detail), { once: true });
        window.told ??= ['ready', 'error', 'slots'].reduce((told, one) => (addEventListener(`longread-${one}`, () => told.push(one)), told), []);
        document.body.insertAdjacentHTML('beforeend', html);
        document.head.append(Object.assign(document.createElement('script'), { src: `/${from}/longread.js` }));
      }), [event, markup, folder]);

    for (const [input, ways] of Object.entries(inputs)) {
      for (const { src = '/articles/short.json', folder, page: path } of ways) {
        test(`${input} (${folder ?? path ?? src})`, async () => {
          const { code, sentence, said } = rows[input];
          await open(path);
          const found = await show('error', `<long-read src="${src}" timeout=700><a href="/x">Read it here</a></long-read>`, folder);
          assert.equal(found.code, code, found.detail);
          await page.waitForTimeout(200);
          assert.ok(await page.getByText('Read it here').isVisible());
          assert.equal(warnings.length, 1, warnings.join('; '));
          assert.match(warnings[0], warningLike(said));
          await show('error', `<long-read src="${src}" timeout=700></long-read>`, folder);
          await page.getByRole('status').filter({ hasText: sentence }).waitFor();
          assert.deepEqual(faults, []);
        });
      }
    }

    test('slots.wasm is not there: the article stays, with one warning', async () => {
      await open();
      await show('ready', '<long-read src="/articles/tide.json" feed="/articles/latest.json">Read it here</long-read>', 'no-slots');
      await page.waitForTimeout(600);
      assert.ok(await page.locator('.body p').first().isVisible());
      assert.deepEqual(await page.evaluate(() => [window.told, document.querySelector('long-read').getAttribute('state')]), [['ready'], 'ready']);
      assert.equal(warnings.length, 1, warnings.join('; '));
      assert.match(warnings[0], /^\[longread\] http.*\/no-slots\/slots\.wasm: http-status 404$/);
      assert.deepEqual(faults, []);
    });

    test('a feed that is not there costs its stories, with one warning and no event', async () => {
      await open();
      const { notes } = await show('slots', '<long-read src="/articles/tide.json" feed="/nowhere.json" campaigns="/articles/campaigns.json" donate-hosts="donate.harbour-lantern.example">Read it here</long-read>');
      await page.locator('.prompt').waitFor();
      assert.ok(await page.locator('.newsletter').isVisible());
      assert.equal(await page.locator('.rail, .related').count(), 0);
      assert.deepEqual(notes, []);
      assert.deepEqual(warnings, ['[longread] /nowhere.json: http-status 404']);
      assert.ok(!(await page.evaluate(() => window.told)).includes('error'));
    });

    test('a feed of an unknown kind is a note', async () => {
      await open();
      const { notes } = await show('slots', '<long-read src="/articles/short.json" feed="/bad/other.json">Read it here</long-read>');
      assert.deepEqual(notes.map(({ code }) => code), ['foreign-document']);
      assert.deepEqual(warnings, []);
    });

    test('a feed whose converter is not there costs its stories', async () => {
      await open('plain');
      const { notes } = await show('slots', '<long-read src="/articles/short.json" feed="/bad/other.json" campaigns="/articles/campaigns.json" donate-hosts="donate.harbour-lantern.example">Read it here</long-read>', 'no-formats');
      await page.locator('.prompt').waitFor();
      assert.deepEqual(notes.map(({ code }) => code), ['foreign-document']);
      assert.ok(!(await page.evaluate(() => window.told)).includes('error'));
    });

    test('storage that is blocked does not matter', async () => {
      await open('plain', (page) => page.addInitScript(() => {
        for (const name of ['localStorage', 'sessionStorage', 'indexedDB', 'caches']) {
          Object.defineProperty(window, name, { get: () => { throw new DOMException('blocked', 'SecurityError'); } });
        }
        Object.defineProperty(Document.prototype, 'cookie', { get: () => { throw new DOMException('blocked', 'SecurityError'); } });
      }));
      await show('slots', '<long-read src="/articles/tide.json" feed="/articles/latest.json" campaigns="/articles/campaigns.json" donate-hosts="donate.harbour-lantern.example"></long-read>');
      await page.locator('.carousel-next, .rail').first().waitFor();
      assert.deepEqual([warnings, faults], [[], []]);
    });
  });
}
