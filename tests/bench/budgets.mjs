import { printTable } from './table.mjs';

/** The budgets of design.md section 8 that concern the article: limits on ratios, from above or from below. */
const budgets = [
  { what: 'article JSON to DOM, warm: S0 / ours (blocks)', key: 'warm blocks', least: 8 },
  { what: 'article JSON to DOM, warm: S0 / ours (HTML)', key: 'warm HTML', least: 8 },
  { what: 'article JSON to DOM, warm: S0 / ours (Markdown)', key: 'warm Markdown', least: 8 },
  { what: 'article JSON to DOM, cold: S0 / ours (blocks)', key: 'coldReady blocks', least: 2 },
  { what: 'article JSON to DOM, cold: S0 / ours (HTML)', key: 'coldReady HTML', least: 2 },
  { what: 'article JSON to DOM, cold: S0 / ours (Markdown)', key: 'coldReady Markdown', least: 2 },
  { what: 'visible article: pre-rendered / static HTML', key: 'pre-rendered / P0', most: 1 },
  { what: 'visible article: ours with preload / floor F0', key: 'preload / F0', most: 1.05 },
  { what: 'memory of the page: ours / S0', key: 'memory / S0', most: 0.25 },
];

/** For judging the others: no limits. */
const remarks = [
  { what: 'warm: S0 / floor F0 (innerHTML of ready HTML)', key: 'warm floor' },
  { what: 'cold: S0 / floor F0', key: 'coldReady floor' },
  { what: 'visible article: ours with preload / F0 with preload', key: 'preload / F0 + preload' },
  { what: 'visible article: ours with preload / S0', key: 'preload / S0' },
  { what: 'memory of the page: floor F0 / S0', key: 'floor memory / S0' },
  { what: 'memory beyond the static page: ours / S0', key: 'memory beyond P0 / S0' },
  { what: 'memory before the instance is let go: ours / S0', key: 'busy memory / S0' },
];

/**
 * Missed is a budget only when the whole interval of the figure lies beyond it.
 *
 * @param {import('./statistics.mjs').Comparison} measured
 * @param {{least?: number, most?: number}} limits
 */
function judge({ ratio, low, high }, { least = 0, most = Infinity }) {
  if (ratio >= least && ratio <= most) return 'met';
  return high < least || low > most ? 'NOT MET' : 'not met, within noise';
}

/**
 * @param {Record<string, import('./statistics.mjs').Comparison>} results
 * @returns {boolean} no budget that was measured is missed
 */
export function printBudgets(results) {
  /** @type {{what: string, key: string, least?: number, most?: number}[]} */
  const rows = [...budgets, ...remarks].filter(({ key }) => results[key]);
  const verdicts = rows.map((row) => (row.least || row.most ? judge(results[row.key], row) : ''));
  console.log('\nBudgets of the article (median of the ratios round by round, its 95 % interval):');
  printTable(
    ['budget', 'limit', 'measured', 'interval', ''],
    rows.map(({ what, key, least, most }, index) => {
      const { ratio, low, high } = results[key];
      const limit = least ? `>= ${least}` : most ? `<= ${most}` : '';
      return [what, limit, ratio.toFixed(2), `${low.toFixed(2)}-${high.toFixed(2)}`, verdicts[index]];
    }),
  );
  return !verdicts.includes('NOT MET');
}
