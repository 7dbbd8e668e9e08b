// seeds [FOLDER]: writes what the fuzzers begin with, a folder for each, from ../shared and the demo's documents.
// Small texts only: a fuzzer that runs for seconds has no time for large ones.
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { seal, writeCards, writeDirectory } from '../archive-files.mjs';
import { root } from '../command.mjs';
import { articleFullOf, attacks, filesUnder, fixtures, readCorpus, shared } from '../security/cases.mjs';

const largest = 8_192;
const into = process.argv[2] ?? join(root, 'build/fuzz/seeds');
const demo = join(root, 'web/demo/articles');
const demoFile = (name) => readFileSync(join(demo, name), 'utf8');

function write(fuzzer, texts) {
  const folder = join(into, fuzzer);
  mkdirSync(folder, { recursive: true });
  for (const text of texts) {
    const bytes = Buffer.from(text);
    if (bytes.length <= largest) writeFileSync(join(folder, createHash('sha1').update(bytes).digest('hex')), bytes);
  }
}

const documents = (...folders) => folders.map((folder) => join(shared, 'fixtures', folder)).filter(existsSync)
  .flatMap((folder) => [...filesUnder(folder)]).filter((path) => extname(path) === '.json').map((path) => readFileSync(path));

/** Sections of a request, each behind the digit of its key (fuzz_answer.cpp). */
const parting = Buffer.from([0xff]);
const request = (sections) => Buffer.concat([Buffer.from('#'), ...sections.flatMap((section) => [Buffer.from(section), parting])]);

/** A request with a string of the corpus at each place where a document may have one. */
function requestWith(payload) {
  const campaigns = { longread: 1, campaigns: [{ id: payload, priority: 1, goal: { currency: payload },
    variants: [{ id: 'v', heading: payload, body: payload, choices: [{ amount: 5, label: payload }], action: { label: payload, url: payload } }] }] };
  const feed = { version: 'https://jsonfeed.org/version/1.1', title: payload, items: [{ id: payload, url: payload, title: payload, content_html: payload }] };
  return request([`1${JSON.stringify(articleFullOf(payload))}`, `2${JSON.stringify(feed)}`, `3${JSON.stringify(campaigns)}`, '62026-05-01T00:00:00Z']);
}

rmSync(into, { recursive: true, force: true });
const bodies = [...attacks(), ...fixtures()];
const ofFormat = (format) => bodies.filter((body) => body.format === format).map(({ text }) => text);
write('fuzz_html', ['<p>a</p>', ...ofFormat('html')]);
write('fuzz_markdown', ['*a*', ...ofFormat('markdown')]);
write('fuzz_json', [demoFile('short.json'), ...readCorpus('json').map(({ payload }) => Buffer.from(payload, 'latin1')), ...documents('json-test-suite')]);
// The program of a tree: a paragraph, a link with an address, a picture (fuzz_tree_frame.cpp).
write('fuzz_tree_frame', [Buffer.from('231402a1ff7978ff', 'hex'), ...[...Array(0x54).keys()].map((tag) => Buffer.from([0x23, 0x2b, tag, 0x93, 0x61, 0xff, 0x7f, 0x78, 0xff, 0xff, 0xff]))]);
const urls = [...readCorpus('url-value'), ...readCorpus('surface'), ...readCorpus('text')].map(({ payload }) => payload);
// With what was once found.
write('fuzz_url', ['https://a.example/b', '#lr-)P\\\\', ...urls].flatMap((url) => ['\0', '\x01', '\x10'].map((first) => first + url)));
write('fuzz_convert_document', [...documents('json-feed', 'wordpress-rest', 'ghost', 'ans', 'guardian-capi', 'other-cms', 'editorjs',
  'contentful', 'portable-text', 'prosemirror-tiptap', 'apple-news', 'jsonld')]);
// Bodies of files: their heads the fuzzer makes.
const archive_cards = [0, 7, 2, 3].map((i) => ({ id: i === 3 ? '' : `s${i}`, title: `Story ${i}`, url: ['/a/\x01', '/\x03/\x02&', '/\x04', '/'][i % 4], image: '/i.jpg', section: 'Coast', minutes: 27e6 - i }));
const bodyOf = (file) => file.subarray(24);
write('fuzz_archive', [
  ['s', bodyOf(writeCards('s', 2, archive_cards, [[[1, 900], [2, 500]], [[0, 800]]], {}))], ['f', bodyOf(writeCards('f', 2, archive_cards, [], {}))],
  ['d', bodyOf(writeDirectory('s7', [['s7', 2, 1], ['s0', 3, 0]], {}))], ['d', bodyOf(seal('d', 1, Buffer.from([0, 1, 0, 0])))],
].map(([kind, body]) => Buffer.concat([Buffer.from(kind), body])));
write('fuzz_answer', [
  ...readdirSync(demo).filter((name) => /^(short|brief|market|all-blocks)/.test(name)).map((name) => request([`1${demoFile(name)}`])),
  request([`1${demoFile('short.json')}`, `3${demoFile('campaigns.json')}`, '62026-05-01T00:00:00Z', '4https://a.example/', '5de', '72', '8hero']),
  ...readCorpus('surface').map(({ payload }) => requestWith(payload)),
]);
