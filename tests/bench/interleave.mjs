/**
 * Measures every contestant in turn, again and again: `rounds` times, or fewer (but three) when the time is up, as a
 * machine that others use as well may be slow.
 *
 * @template T
 * @template S
 * @param {[name: string, contestant: T][]} contestants
 * @param {{rounds: number, seconds: number}} limits
 * @param {(contestant: T) => Promise<S>} measure
 * @returns {Promise<Record<string, S[]>>} samples by name, as many of each
 */
export async function interleave(contestants, { rounds, seconds }, measure) {
  const samples = Object.fromEntries(contestants.map(([name]) => [name, /** @type {S[]} */ ([])]));
  const begin = Date.now();
  for (let round = 0; round < rounds; ++round) {
    const passed = (Date.now() - begin) / 1000;
    if (round >= Math.min(3, rounds) && passed + passed / round > seconds) break;
    for (const [name, contestant] of contestants) samples[name].push(await measure(contestant));
  }
  return samples;
}
