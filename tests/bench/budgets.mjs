import { createRequire } from 'node:module';
import { printTable } from './table.mjs';

const { measure, readDist } = createRequire(import.meta.url)('../../scripts/size');

/**
 * @typedef {import('./statistics.mjs').Comparison} Comparison
 * @typedef {{what: string, key: string, least?: number, most?: number}} Budget a limit from above or from below
 */

/** The budgets of design.md section 8 that concern the article. @type {Budget[]} */
const budgets = [
  { what: 'article JSON to DOM, warm: S0 / ours (blocks)', key: 'warm blocks', least: 8 },
  { what: 'article JSON to DOM, warm: S0 / ours (HTML)', key: 'warm HTML', least: 8 },
  { what: 'article JSON to DOM, warm: S0 / ours (Markdown)', key: 'warm Markdown', least: 8 },
  { what: 'article JSON to DOM, cold: S0 / ours (blocks)', key: 'coldReady blocks', least: 2 },
  { what: 'article JSON to DOM, cold: S0 / ours (HTML)', key: 'coldReady HTML', least: 2 },
  { what: 'article JSON to DOM, cold: S0 / ours (Markdown)', key: 'coldReady Markdown', least: 2 },
  { what: 'visible article: pre-rendered / static HTML P0', key: 'visible prerendered / P0', most: 1 },
  { what: 'visible article: ours with preload (HTML) / floor F0', key: 'visible ours+ / F0', most: 1.05 },
  { what: 'visible article: ours with preload (blocks) / floor F0', key: 'visible ours+blocks / F0', most: 1.05 },
  { what: 'memory of the page, wasm included: ours / S0', key: 'memory all', most: 0.25 },
];

/** For judging the others: no limits. @type {Budget[]} */
const remarks = [
  { what: 'warm: S0 / floor F0 (innerHTML of ready HTML)', key: 'warm floor' },
  { what: 'warm: S1 / ours (HTML), with style and layout', key: 'warm S1' },
  { what: 'cold: S0 / floor F0', key: 'coldReady floor' },
  { what: 'cold with style and layout: S0 / ours (HTML)', key: 'coldTotal HTML' },
  { what: 'visible: ours with preload / F0 with preload', key: 'visible ours+ / F0+' },
  { what: 'visible: ours with preload / S0', key: 'visible ours+ / S0' },
  { what: 'visible: ours with preload / S0 with preload', key: 'visible ours+ / S0+' },
  { what: 'visible: ours with preload (Markdown) / F0', key: 'visible ours+markdown / F0' },
  { what: 'visible: ours, no preload / F0', key: 'visible ours / F0' },
  { what: 'visible: ours, no preload / S0', key: 'visible ours / S0' },
  { what: 'visible: ours, no preload / S1', key: 'visible ours / S1' },
  { what: 'visible: S0 / F0', key: 'visible S0 / F0' },
  { what: 'visible: F0 / P0', key: 'visible F0 / P0' },
  { what: 'code fetched before the article is visible: ours / S0', key: 'bytes needed' },
  { what: 'memory beyond the static page: ours / S0', key: 'memory beyond P0' },
  { what: 'memory without wasm: ours / S0', key: 'memory heap' },
  { what: 'memory before the instance is let go: ours / S0', key: 'memory busy' },
  { what: 'memory of the page: floor F0 / S0', key: 'memory F0' },
  { what: 'memory of the page: static page P0 / S0', key: 'memory P0' },
];

/**
 * Only where the whole interval of the figure lies on one side of the limit is the verdict sure.
 *
 * @param {Comparison} measured
 * @param {{least?: number, most?: number}} limits
 */
function judge({ ratio, low, high }, { least = 0, most = Infinity }) {
  if (low >= least && high <= most) return 'met';
  if (high < least || low > most) return 'NOT MET';
  return ratio >= least && ratio <= most ? 'met, within noise' : 'not met, within noise';
}

/** @param {Comparison} measured */
const interval = ({ low, high }) => (low === high ? '' : `${low.toFixed(2)}-${high.toFixed(2)}`);

/** @param {Record<string, Comparison>} results */
function timeRows(results) {
  return [...budgets, ...remarks].filter(({ key }) => results[key]).map((budget) => {
    const { what, key, least, most } = budget;
    const limit = least ? `>= ${least}` : most ? `<= ${most}` : '';
    return [what, limit, results[key].ratio.toFixed(2), interval(results[key]), limit && judge(results[key], budget)];
  });
}

/** @param {string} dist */
const sizeRows = (dist) =>
  measure(readDist(dist)).budgets.map(({ name, limit, size, ok }) => [
    `KiB of brotli: ${name}`, `<= ${limit / 1024}`, (size / 1024).toFixed(2), '', ok ? 'met' : 'NOT MET',
  ]);

/**
 * @param {Record<string, Comparison>} results
 * @param {string} dist
 * @returns {boolean} no budget that was measured is missed
 */
export function printBudgets(results, dist) {
  const rows = [...timeRows(results), ...sizeRows(dist)];
  const order = (row) => (row[1] ? 0 : 1);
  rows.sort((a, b) => order(a) - order(b));
  console.log('\nBudgets of the article (median of the ratios round by round, its 95 % interval), then remarks:');
  printTable(['budget', 'limit', 'measured', 'interval', ''], rows);
  return !rows.some((row) => row[4] === 'NOT MET');
}
