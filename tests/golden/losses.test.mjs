// What `longread check` reports of every document of another system in ../shared/fixtures, kept in losses.txt under the
// reasons why each loss is right. A finding without a reason, and a reason without a finding, fail.
// After a change that is meant: LONGREAD_UPDATE=1 node --test tests/golden, then read the diff.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { command, root } from '../command.mjs';

const golden_file = fileURLToPath(new URL('losses.txt', import.meta.url));
const fixtures = join(root, '../shared/fixtures');
/** Folders, and the format where the content of what is in them, often a piece of a story, does not tell. */
const folders = {
  ans: 'ans', 'apple-news': 'apple-news', contentful: '', editorjs: '', ghost: '', 'guardian-capi': 'guardian', 'guardian-dcr': 'guardian',
  'json-feed': '', jsonld: '', 'other-cms': '', 'portable-text': '', 'prosemirror-tiptap': '', 'wordpress-rest': '',
};

/** @type {[string, RegExp][]} the reason, and the findings that it justifies: "FILE:LINE:COLUMN: CODE (DETAIL) at POINTER" */
const reasons = [
  ['no word is lost: the picture stands there; whoever wrote the story did not describe it', /: missing-alt /],
  ['no word is lost: a link, which the page opens in place at a click where it knows the host', /: embed-as-link /],
  ['scripts, styles and frames without an address, which are never shown', /: html-dropped \((script|style|iframe)\)/],
  ['it has no title; its text is shown', /: missing-field \(title\)/],
  ['no story: a place, a person, a label or another part of an archive, without a text', /^ans\/.*: not-a-document \(no ANS document/],
  ['no story: of a type that holds no text', /^ans\/.*: unknown-block \((content|custom_embed|media|story_operation|author|restricted|Wires|tag|label)\)/],
  ['a story or an element whose text is missing, empty or elsewhere', /^(ans|apple-news|guardian-capi|guardian-dcr|ghost|jsonld|wordpress-rest)\/.*: empty-body/],
  ['the input of a test beside its output, or a mark or node without its document: read by tests/unit/foreign_trees_fixtures_test.cpp', /^(portable-text|prosemirror-tiptap|contentful|guardian-dcr\/elements|guardian-capi)\/.*: not-a-document/],
  ['no story: comments, people, tags and pictures', /^wordpress-rest\/.*: not-a-document/],
  ["an editor's tree without the post that has its HTML, or a table of an export beside its posts", /^ghost\/.*: not-a-document/],
  ['no story: concerts, films, pages and people', /^jsonld\/.*: (not-a-document|html-not-json)/],
  ['a correction that says nothing', /: missing-field \(text\) at \/corrections\//],
  ['the text is not in the document: its summary stands for it', /^jsonld\/.*: missing-field \(the text\)/],
  ['a form or drawing that only works with its own scripts', /^guardian-dcr\/elements\/.*: html-dropped \((svg|canvas|form)\)/],
  ['no word is lost: a tag of no meaning around its text', /: html-unwrapped /],
  ['an older version, read all the same', /^json-feed\/.*: bad-value .* at \/version/],
  ['cards that lead nowhere, and are left out', /^json-feed\/.*: missing-field \(url\)/],
  ['an empty document', /^apple-news\/invalid\/empty-document/],
  ['RSS that a program turned into JSON of its own: nobody serves it', /^json-feed\/libsyn-feed/],
  ['a system that no adapter is for', /^other-cms\/.*: not-a-document/],
  ['no word is lost: the text is kept, without the meaning that only its own site knows', /: unknown-inline /],
  ['a file of the bundle that is pushed to Apple, with no address on the web', /: bad-url \(bundle:/],
  ['a reference to a picture whose address needs the project, which the document does not name', /^portable-text\/.*: bad-url \(image-/],
  ['a picture or page of a kind that no page of text can show', /: unknown-block \((arkit|annotatedMap|promo_reference)\)/],
  ['says itself that it is not for the web', /: unknown-block \(its channels leave the web out\)/],
];

/** @param {string} folder @returns {string[]} */
function filesUnder(folder) {
  return readdirSync(folder).sort().flatMap((name) => {
    const path = join(folder, name);
    return statSync(path).isDirectory() ? filesUnder(path) : [path];
  });
}

/** The findings of the command, without the sentence of each and without what was read. @param {string} folder @param {string} format */
function findingsOf(folder, format) {
  const files = filesUnder(join(fixtures, folder)).map((path) => path.slice(fixtures.length + 1));
  const { stdout, stderr } = spawnSync(command, ['check', ...(format ? ['--format', format] : []), ...files], { cwd: fixtures, encoding: 'utf8', maxBuffer: 1e8 });
  assert.equal(stderr, '');
  const lines = stdout.trimEnd().split('\n');
  const said = /^(\d+) files checked, (\d+) errors, (\d+) notes$/.exec(lines.pop() ?? '');
  assert.equal(Number(said?.[1]), files.length);
  const findings = lines.flatMap((line) => {
    const parts = /^(.*?): ([a-z-]+): [A-Z].*?\.( \(.*\))?( at \/.*)?$/.exec(line);
    return parts ? [`${parts[1]}: ${parts[2]}${parts[3] ?? ''}${parts[4] ?? ''}`] : [];
  });
  assert.equal(findings.length, Number(said?.[2]) + Number(said?.[3]), 'each finding has a line');
  return findings;
}

test('every loss of the fixtures is listed, and there is a reason for it', { skip: existsSync(fixtures) ? false : `no ${fixtures}` }, () => {
  const found = Object.entries(folders).flatMap(([folder, format]) => findingsOf(folder, format));
  const groups = new Map(reasons.map(([reason]) => [reason, /** @type {string[]} */ ([])]));
  const unjustified = [];
  for (const finding of found) {
    const [reason] = reasons.find(([, pattern]) => pattern.test(finding)) ?? [''];
    (groups.get(reason) ?? unjustified).push(finding);
  }
  assert.equal(unjustified.join('\n'), '');
  for (const [reason, findings] of groups) assert.ok(findings.length > 0, `nothing is justified by: ${reason}`);
  const listed = [...groups].map(([reason, findings]) => `# ${reason}\n${findings.join('\n')}\n`).join('\n');
  if (process.env.LONGREAD_UPDATE === '1') writeFileSync(golden_file, listed);
  assert.equal(listed, readFileSync(golden_file, 'utf8'));
});
