import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { brotliCompressSync, constants } from 'node:zlib';
import { importWeb } from '../../web-modules.mjs';
import { bundleFile, root } from '../bundles.mjs';
import { brotli } from '../server.mjs';

const here = fileURLToPath(new URL('.', import.meta.url));
const out = join(root, 'build/bench/related');

/** @param {any} index of FlexSearch, which hands over its parts one by one */
function exportParts(index) {
  const parts = {};
  index.export((key, data) => (parts[key] = data));
  return parts;
}

/** The peers, each with what it makes of an index for shipping it. */
const peers = [
  { name: 'MiniSearch', file: 'minisearch', save: (index) => index },
  { name: 'lunr', file: 'lunr', save: (index) => index },
  { name: 'FlexSearch', file: 'flexsearch', save: exportParts },
  { name: 'Orama', file: 'orama', save: (await importWeb('@orama/orama')).save },
];

/**
 * @typedef {{id: string, place: number, words: string}} Asked
 * @typedef {{build: () => void, ask: (query: Asked) => string[], index_bytes: () => number | undefined}} Engine of one corpus; `ask` after `build`
 * @typedef {{name: string, code: string, wasm?: string, feed: (corpus: any) => string, code_bytes: number, open: (corpus: any) => Engine}} Contestant
 */

const most_related = 10;

/** Ten of these without the story itself. */
const others = (ids, id) => ids.filter((other) => other !== id).slice(0, most_related);

/** Brotli 9: 11 takes minutes for the largest of them. */
const pack = (text) => brotliCompressSync(text, { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } });

async function bundle(file) {
  mkdirSync(out, { recursive: true });
  const path = join(out, `${file}.mjs`);
  const code = await bundleFile(join(here, `${file}.js`));
  writeFileSync(path, code);
  return { path, bytes: brotli(Buffer.from(code)).length, module: await import(pathToFileURL(path).href) };
}

/** @returns {Promise<Contestant>} */
async function openPeer({ name, file, save }) {
  const { path, bytes, module } = await bundle(file);
  const open = (corpus) => {
    let index;
    return {
      build: () => (index = module.build(JSON.parse(new TextDecoder().decode(corpus.bytes_of_list)))),
      ask: ({ id, words }) => others(module.ask(index, words, most_related + 1), id),
      index_bytes: () => pack(JSON.stringify(save(index))).length,
    };
  };
  return { name, code: path, feed: ({ list }) => list, code_bytes: bytes, open };
}

/** @returns {Promise<Contestant>} the page's ranking, in WebAssembly as there */
async function openOurs() {
  const { path, bytes, module } = await bundle('ours');
  const wasm = join(root, 'build/wasm/rank_stories.wasm');
  const code = readFileSync(wasm);
  const compiled = await WebAssembly.compile(code);
  const open = (corpus) => {
    let ranker;
    return {
      build: async () => {
        ranker = await module.start(compiled);
        ranker.build(corpus.bytes);
      },
      ask: ({ place }) => ranker.ask(place, most_related).map((other) => corpus.stories[other].id),
      index_bytes: () => undefined,
    };
  };
  return { name: 'Longread', code: path, wasm, feed: ({ lines }) => lines, code_bytes: bytes + brotli(code).length, open };
}

/** Ours first. */
export const openContestants = async () => [await openOurs(), ...(await Promise.all(peers.map(openPeer)))];

/**
 * What the command makes of a set.
 *
 * @param {string} lines the file
 * @param {string[]} options
 * @returns {Map<string, string[]>} lists by story
 */
export function relatedByCommand(lines, options = []) {
  const command = process.env.LONGREAD_CLI ?? join(root, 'build/native/longread');
  const given = ['related', '--feed', lines, '--all', '-k', String(most_related), ...options];
  const printed = execFileSync(command, given, { encoding: 'utf8', maxBuffer: 1 << 28 });
  return new Map(printed.trim().split('\n').map((line) => JSON.parse(line)).map(({ id, related }) => [id, related]));
}
