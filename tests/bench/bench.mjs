// Times Longread against what publishers would take otherwise, in one run and as ratios: milliseconds on a shared machine
// are noise. `scripts/bench --help` has the options.
//
// Contestants (the same article, the same markup and stylesheet, so that only the machinery differs; their text is
// compared with the article's, letter by letter):
//   P0  static HTML                                    F0  the floor, no product: JSON that holds ready, trusted HTML
//   S0  marked + DOMPurify    S0h  DOMPurify alone, for an HTML body    S1  S0 + embla-carousel + minisearch + reading-time
//   ours: web/dist with a body of blocks, HTML or Markdown. F0 and P0 show what `longread render` prints.
//
// render: code and document are in memory. Cold: load the code (import, WebAssembly.compile), render once; a process of its
//   own for each sample. Warm: all contestants in turn in one page, after 40 rounds of warming up. The budgets are without
//   style and layout, which cost the same for all (but S1's carousel forces them inside its render). our-entry.js is the
//   only file that knows the package's inside; pages use the public element alone.
// pages: each visit in a new browser context (cold cache, new process; the connection is open, as throttling does not know
//   of connections), CPU 4x, slow 4G, one server, brotli 11 and equal headers. Visible: the frame in which the first
//   paragraph of the body is painted; complete: the last related story. One round is thrown away before counting; from it
//   the throttling is checked: each request's latency, each page's rate, script and WebAssembly against full speed.
//   The CPU's slowing down is the main thread's alone: what other threads compile meanwhile runs at full speed, modules
//   of WebAssembly and scripts alike.
// memory: without throttling, after 3 s at rest and a garbage collection. WebAssembly memory is counted apart.
// related: one feed, the same questions. Ours is the page's ranking (rank_stories.cpp: src/decide/related, in WebAssembly,
//   compiled as the page's modules); the lists of the command are checked to be the same, and it gives those of archive mode.
//   Peers with their own defaults, title twice where they have boosts; a story is asked for by its 25 best words by tf-idf
//   (made beforehand, at no cost to them), and by its title or its whole text where that suits a peer better (found on 40
//   stories). Everything runs in V8, in Node: no network, no DOM.
//   view: a process of its own takes the code and the feed's bytes and gives one list. build: the index again in a warm
//   process. query: in turn, story by story, the second time of asking. Ours draws vectors to each other when they first
//   come into question: that is in view, and in what is printed of building and all first questions together.
//   Behind is who has a figure of quality lower by more than .005, or takes longer in the whole 95 % interval of the ratio.
// Every ratio is the median of the ratios of the same round; beside a budget stands the 95 % interval of that median
//   (order statistics; of less than 6 rounds least and most). A budget is missed, and --check fails, only where the whole
//   interval lies beyond it.
import { parseArgs } from 'node:util';
import { join } from 'node:path';
import { printBudgets } from './budgets.mjs';
import { root } from './bundles.mjs';
import { benchPages } from './pages-bench.mjs';
import { benchRelated } from './related-bench.mjs';
import { benchRender } from './render-bench.mjs';
import { tracePages } from './trace.mjs';

/**
 * Rounds by what is timed, and the seconds after which fewer must do. `all`: every page, else the main ones.
 * One round of memory is enough in a hurry, since it hardly varies.
 */
const thorough = { coldRounds: 15, coldSeconds: 90, warmRounds: 300, warmPages: 3, pageRounds: 8, pageSeconds: 330, memoryRounds: 3, all: true };
const hasty = { coldRounds: 5, coldSeconds: 20, warmRounds: 90, warmPages: 1, pageRounds: 3, pageSeconds: 60, memoryRounds: 1, all: false };

/** Of related stories. */
const thoroughRelated = { queries: 300, viewRounds: 6, viewSeconds: 25, buildRounds: 3 };
const hastyRelated = { queries: 150, viewRounds: 5, viewSeconds: 12, buildRounds: 3, quickSets: ['ecbplus', 'huffpost'] };

function readArguments() {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      check: { type: 'boolean', default: false }, quick: { type: 'boolean', default: false },
      rounds: { type: 'string' }, dist: { type: 'string' },
    },
  });
  const unknown = positionals.find((part) => !['render', 'pages', 'trace', 'related'].includes(part));
  if (unknown) throw new Error(`no part '${unknown}'`);
  if (values.rounds !== undefined && !/^[1-9]\d{0,2}$/.test(values.rounds)) throw new Error('--rounds takes a number from 1 to 999');
  const n = Number(values.rounds);
  return {
    parts: positionals.length ? positionals : ['render', 'pages'],
    check: values.check,
    dist: values.dist ?? join(root, 'web/dist'),
    ...(values.quick ? hasty : thorough),
    related: { ...(values.quick ? hastyRelated : thoroughRelated), ...(n && { viewRounds: n, viewSeconds: Infinity, buildRounds: n }) },
    ...(n && { coldRounds: n, coldSeconds: Infinity, warmRounds: 20 * n, pageRounds: n, pageSeconds: Infinity }),
  };
}

async function main({ parts, check, related, ...options }) {
  const ahead = !parts.includes('related') || (await benchRelated(related));
  if (parts.every((part) => part === 'related')) return check && !ahead ? 1 : 0;
  /** @type {Record<string, import('./statistics.mjs').Comparison>} */
  const results = {};
  if (parts.includes('render')) Object.assign(results, await benchRender(options));
  if (parts.includes('pages')) Object.assign(results, await benchPages(options));
  if (parts.includes('trace')) await tracePages(options);
  const met = printBudgets(results, options.dist);
  return check && !(met && ahead) ? 1 : 0;
}

let given;
try {
  given = readArguments();
} catch (error) {
  console.error(`bench: ${error.message}; see scripts/bench --help`);
  process.exit(2);
}
process.exitCode = await main(given);
