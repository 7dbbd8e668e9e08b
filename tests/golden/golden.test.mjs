// Golden files: what the command prints for a document, kept beside it. A case is NAME.json with NAME.html (the
// shadow root's content) and NAME.notes (what was dropped or repaired); NAME.args may hold options, one a line.
// After a change that is meant: LONGREAD_UPDATE=1 node --test tests/golden, then read the diff.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { command, root } from '../command.mjs';

const here = dirname(fileURLToPath(import.meta.url));
const demo = join(root, 'web/demo/articles');
const update = process.env.LONGREAD_UPDATE === '1';

/** @param {string} name @param {string} extension @param {string} actual */
function compare(name, extension, actual) {
  const path = join(here, `${name}.${extension}`);
  if (update) writeFileSync(path, actual);
  assert.ok(existsSync(path), `${path} is missing: run with LONGREAD_UPDATE=1 and read what comes out`);
  assert.equal(actual, readFileSync(path, 'utf8'));
}

/** Element by element on lines of their own, so that a difference is one line. @param {string} html */
const by_line = (html) => html.replace(/(<\/?(?:article|header|nav|ul|ol|li|p|h[1-6]|figure|figcaption|div|section|form|details|summary|blockquote|aside|table|tr|fieldset|label)\b)/g, '\n$1').trimStart() + '\n';

/** @param {string} name @param {string} file @param {string[]} options */
function golden(name, file, options) {
  test(name, () => {
    const notes = join(root, 'build', `golden-${name}.notes`);
    const html = execFileSync(command, ['render', '--fragment', '--notes', notes, ...options, file], { encoding: 'utf8', cwd: dirname(file) });
    compare(name, 'html', by_line(html));
    compare(name, 'notes', readFileSync(notes, 'utf8').replaceAll(file, name));
  });
}

for (const file of readdirSync(here).filter((f) => f.endsWith('.json'))) {
  const name = file.slice(0, -5);
  const options = join(here, `${name}.args`);
  golden(name, join(here, file), existsSync(options) ? readFileSync(options, 'utf8').trim().split('\n') : []);
}

// The demo's articles, as a publisher would render them: with feed and campaigns.
for (const file of existsSync(demo) ? readdirSync(demo).filter((f) => f.endsWith('.json')) : []) {
  if (!('body' in (parse(join(demo, file)) ?? {}))) continue;
  golden(`demo-${file.slice(0, -5)}`, join(demo, file), [
    '--feed', join(demo, 'latest.json'), '--campaigns', join(demo, 'campaigns.json'), '--donate-hosts', 'donate.harbour-lantern.example', '--now', '2026-11-23T12:00:00Z']);
}

// Its documents of other systems, as they are; weekly.json is a feed.
const formats = join(root, 'web/demo/formats');
for (const file of existsSync(formats) ? readdirSync(formats).filter((f) => f.endsWith('.json') && f !== 'weekly.json') : []) {
  const feeds = ['notice.xml', 'weekly.json'].flatMap((feed) => ['--feed', join(formats, feed)]);
  golden(`format-${file.slice(0, -5)}`, join(formats, file), file === 'feeds.json' ? [...feeds, '--now', '2026-11-23T12:00:00Z'] : []);
}

/** The demo has a broken document on purpose. @param {string} path */
function parse(path) {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    return null;
  }
}
