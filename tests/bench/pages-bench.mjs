// `scripts/bench pages`: whole pages on a slow phone with a cold cache, and what they hold in memory.
import { launch } from './browser.mjs';
import { interleave } from './interleave.mjs';
import { pageSources } from './page-sources.mjs';
import { serve } from './server.mjs';
import { compare, median, spread } from './statistics.mjs';
import { kib, percent, printTable, ratio, time } from './table.mjs';
import { checkThrottling } from './throttling.mjs';
import { visit } from './visit.mjs';
import { weigh, weighing_arguments } from './weigh.mjs';

/** @typedef {import('./page-sources.mjs').Page} Page */

/** Memory, unlike time, does not mind company. */
async function weighAll(pages, rounds, measure) {
  const samples = Object.fromEntries(pages.map(({ key }) => [key, []]));
  for (let round = 0; round < rounds; ++round) {
    await Promise.all(pages.map(async (page) => samples[page.key].push(await measure(page))));
  }
  return samples;
}

const column = (samples, key, figure) => samples[key].map((sample) => sample[figure]);

function printVisits(pages, visits) {
  const middle = (key, figure) => median(column(visits, key, figure));
  const against = (key, figure, rival) => ratio(compare(column(visits, key, figure), column(visits, rival, figure)).ratio);
  printTable(
    ['page', 'visible', 'spread', '/P0', '/F0', '/S0', '/S1', 'LCP', '/P0', '/S0', 'complete', 'blocking', 'main thread', 'script', 'layout', 'KiB', 'no pictures'],
    pages.map(({ key, name }) => [
      name, time(middle(key, 'visible')), percent(spread(column(visits, key, 'visible'))),
      ...['P0', 'F0', 'S0', 'S1'].map((rival) => against(key, 'visible', rival)),
      time(middle(key, 'lcp')), ...['P0', 'S0'].map((rival) => against(key, 'lcp', rival)), time(middle(key, 'complete')),
      ...['blocking', 'tasks', 'script', 'layout'].map((figure) => middle(key, figure).toFixed(0)),
      ...['bytes', 'code'].map((figure) => kib(middle(key, figure))),
    ]),
  );
}

function printWeights(pages, weights) {
  const middle = (key, figure) => kib(median(column(weights, key, figure)));
  printTable(
    ['page', 'heap and DOM', '/S0', 'wasm at first', 'wasm at rest', 'all at rest', '/S0'],
    pages.map(({ key, name }) => [
      name, middle(key, 'heap'), ratio(compare(column(weights, key, 'heap'), column(weights, 'S0', 'heap')).ratio),
      ...['early', 'wasm', 'all'].map((figure) => middle(key, figure)),
      ratio(compare(column(weights, key, 'all'), column(weights, 'S0', 'all')).ratio),
    ]),
  );
}

/**
 * @param {Record<string, import('./visit.mjs').Visit[]>} visits
 * @param {Record<string, import('./weigh.mjs').Weight[]>} weights
 * @returns {Record<string, import('./statistics.mjs').Comparison>}
 */
function resultsOf(visits, weights) {
  const results = {};
  const pairs = [['prerendered', 'P0'], ['ours+', 'F0'], ['ours+', 'F0+'], ['ours+blocks', 'F0'], ['ours+markdown', 'F0'], ['ours', 'F0'],
    ['ours+', 'S0'], ['ours+', 'S0+'], ['ours', 'S0'], ['ours', 'S1'], ['S0', 'F0'], ['F0', 'P0']];
  for (const [key, rival] of pairs) {
    if (visits[key] && visits[rival]) results[`visible ${key} / ${rival}`] = compare(column(visits, key, 'visible'), column(visits, rival, 'visible'));
  }
  const memory = (key, figure) => compare(column(weights, key, figure), column(weights, 'S0', figure));
  for (const figure of ['heap', 'all', 'busy']) results[`memory ${figure}`] = memory('ours+', figure);
  const beyond = (key) => column(weights, key, 'all').map((all, round) => all - weights.P0[round].all);
  results['memory beyond P0'] = compare(beyond('ours+'), beyond('S0'));
  results['memory F0'] = memory('F0', 'all');
  results['memory P0'] = memory('P0', 'all');
  results['bytes needed'] = compare(column(visits, 'ours+', 'needed'), column(visits, 'S0', 'needed'));
  return results;
}

/**
 * @param {{dist: string, pageRounds: number, pageSeconds: number, memoryRounds: number, all: boolean}} options all: every page, not
 *   the main ones alone
 * @returns {Promise<Record<string, import('./statistics.mjs').Comparison>>} what the budgets ask for
 */
export async function benchPages({ dist, pageRounds, pageSeconds, memoryRounds, all }) {
  const { pages: known, files } = await pageSources(dist);
  const pages = known.filter(({ main }) => all || main);
  const server = await serve(files);
  const browser = await launch(weighing_arguments);
  try {
    const measure = (page) => visit(browser, server.origin, page);
    // The first visits of a browser are slow and do not count, but show whether throttling reaches every request.
    const first = new Map();
    for (const page of pages) first.set(page.name, await measure(page));
    await checkThrottling(browser, server.origin, first);
    const visits = await interleave(pages.map((page) => [page.key, page]), { rounds: pageRounds, seconds: pageSeconds }, measure);
    console.log(`\nPages, CPU 4x, 1.6 Mbit/s, 150 ms a request, cold cache: medians of ${visits.P0.length} rounds in ms, ratios of the same rounds:`);
    printVisits(pages, visits);
    const weights = await weighAll(pages, memoryRounds, (page) => weigh(browser, server.origin, page));
    console.log(`\nMemory in KiB, medians of ${memoryRounds} (the browser counts heap and DOM; WebAssembly memory comes on top):`);
    printWeights(pages, weights);
    return resultsOf(visits, weights);
  } finally {
    await browser.close();
    server.close();
  }
}
