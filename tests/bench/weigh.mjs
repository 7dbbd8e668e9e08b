// What a page holds in memory, without throttling: the browser's own measure, and WebAssembly memory, which it leaves out.
import { withPage } from './browser.mjs';
import { evaluate, probe, untilSeen } from './visit.mjs';

/** What the browser must be started with: a measurement at once instead of in half a minute. */
export const weighing_arguments = ['--enable-blink-features=ForceEagerMeasureMemory'];

/** @typedef {{heap: number, wasm: number, early: number, all: number, busy: number}} Weight bytes; early: soon after rendering */

/**
 * @param {import('playwright-core').Browser} browser
 * @param {string} origin
 * @param {import('./page-sources.mjs').Page} page
 * @returns {Promise<Weight>}
 */
export function weigh(browser, origin, { path }) {
  return withPage(browser, `${origin}/blank.html`, async (page) => {
    const session = await page.context().newCDPSession(page);
    await page.addInitScript(probe);
    await page.goto(origin + path, { waitUntil: 'load' });
    await untilSeen(session, 'visible');
    const early = await evaluate(session, 'benchProbe.wasm()');
    await page.waitForTimeout(3000);
    await session.send('HeapProfiler.collectGarbage');
    const heap = await evaluate(session, 'performance.measureUserAgentSpecificMemory().then(({ bytes }) => bytes)');
    const wasm = await evaluate(session, 'benchProbe.wasm()');
    return { heap, wasm, early, all: heap + wasm, busy: heap + early };
  });
}
