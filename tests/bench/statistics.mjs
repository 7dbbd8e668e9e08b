/**
 * Medians, and how sure one may be of them.
 *
 * @typedef {{ratio: number, low: number, high: number}} Comparison the median of ratios and its 95 % interval (of sign tests)
 */

const sorted = (values) => Float64Array.from(values).sort();

/** @param {number[]} values */
export function median(values) {
  const order = sorted(values);
  const middle = order.length >> 1;
  return order.length % 2 ? order[middle] : (order[middle - 1] + order[middle]) / 2;
}

/** Half of the samples lie within this part of the median around it. @param {number[]} values */
export function spread(values) {
  const order = sorted(values);
  const at = (part) => order[Math.round(part * (order.length - 1))];
  return (at(0.75) - at(0.25)) / median(values);
}

/** How many of n ordered values lie below the 95 % interval of the median, and one more: the largest k with P(Binomial(n, 1/2) < k) <= 2.5 %. */
function skipped(n) {
  let chance = 0.5 ** n;
  let sum = 0;
  for (let k = 0; k < n; ++k) {
    sum += chance;
    if (sum > 0.025) return k;
    chance *= (n - k) / (k + 1);
  }
  return 0;
}

/**
 * Ratios round by round, so that what slows a whole round does not count.
 *
 * @param {number[]} values
 * @param {number[]} others of the same rounds
 * @returns {Comparison}
 */
export function compare(values, others) {
  const ratios = values.map((value, round) => value / others[round]);
  const order = sorted(ratios);
  const at = Math.max(0, skipped(order.length) - 1);
  return { ratio: median(ratios), low: order[at], high: order[order.length - 1 - at] };
}
