// `scripts/bench related`: related stories by the page's ranking and by what publishers would take otherwise.
import { execFile, execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { interleave } from './interleave.mjs';
import { folder, judge, readCorpus, sets } from './related/corpus.mjs';
import { openContestants, relatedByCommand } from './related/engines.mjs';
import { compare, median } from './statistics.mjs';
import { kib, printTable, ratio, time } from './table.mjs';

/** @typedef {import('./related/corpus.mjs').Kind} Kind */

/** Beside the terms, which all are asked for. @type {Kind[]} */
const kinds = ['terms', 'title', 'text'];
const kind_names = { terms: '25 terms', title: 'title', text: 'whole text' };

/** So many queries tell which kind suits an engine best. */
const pilot_queries = 40;

/** A figure of quality that is lower by no more is no worse. A fixed tolerance: no error was estimated. */
const quality_noise = 0.005;

const view = fileURLToPath(new URL('related/view.mjs', import.meta.url));
const run = promisify(execFile);

/** What the judge says of lists. @param {any} corpus @param {Map<string, string[]>} lists by story */
function judgeLists(corpus, lists) {
  const passing = mkdtempSync(join(tmpdir(), 'related-'));
  try {
    const file = join(passing, 'lists.jsonl');
    writeFileSync(file, [...lists].map(([id, related]) => `${JSON.stringify({ id, related })}\n`).join(''));
    return JSON.parse(execFileSync('node', [judge, corpus.lines, file, '--json'], { encoding: 'utf8' }));
  } finally {
    rmSync(passing, { recursive: true });
  }
}

/** Page views, each in a process of its own. @returns {Promise<Record<string, {load: number, build: number, ask: number}[]>>} */
function measureViews(corpus, contestants, limits) {
  const { place, words } = corpus.queries[corpus.queries.length >> 1];
  const visit = async ({ code, wasm, feed }) => {
    const given = JSON.stringify({ code, wasm, feed: feed(corpus), place, words: words.terms });
    return JSON.parse((await run('node', [view, given])).stdout);
  };
  return interleave(contestants.map((one) => [one.name, one]), limits, visit);
}

/** Builds each engine again and again; the last index stays. @returns {Promise<Record<string, number[]>>} milliseconds */
function measureBuilds(engines, rounds) {
  return interleave(engines, { rounds, seconds: 60 }, async (engine) => {
    const begin = performance.now();
    await engine.build();
    return performance.now() - begin;
  });
}

/** The kinds of query that an engine is asked: terms, and what gives better lists, if anything does. @returns {Kind[]} */
function chooseKinds(corpus, engine, figure) {
  const queries = corpus.queries.slice(0, pilot_queries);
  const quality = kinds.map((kind) => {
    const lists = new Map(queries.map(({ id, place, words }) => [id, engine.ask({ id, place, words: words[kind] })]));
    return judgeLists(corpus, lists)[figure];
  });
  const best = kinds[quality.indexOf(Math.max(...quality))];
  return best === 'terms' ? ['terms'] : ['terms', best];
}

/**
 * Asks all in turn, story by story, twice: at first whoever does its work late does it, and the lists are kept.
 *
 * @param {any} corpus
 * @param {{engine: any, kind: Kind, lists: Map<string, string[]>, first: number[], ask: number[]}[]} rows
 */
function askAll(corpus, rows) {
  for (const round of /** @type {const} */ (['first', 'ask'])) {
    for (const { id, place, words } of corpus.queries) {
      for (const row of rows) {
        const query = { id, place, words: words[row.kind] };
        const begin = performance.now();
        const ids = row.engine.ask(query);
        row[round].push(performance.now() - begin);
        row.lists.set(id, ids);
      }
    }
  }
}

/** The page and the command give the same lists, or one of them is not what was measured. */
function checkLists(corpus, lists) {
  const printed = relatedByCommand(corpus.lines);
  for (const [id, related] of lists) {
    if (printed.get(id)?.join() !== related.join()) throw new Error(`${corpus.name}: the page and the command rank differently for ${id}`);
  }
}

/** All of one set: rows, ours first. */
async function measureSet({ name, figure }, contestants, options) {
  const corpus = readCorpus(name, options.queries);
  const views = await measureViews(corpus, contestants, { rounds: options.viewRounds, seconds: options.viewSeconds });
  const engines = contestants.map((one) => [one.name, one.open(corpus)]);
  const builds = await measureBuilds(engines, options.buildRounds);
  const rows = contestants.flatMap((contestant, place) => {
    const engine = engines[place][1];
    const asked = place ? chooseKinds(corpus, engine, figure) : ['terms'];
    return asked.map((kind) => ({ contestant, engine, kind, first: [], ask: [], lists: new Map() }));
  });
  askAll(corpus, rows);
  checkLists(corpus, rows[0].lists);
  const archive = relatedByCommand(corpus.lines, ['--archive-quality']);
  const archive_lists = new Map(corpus.queries.map(({ id }) => [id, archive.get(id)]));
  return {
    corpus, figure, archive: judgeLists(corpus, archive_lists),
    rows: rows.map(({ contestant, engine, kind, first, ask, lists }) => ({
      name: contestant.name, kind, code_bytes: contestant.code_bytes, index_bytes: kind === 'terms' ? engine.index_bytes() : undefined,
      quality: judgeLists(corpus, lists),
      view: views[contestant.name].map(({ load, build, ask }) => load + build + ask),
      build: builds[contestant.name], ask,
      all: builds[contestant.name].map((build) => build + first.reduce((sum, one) => sum + one)),
    })),
  };
}

const share = (value) => (value === null || value === undefined ? '-' : value.toFixed(3));
const qualityCells = (quality) => ['P@10', 'R@5', 'MRR', 'dup'].map((figure) => share(quality[figure]));

const head = ['engine, query', 'P@10', 'R@5', 'MRR', 'copies', 'view ms', '/ ours', 'build', '/ ours', 'query', '/ ours', 'code KiB', 'view', 'index'];

function printSet({ corpus, figure, archive, rows }) {
  const [ours] = rows;
  const { name, stories, queries, feed_bytes } = corpus;
  console.log(`\n${name}: ${stories.length} stories, ${queries.length} asked; judged by ${figure}; the feed is ${kib(feed_bytes)} KiB, ${(feed_bytes / stories.length).toFixed(0)} bytes a story`);
  const cells = rows.map((row) => {
    const timed = (key) => [time(median(row[key])), row === ours ? '' : ratio(compare(row[key], ours[key]).ratio)];
    const once = row.kind === 'terms' ? [...timed('view'), ...timed('build')] : ['', '', '', ''];
    const bytes = row.kind === 'terms' ? [kib(row.code_bytes), kib(row.code_bytes + feed_bytes), row.index_bytes === undefined ? '' : kib(row.index_bytes)] : ['', '', ''];
    return [row === ours ? row.name : `${row.name}, ${kind_names[row.kind]}`, ...qualityCells(row.quality), ...once, ...timed('ask'), ...bytes];
  });
  cells.splice(1, 0, ['Longread, archive', ...qualityCells(archive), ...Array(9).fill('')]);
  printTable(head, cells);
  const together = rows.slice(1).map((row) => `${row.name}, ${kind_names[row.kind]} ${ratio(compare(row.all, ours.all).ratio)}`);
  console.log(`  Building and the first ${queries.length} questions together, / ours:\n    ${together.join('\n    ')}`);
}

/** Where a peer is ahead by more than noise, a sentence each. */
function findBehind({ corpus, figure, rows: [ours, ...peers] }) {
  const behind = [];
  for (const peer of peers) {
    const who = `${corpus.name}: ${peer.name}, ${kind_names[peer.kind]}`;
    const [own, other] = [ours.quality[figure], peer.quality[figure]];
    if (own < other - quality_noise) behind.push(`${who}: ${figure} ${share(other)}, ours ${share(own)}`);
    for (const [key, what] of [['view', 'a page view'], ['build', 'building'], ['ask', 'a query'], ['all', 'building and all first questions']]) {
      const { ratio: times, high } = compare(peer[key], ours[key]);
      if (high < 1) behind.push(`${who}: ${what} takes ${ratio(times)} of our time`);
    }
  }
  return behind;
}

/**
 * @param {{quickSets?: string[], queries: number, viewRounds: number, viewSeconds: number, buildRounds: number}} options
 * @returns {Promise<boolean>} whether we are behind nobody
 */
export async function benchRelated(options) {
  if (!folder()) {
    console.log('Related stories: skipped, as ../shared/corpora/related is not here.');
    return true;
  }
  const contestants = await openContestants();
  const chosen = sets.filter(({ name }) => options.quickSets?.includes(name) ?? true);
  console.log('Related stories in V8 (Node), all of it in WebAssembly or JavaScript. view: a new process takes code and feed and gives one list;');
  console.log('build: index again in a warm process; query: with the index there. "/ ours": median of the ratios of the same turns.');
  console.log('KiB with brotli: code, code and feed (a view), the index ready made instead of the feed.');
  const behind = [];
  for (const set of chosen) {
    const result = await measureSet(set, contestants, options);
    printSet(result);
    behind.push(...findBehind(result));
  }
  console.log(behind.length ? `\nBehind:\n  ${behind.join('\n  ')}` : '\nAhead of each in quality and in time, in every set.');
  return !behind.length;
}
