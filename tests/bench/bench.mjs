// Times Longread against what publishers would take otherwise, in one run and as ratios: milliseconds on a shared machine
// are noise. `scripts/bench --help` has the options.
//
// Contestants (the same article, the same markup and nodes, the same stylesheet, so that only the machinery differs):
//   P0  static HTML                                    F0  the floor, no product: JSON that holds ready, trusted HTML
//   S0  marked + DOMPurify    S0h  DOMPurify alone, for an HTML body    S1  S0 + embla-carousel + minisearch + reading-time
//   ours: web/dist with a body of blocks, HTML or Markdown. F0 and P0 show what `longread render` prints.
//
// render: code and document are in memory. Cold: load the code (import, WebAssembly.compile), render once; a process of its
//   own for each sample. Warm: all contestants in turn in one page, after 40 rounds of warming up. "Ready" is without
//   style and layout, which cost the same for all (S1's carousel forces them inside its render).
// pages: each visit in a new browser context (cold cache, new process), CPU 4x, slow 4G, brotli 11 and equal headers.
//   Visible: the frame in which the first paragraph of the body is painted. One round is thrown away before counting.
// Every ratio is the median of the ratios of the same round; beside a budget stands the 95 % interval of that median
//   (order statistics). A budget is missed, and --check fails, only where the whole interval lies beyond it.
import { parseArgs } from 'node:util';
import { join } from 'node:path';
import { printBudgets } from './budgets.mjs';
import { root } from './bundles.mjs';
import { benchPages } from './pages-bench.mjs';
import { benchRender } from './render-bench.mjs';

/** @returns {{parts: string[], check: boolean, dist: string, rounds: (fallback: number) => number}} */
function readArguments() {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { check: { type: 'boolean', default: false }, rounds: { type: 'string' }, dist: { type: 'string' } },
  });
  const unknown = positionals.find((part) => part !== 'render' && part !== 'pages');
  if (unknown) throw new Error(`no part '${unknown}'`);
  if (values.rounds !== undefined && !/^[1-9]\d{0,2}$/.test(values.rounds)) throw new Error('--rounds takes a number from 1 to 999');
  return {
    parts: positionals.length ? positionals : ['render', 'pages'],
    check: values.check === true,
    dist: values.dist ?? join(root, 'web/dist'),
    rounds: (fallback) => Number(values.rounds ?? fallback),
  };
}

async function main({ parts, check, dist, rounds }) {
  /** @type {Record<string, import('./statistics.mjs').Comparison>} */
  const results = {};
  if (parts.includes('render')) Object.assign(results, await benchRender({ dist, coldRounds: rounds(15), warmRounds: 20 * rounds(15) }));
  if (parts.includes('pages')) Object.assign(results, await benchPages({ dist, pageRounds: rounds(9) }));
  const met = printBudgets(results);
  return check && !met ? 1 : 0;
}

let given;
try {
  given = readArguments();
} catch (error) {
  console.error(`bench: ${error.message}; see scripts/bench --help`);
  process.exit(2);
}
process.exitCode = await main(given);
