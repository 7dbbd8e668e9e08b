// Whether the slow phone is slow for everything: each request's latency and rate, and script as well as WebAssembly.
import { withPage } from './browser.mjs';
import { kib, printTable, ratio, time } from './table.mjs';
import { cpu_rate, network } from './visit.mjs';

/** `(func (export "spin") (param i32) (loop ...))`: counts down to zero. */
const spin_module = [
  0, 97, 115, 109, 1, 0, 0, 0, 1, 5, 1, 96, 1, 127, 0, 3, 2, 1, 0, 7, 8, 1, 4, 115, 112, 105, 110, 0, 0,
  10, 16, 1, 14, 0, 3, 64, 32, 0, 65, 1, 107, 34, 0, 13, 0, 11, 11,
];

/** Runs in the page: milliseconds of equal work, and of compiling a module, which other threads do. */
async function work([bytes, module]) {
  const { instance } = await WebAssembly.instantiate(new Uint8Array(bytes));
  const core = await (await fetch(module)).arrayBuffer();
  // Some milliseconds each: the slowing down comes in bursts.
  const [count, spins] = [5e6, 2e7];
  const jobs = {
    script: () => {
      let sum = 0;
      for (let i = 0; i < count; ++i) sum = (sum + i) | 0;
      return sum;
    },
    wasm: () => instance.exports.spin(spins),
    compile: () => WebAssembly.compile(core),
  };
  const times = {};
  for (const [name, run] of Object.entries(jobs)) {
    const begin = performance.now();
    for (let i = 0; i < 3; ++i) await run();
    times[name] = performance.now() - begin;
  }
  return times;
}

/** @returns {Promise<Record<string, number>>} how many times as long equal work takes, by kind */
async function measureCpu(browser, origin) {
  return withPage(browser, `${origin}/blank.html`, async (page) => {
    const session = await page.context().newCDPSession(page);
    const rounds = { 1: [], [cpu_rate]: [] };
    for (let round = 0; round < 8; ++round) {
      for (const rate of [1, cpu_rate]) {
        await session.send('Emulation.setCPUThrottlingRate', { rate });
        rounds[rate].push(await page.evaluate(work, [spin_module, '/core.wasm']));
      }
    }
    // The least, since whoever else uses the machine lengthens the full speed's times more than the others.
    const least = (rate, name) => Math.min(...rounds[rate].slice(2).map((times) => times[name]));
    return Object.fromEntries(['script', 'wasm', 'compile'].map((name) => [name, least(cpu_rate, name) / least(1, name)]));
  });
}

/** @param {import('./visit.mjs').Request[]} requests @returns {number} bits a second while anything was on its way */
function rateOf(requests) {
  const events = requests.flatMap(({ asked, end }) => [[asked + network.latency, 1], [end, -1]]).sort(([a], [b]) => a - b);
  let [busy, open, since] = [0, 0, 0];
  for (const [at, change] of events) {
    if (open > 0) busy += at - since;
    open += change;
    since = at;
  }
  return (requests.reduce((sum, { bytes }) => sum + bytes, 0) * 8) / (busy / 1000);
}

/**
 * @param {import('playwright-core').Browser} browser
 * @param {string} origin
 * @param {Map<string, import('./visit.mjs').Visit>} visits one of each page, by its name
 * @throws {Error} when something got through faster
 */
export async function checkThrottling(browser, origin, visits) {
  const cpu = await measureCpu(browser, origin);
  console.log(
    `\nThrottling: script takes ${ratio(cpu.script)} times as long, WebAssembly ${ratio(cpu.wasm)} times, ` +
      `WebAssembly.compile, on other threads, ${ratio(cpu.compile)} times`,
  );
  if (Math.min(cpu.script, cpu.wasm) < cpu_rate / 2) throw new Error('the CPU is not slowed down');
  const limit = network.downloadThroughput * 8;
  printTable(
    ['page', 'requests', 'least latency', 'Mbit/s', 'KiB'],
    [...visits].map(([name, { requests, bytes }]) => {
      const latency = Math.min(...requests.map(({ asked, first }) => first - asked));
      const rate = rateOf(requests);
      if (latency < 0.95 * network.latency || rate > 1.1 * limit) throw new Error(`${name}: the network is not slowed down (${latency} ms, ${rate} bit/s)`);
      return [name, requests.length, time(latency), ratio(rate / 1e6), kib(bytes)];
    }),
  );
}
