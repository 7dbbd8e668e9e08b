// `scripts/bench trace`: where the time to the visible article goes, from one request to the next and on the main thread.
import { launch } from './browser.mjs';
import { pageSources } from './page-sources.mjs';
import { serve } from './server.mjs';
import { median } from './statistics.mjs';
import { printTable, time } from './table.mjs';
import { visit } from './visit.mjs';

const traced = ['F0', 'ours', 'ours+', 'prerendered'];
const categories = ['devtools.timeline', 'blink.user_timing', 'v8', 'v8.wasm', 'disabled-by-default-v8.wasm.detailed', 'disabled-by-default-v8.compile'];

/** What the main thread does, by the names of the trace's events; the innermost counts. @type {[string, RegExp][]} */
const activities = [
  ['parse HTML', /^Parse(HTML|AuthorStyleSheet)/],
  ['wasm, compile and instantiate', /wasm/i],
  ['script, compile', /^v8\.(compile|produceCache|deserialize)|^V8\.(Compile|Parse|PreParse|.*Lazy)/i],
  ['script, run (nodes and wasm too)', /^(EvaluateScript|FunctionCall|RunMicrotasks|v8\.(run|evaluate|callFunction)|V8\.(Execute|Invoke).*|FireAnimationFrame|.*CallbackProxy.*)$/i],
  ['garbage', /GC/],
  ['style', /^(UpdateLayoutTree|RecalculateStyles|Document::updateStyle.*)$/],
  ['layout', /^(Layout|UpdateLayerTree|InvalidateLayout)$/],
  ['paint', /^(PrePaint|Paint|Layerize|Commit|CompositeLayers|UpdateLayer)$/],
];

/** Self time of each event of one thread. @param {any[]} events complete ones, ordered by begin */
function* selfTimes(events) {
  const open = [];
  const close = function* (until) {
    while (open.length && open.at(-1).end <= until) {
      const { event, end, inner } = open.pop();
      const self = end - event.ts - inner;
      if (open.length) open.at(-1).inner += end - event.ts;
      yield { event, self };
    }
  };
  for (const event of events) {
    yield* close(event.ts);
    open.push({ event, end: event.ts + event.dur, inner: 0 });
  }
  yield* close(Infinity);
}

/**
 * @param {any[]} trace events
 * @param {string} path of the page
 * @param {number} visible milliseconds
 * @returns {Record<string, number>} milliseconds of the main thread by activity, until the article is visible
 */
function mainThread(trace, path, visible) {
  const start = trace.find(({ name, args }) => name === 'navigationStart' && args.data?.documentLoaderURL?.endsWith(path));
  const end = start.ts + visible * 1000;
  const own = trace
    .filter(({ ph, pid, tid, ts }) => ph === 'X' && pid === start.pid && tid === start.tid && ts >= start.ts && ts < end)
    .sort((a, b) => a.ts - b.ts || b.dur - a.dur);
  const sums = Object.fromEntries([...activities.map(([name]) => name), 'other'].map((name) => [name, 0]));
  for (const { event, self } of selfTimes(own)) {
    const activity = activities.find(([, names]) => names.test(event.name));
    sums[activity?.[0] ?? 'other'] += self / 1000;
  }
  return sums;
}

async function visitTraced(browser, origin, page) {
  await browser.startTracing(undefined, { categories });
  const seen = await visit(browser, origin, page);
  const { traceEvents } = JSON.parse(String(await browser.stopTracing()));
  return { ...seen, main: mainThread(traceEvents, page.path, seen.visible) };
}

function printRequests({ name }, visits) {
  const middle = (pick) => time(median(visits.map(pick)));
  console.log(`\n${name}: first paint ${middle(({ fcp }) => fcp)}, article visible ${middle(({ visible }) => visible)}`);
  const rows = visits[0].requests.map(({ path, type, priority }) => {
    const all = visits.map(({ requests }) => requests.find((request) => request.path === path)).filter(Boolean);
    const figure = (key) => time(median(all.map((request) => request[key])));
    return [path, type, priority, ...['asked', 'first', 'end'].map(figure), all[0].bytes];
  });
  printTable(['request', 'as', 'priority', 'asked', 'headers', 'end', 'bytes'], rows);
}

/** @param {{dist: string, pageRounds: number}} options */
export async function tracePages({ dist, pageRounds }) {
  const { pages: known, files } = await pageSources(dist);
  const pages = known.filter(({ key }) => traced.includes(key));
  const server = await serve(files);
  const browser = await launch();
  try {
    const visits = pages.map(() => []);
    for (let round = -1; round < pageRounds; ++round) {
      for (const [index, page] of pages.entries()) {
        const seen = await visitTraced(browser, server.origin, page);
        if (round >= 0) visits[index].push(seen);
      }
    }
    console.log(`\nTrace, CPU 4x, slow 4G, cold cache, medians of ${pageRounds} rounds in ms since the page was asked for (tracing slows a little):`);
    pages.forEach((page, index) => printRequests(page, visits[index]));
    console.log('\nMain thread until the article is visible, in ms:');
    printTable(
      ['activity', ...pages.map(({ key }) => key)],
      Object.keys(visits[0][0].main).map((activity) => [activity, ...visits.map((list) => time(median(list.map(({ main }) => main[activity]))))]),
    );
  } finally {
    await browser.close();
    server.close();
  }
}
