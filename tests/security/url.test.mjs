// Our resolver of URLs against the browsers' own, on mutated strings: what we let through leads in the browser to the
// same place, and to nothing that executes; what we refuse and a browser takes is refused for a reason that is listed.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { dirname, join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { browsers, installed } from '../browser/browsers.mjs';
import { command } from '../command.mjs';
import { skipped } from './cases.mjs';
import { mutatedUrls } from './mutated-urls.mjs';

const count = process.env.SECURITY_ALL ? 1_200_000 : 60_000;
const batch = 20_000;
const bases = ['https://news.example/world/story.html?x=1#top', 'http://news.example:8080/a/b/', '', 'https://xn--bcher-kva.example'];

function resolveAll(texts, base) {
  const { stdout, status, stderr } = spawnSync(join(dirname(command), 'resolve_urls'), [base],
    { input: texts.map((text) => `${JSON.stringify(text)}\n`).join(''), encoding: 'utf8', maxBuffer: 1 << 28, timeout: 60_000 });
  assert.equal(status, 0, stderr);
  const lines = stdout.split('\n').slice(0, -1);
  assert.equal(lines.length, texts.length);
  return lines.map((line) => (line[0] === '=' ? line.slice(1) : null));
}

/** Runs in the page. `wrong`: what must not be; `reasons`: how often what we refuse would be of the web there. */
function compare([texts, ours, base]) {
  const place = base || 'https://page.example/dir/page.html';
  const parse = (text) => {
    try {
      return new URL(text, place);
    } catch {
      return null;
    }
  };
  const harmless = new Set(['https:', 'http:', 'mailto:', 'tel:']);

  /** Why the policy refuses what leads to `url` for a browser. */
  const reasonOf = (text, url) => {
    const seen = text.replace(/^[\0-\x20]+|[\0-\x20]+$/g, '').replace(/[\t\n\r]/g, '');
    const size = (string) => new TextEncoder().encode(string).length;
    if (/[\0-\x1f\x7f]/.test(seen)) return 'a control character';
    if (size(text) > 2048 || size(url.href) > 2048) return 'more than 2,048 bytes';
    if (!url.protocol.startsWith('http')) return /^[a-z]+:\//i.test(seen) ? 'mail or telephone with a slash' : null;
    const [, scheme = '', slashes = ''] = /^([a-z][a-z0-9+.-]*:)?([/\\]*)/i.exec(seen);
    if (slashes.includes('\\') && (scheme || slashes.length > 1)) return 'a backslash before the host';
    if (scheme && slashes.length < 2) return 'http without two slashes';
    const authority = seen.slice(scheme.length + slashes.length).split(/[/?#\\]/, 1)[0];
    if (authority.includes('@')) return 'a user name';
    if (seen[scheme.length + slashes.length + authority.length] === '\\') return 'a backslash behind the host';
    const host = authority.replace(/:\d*$/, '');
    if (/^\[.*\]$/.test(url.hostname)) return 'an IPv6 address with an IPv4 address in it';
    if (/^[\d.]+$/.test(url.hostname)) return 'an IPv4 address that is not plain';
    if (/(^|\.)(0x[^.]*|\d+)\.?$/i.test(host)) return 'a host that ends like a number';
    if (/(^|\.)xn--(\.|$)/i.test(host)) return 'an encoded label with nothing in it';
    if (/%/.test(host)) return 'an encoded host';
    if (/[^\x00-\x7f]/.test(host)) return 'a host with other letters than those listed in base/host.cpp';
    if (/[^a-z0-9._-]/i.test(host)) return 'a host with other signs than hyphen and underscore';
    if (/^\.|\.\./.test(host)) return 'a host with an empty label';
    if (host.length > 255 || host.split('.').some((label) => label.length > 63)) return 'a host longer than DNS allows';
    return null;
  };

  const wrong = [];
  const reasons = {};
  let accepted = 0;
  let dead = 0;
  texts.forEach((text, index) => {
    const our = ours[index];
    // Firefox keeps spaces and control characters at the end where a reference is a fragment alone.
    const url = parse(our?.[0] === '#' ? text.replace(/[\0-\x20]+$/, '') : text);
    const say = (problem) => wrong.length < 20 && wrong.push(`${problem}: ${JSON.stringify(text)} against ${base || 'nothing'}: ${our}, ${url?.href}`);
    if (our === null) {
      if (!url || !harmless.has(url.protocol)) return;
      const reason = reasonOf(text, url);
      if (reason) reasons[reason] = (reasons[reason] ?? 0) + 1;
      else say('refused without a reason');
      return;
    }
    ++accepted;
    if (!url) {
      // Known: whether the letters of an encoded label go together, which a table of Unicode's says, is not looked
      // at. Such a link leads nowhere.
      if (/xn--/.test(our)) dead += 1;
      else say('let through, and no URL');
      return;
    }
    if (!harmless.has(url.protocol)) return void say('let through, and executes or opens what is not of the web');
    // Firefox resolves dots in the query and fragment of "//host?..", and not where the scheme stands before it.
    const is_borrowed = /^[\0-\x20]*\/\/[^/\\]*[?#]/.test(text.replace(/[\t\n\r]/g, ''));
    const led = is_borrowed ? parse(`${new URL(place).protocol}${text.replace(/^[\0-\x20]+/, '')}`) : url;
    if (led?.href !== parse(our)?.href) say('another place');
    if (url.username || url.password) say('a user name');
  });
  return { wrong, reasons, accepted, dead };
}

describe('the resolver and browsers', { skip: skipped, timeout: 30 * 60_000 }, () => {
  for (const [name, launch] of Object.entries(browsers)) {
    describe(name, { skip: installed(name) ? false : `${name} is not installed` }, () => {
      let browser, page;
      before(async () => {
        browser = await launch();
        page = await browser.newPage();
      });
      after(() => browser?.close());

      test('a resolver that lets through too much, or leads elsewhere, is noticed', async () => {
        const [base] = bases;
        const ask = (text, our) => page.evaluate(compare, [[text], [our], base]).then(({ wrong }) => wrong.join());
        assert.match(await ask('java\nscript:alert(1)', 'javascript:alert(1)'), /executes/);
        assert.match(await ask('https://ok.example\\@evil.example/', 'https://evil.example/'), /another place/);
        assert.match(await ask('https://u@ok.example/', 'https://u@ok.example/'), /user name/);
        assert.match(await ask('https://ok.example/', null), /without a reason/);
        assert.match(await ask('https://[a/', 'https://[a]/'), /no URL/);
        assert.equal(await ask('https://OK.example', 'https://ok.example/'), '');
      });

      test(`${count} mutated strings lead to the same places`, async (context) => {
        const wrong = [];
        const reasons = {};
        let accepted = 0;
        let dead = 0;
        const texts = mutatedUrls(count, 20_260);
        for (let done = 0; done < count; done += batch) {
          const base = bases[(done / batch) % bases.length];
          const some = Array.from({ length: Math.min(batch, count - done) }, () => texts.next().value);
          const found = await page.evaluate(compare, [some, resolveAll(some, base), base]);
          wrong.push(...found.wrong);
          accepted += found.accepted;
          dead += found.dead;
          for (const [reason, times] of Object.entries(found.reasons)) reasons[reason] = (reasons[reason] ?? 0) + times;
        }
        context.diagnostic(`${accepted} of ${count} let through (${dead} of them no URL for ${name}); refused, though of the web for ${name}: ${JSON.stringify(reasons)}`);
        assert.deepEqual(wrong, []);
        assert.ok(accepted > count / 10, `${accepted} let through`);
      });
    });
  }
});
