// `scripts/bench pages`: whole pages on a slow phone (CPU 4x, 1.6 Mbit/s, 150 ms a request), with a cold cache.
import { readFileSync } from 'node:fs';
import { articleWords } from './article.mjs';
import { launch, withPage } from './browser.mjs';
import { pageSources } from './page-sources.mjs';
import { serve } from './server.mjs';
import { compare, median } from './statistics.mjs';
import { printTable, ratio, time } from './table.mjs';

/**
 * @typedef {object} Visit milliseconds and bytes
 * @property {number} visible first paragraph painted
 * @property {number} fcp
 * @property {number} lcp
 * @property {number} blocking
 * @property {number} bytes over the wire
 * @property {number} code of these, without pictures
 * @property {number} script main thread by activity
 * @property {number} layout
 * @property {number} tasks
 * @property {number} words
 */

const slow = { offline: false, latency: 150, downloadThroughput: 1.6e6 / 8, uploadThroughput: 0.75e6 / 8 };
const probe = readFileSync(new URL('page-probe.js', import.meta.url), 'utf8');

const visiblePage = (page) => page.waitForFunction(() => globalThis.benchProbe?.visible > 0, undefined, { polling: 100 });

/** @param {import('playwright-core').CDPSession} session */
function countBytes(session) {
  const types = new Map();
  const total = { bytes: 0, code: 0 };
  session.on('Network.responseReceived', ({ requestId, type }) => types.set(requestId, type));
  session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    total.bytes += encodedDataLength;
    if (types.get(requestId) !== 'Image') total.code += encodedDataLength;
  });
  return total;
}

async function mainThread(session) {
  const { metrics } = await session.send('Performance.getMetrics');
  const value = (name) => metrics.find((metric) => metric.name === name).value * 1000;
  return { script: value('ScriptDuration'), layout: value('LayoutDuration') + value('RecalcStyleDuration'), tasks: value('TaskDuration') };
}

/** @returns {Promise<Visit>} */
async function visit(browser, origin, path) {
  return withPage(browser, `${origin}/blank.html`, async (page) => {
    const session = await page.context().newCDPSession(page);
    for (const domain of ['Network', 'Performance']) await session.send(`${domain}.enable`);
    await session.send('Network.emulateNetworkConditions', slow);
    await session.send('Emulation.setCPUThrottlingRate', { rate: 4 });
    await page.addInitScript(probe);
    const total = countBytes(session);
    const before = await mainThread(session);
    await page.goto(origin + path, { waitUntil: 'load' });
    await visiblePage(page);
    // Pictures, behaviours and whatever waits for an idle moment.
    await page.waitForTimeout(1200);
    const seen = await page.evaluate(() => {
      const { visible, first, largest, blocking, words } = globalThis.benchProbe;
      return { visible, fcp: first, lcp: largest, blocking: blocking(), words: words() };
    });
    const after = await mainThread(session);
    const threads = Object.fromEntries(Object.entries(after).map(([name, value]) => [name, value - before[name]]));
    return { ...seen, ...total, ...threads };
  });
}

/** KiB that the page holds when everything has come to rest, and of WebAssembly memory soon after rendering. */
async function weigh(browser, origin, path) {
  return withPage(browser, `${origin}/blank.html`, async (page) => {
    await page.addInitScript(probe);
    await page.goto(origin + path, { waitUntil: 'load' });
    await visiblePage(page);
    const early = await page.evaluate(() => globalThis.benchProbe.wasm());
    const session = await page.context().newCDPSession(page);
    await page.waitForTimeout(3000);
    await session.send('HeapProfiler.collectGarbage');
    const { heap, wasm } = await page.evaluate(async () => {
      const { bytes } = await performance.measureUserAgentSpecificMemory();
      return { heap: bytes, wasm: globalThis.benchProbe.wasm() };
    });
    return { heap: heap / 1024, wasm: wasm / 1024, early: early / 1024, all: (heap + wasm) / 1024, busy: (heap + early) / 1024 };
  });
}

/** Every page in turn, `rounds` times. @returns {Promise<Record<string, any[]>>} */
async function interleave(pages, rounds, measure) {
  const samples = Object.fromEntries(pages.map(({ name }) => [name, []]));
  for (let round = 0; round < rounds; ++round) {
    for (const { name, path } of pages) samples[name].push(await measure(path));
  }
  return samples;
}

const column = (samples, name, key) => samples[name].map((sample) => sample[key]);

function checkVisits(visits) {
  for (const [name, list] of Object.entries(visits)) {
    const odd = list.find(({ words }) => Math.abs(words - articleWords) > 15);
    if (odd) throw new Error(`${name} shows ${odd.words} words of ${articleWords}`);
  }
}

function printVisits(pages, visits, [p0, f0, s0]) {
  const middle = (name, key) => median(column(visits, name, key));
  const against = (name, key, rival) => ratio(compare(column(visits, name, key), column(visits, rival, key)).ratio);
  printTable(
    ['page', 'FCP', 'LCP', 'visible', '/P0', '/F0', '/S0', 'LCP/P0', 'LCP/S0', 'blocking', 'main thread', 'script', 'layout', 'KiB', 'no pictures'],
    pages.map(({ name }) => [
      name, ...['fcp', 'lcp', 'visible'].map((key) => time(middle(name, key))),
      ...[p0, f0, s0].map((rival) => against(name, 'visible', rival)), ...[p0, s0].map((rival) => against(name, 'lcp', rival)),
      ...['blocking', 'tasks', 'script', 'layout'].map((key) => middle(name, key).toFixed(0)),
      ...['bytes', 'code'].map((key) => (middle(name, key) / 1024).toFixed(1)),
    ]),
  );
}

function printWeights(pages, weights, s0) {
  printTable(
    ['page', 'heap and DOM', 'wasm at first', 'wasm at rest', 'all at rest', '/S0'],
    pages.map(({ name }) => [
      name, ...['heap', 'early', 'wasm', 'all'].map((key) => median(column(weights, name, key)).toFixed(0)),
      ratio(compare(column(weights, name, 'all'), column(weights, s0, 'all')).ratio),
    ]),
  );
}

/**
 * @param {{dist: string, pageRounds: number}} options
 * @returns {Promise<Record<string, import('./statistics.mjs').Comparison>>} what the budgets ask for
 */
export async function benchPages({ dist, pageRounds }) {
  const { pages, files } = await pageSources(dist);
  const server = await serve(files);
  const browser = await launch(['--enable-blink-features=ForceEagerMeasureMemory']);
  try {
    const [p0, f0, s0] = ['P0', 'F0', 'S0 '].map((start) => pages.find(({ name }) => name.startsWith(start)).name);
    await interleave(pages, 1, (path) => visit(browser, server.origin, path));
    const visits = await interleave(pages, pageRounds, (path) => visit(browser, server.origin, path));
    checkVisits(visits);
    console.log(`\nPages, CPU 4x, 1.6 Mbit/s, 150 ms a request, cold cache: medians of ${pageRounds} rounds in ms, ratios of the same rounds:`);
    printVisits(pages, visits, [p0, f0, s0]);
    const weights = await interleave(pages, 3, (path) => weigh(browser, server.origin, path));
    console.log('\nMemory in KiB, medians of 3 (the browser counts heap and DOM; WebAssembly memory comes on top):');
    printWeights(pages, weights, s0);
    const times = (name, rival) => compare(column(visits, name, 'visible'), column(visits, rival, 'visible'));
    const ours = 'ours, HTML + preload';
    const memory = (key) => compare(column(weights, ours, key), column(weights, s0, key));
    const beyond = (name) => column(weights, name, 'all').map((all, round) => all - weights[p0][round].all);
    return {
      'pre-rendered / P0': times('ours, pre-rendered', p0),
      'preload / F0': times(ours, f0),
      'preload / F0 + preload': times(ours, 'F0 + preload'),
      'preload / S0': times(ours, s0),
      'memory / S0': memory('all'),
      'floor memory / S0': compare(column(weights, f0, 'all'), column(weights, s0, 'all')),
      'memory beyond P0 / S0': compare(beyond(ours), beyond(s0)),
      'busy memory / S0': memory('busy'),
    };
  } finally {
    await browser.close();
    server.close();
  }
}
