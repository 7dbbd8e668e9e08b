// What a page view costs that asks an archive of related stories: bytes fetched, and time in WebAssembly.
//
//     node tests/bench/archive-views.mjs DIR STORIES.jsonl [--views 2000]
//
// DIR: as `longread index` made it of STORIES. Stories are taken at even distances. Of each the directory file and the shard
// that the module asks for are compressed as servers do; then the module is asked as a page asks it (which directory file,
// which shard, what to show), warm, in turn with the same article without an archive: the difference is the archive's.
import { closeSync, fstatSync, openSync, readFileSync, readSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { readFrame, sizeOfFrame, writeFrame } from '../../web/src/view/frame.js';
import * as keys from '../../web/src/wire-keys.js';
import { root } from '../command.mjs';

const { values, positionals } = parseArgs({ allowPositionals: true, options: { views: { type: 'string', default: '2000' } } });
const [folder, archive] = positionals;
if (!archive) {
  console.error('usage: archive-views.mjs DIR STORIES.jsonl [--views N]');
  process.exit(2);
}

/** Whole lines at even distances. */
function* readStories(path, count) {
  const file = openSync(path);
  const { size } = fstatSync(file);
  const room = Buffer.alloc(1 << 20);
  for (let at = 0; at < count; ++at) {
    const text = room.subarray(0, readSync(file, room, 0, room.length, Math.floor((size / count) * at))).toString('utf8');
    const begin = at === 0 ? 0 : text.indexOf('\n') + 1;
    const end = text.indexOf('\n', begin);
    if (end > begin) yield JSON.parse(text.slice(begin, end));
  }
  closeSync(file);
}

async function startSlots() {
  const instantiate = async (name, imports) =>
    (await WebAssembly.instantiate(readFileSync(join(root, 'web/dist', name)), imports)).instance.exports;
  const core = await instantiate('core.wasm', { longread: { parse_html: () => 0, parse_markdown() {} } });
  const { answer } = await instantiate('slots.wasm', { core });
  return (sections) => {
    const size = sizeOfFrame(sections);
    const request = core.alloc(size);
    writeFrame(sections, new Uint8Array(core.memory.buffer, request, size));
    const started = performance.now();
    const reply = answer(request, size);
    const time = performance.now() - started;
    const [bytes] = new Uint32Array(core.memory.buffer, reply, 1);
    const sectionsOfReply = readFrame(new Uint8Array(core.memory.buffer, reply + 4, bytes).slice());
    core.free(reply);
    return { time, reply: sectionsOfReply };
  };
}

const encode = (text) => new TextEncoder().encode(text);
const wants = ({ reply }) => new TextDecoder().decode(reply.get(keys.wants_key));
const fileOf = (path) => readFileSync(join(folder, path.replace(/\?.*/, '')));

/** @returns what one view fetches, and the milliseconds that it is longer for it */
function view(ask, story) {
  const article = [keys.article_key, encode(JSON.stringify({ longread: 1, id: story.id, url: story.url, title: story.title, dek: story.dek, body: { blocks: [{ type: 'paragraph', text: story.text }] } }))];
  const base = [[keys.base_url_key, encode('https://news.example/')], [keys.now_key, encode('2026-01-01T00:00:00Z')]];
  const alone = ask([article, ...base]);
  const first = ask([article, ...base, [keys.archive_directory_key, new Uint8Array()]]);
  const directory = fileOf(wants(first));
  const second = ask([article, ...base, [keys.archive_directory_key, directory]]);
  const shard = fileOf(wants(second));
  const third = ask([article, ...base, [keys.archive_shard_key, shard]]);
  return { files: [directory, shard], time: third.time - alone.time, questions: first.time + second.time, whole: third.time, has_cards: (third.reply.get(keys.tree_key)?.length ?? 0) > 0 };
}

const measures = {
  'brotli 11': (bytes) => brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }).length,
  'brotli 5': (bytes) => brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } }).length,
  'gzip 6': (bytes) => gzipSync(bytes, { level: 6 }).length,
};

function printRow(name, numbers, digits) {
  numbers.sort((a, b) => a - b);
  const mean = numbers.reduce((sum, one) => sum + one, 0) / numbers.length;
  const at = (share) => numbers[Math.min(numbers.length - 1, Math.floor(numbers.length * share))];
  console.log([name.padEnd(34), ...[mean, at(0.5), at(0.95), numbers.at(-1)].map((one) => one.toFixed(digits).padStart(9))].join(''));
}

const ask = await startSlots();
const stories = [...readStories(archive, Number(values.views))];
for (const story of stories.slice(0, 200)) view(ask, story);
const views = stories.map((story) => view(ask, story));
console.log(`${views.length} page views, two fetches each; ${views.filter(({ has_cards }) => has_cards).length} of them show stories`);
console.log(`${'bytes'.padEnd(34)}     mean   median      p95  largest`);
for (const [name, measure] of Object.entries(measures)) printRow(name, views.map(({ files }) => files.reduce((sum, file) => sum + measure(file), 0)), 0);
printRow('directory file, brotli 11', views.map(({ files }) => measures['brotli 11'](files[0])), 0);
console.log('milliseconds in WebAssembly');
printRow('which files (two calls)', views.map(({ questions }) => questions), 3);
printRow('more, where a shard is there', views.map(({ time }) => time), 3);
printRow('the whole answer, article included', views.map(({ whole }) => whole), 3);
