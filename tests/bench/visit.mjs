// One visit to a page on a slow phone: CPU 4x, slow 4G, cold cache.
import { readFileSync } from 'node:fs';
import { checkText } from './article.mjs';
import { withPage } from './browser.mjs';

/**
 * @typedef {{path: string, type: string, priority: string, asked: number, first: number, end: number, bytes: number}} Request
 *   milliseconds since the page was asked for; bytes as they came over the wire, with headers
 *
 * @typedef {object} Visit milliseconds and bytes
 * @property {number} visible first paragraph painted
 * @property {number} complete last of the related stories painted
 * @property {number} fcp
 * @property {number} lcp
 * @property {number} blocking
 * @property {number} bytes of all requests
 * @property {number} code of these, what is not a picture
 * @property {number} needed of these, scripts and modules that were there before the article was visible
 * @property {number} script main thread by activity
 * @property {number} layout
 * @property {number} tasks
 * @property {Request[]} requests
 */

/** Bytes a second and milliseconds, as DevTools' slow 4G. */
export const network = { latency: 150, downloadThroughput: 1.6e6 / 8, uploadThroughput: 0.75e6 / 8 };
export const cpu_rate = 4;

export const probe = readFileSync(new URL('page-probe.js', import.meta.url), 'utf8');

/**
 * Not by page.evaluate or page.waitForFunction: the scripts that they bring along weigh half a megabyte, as much as a
 * static page, and keep a slow phone busy for 20 ms just when the article should show.
 *
 * @param {import('playwright-core').CDPSession} session
 * @param {string} expression
 */
export async function evaluate(session, expression) {
  const { result, exceptionDetails } = await session.send('Runtime.evaluate', { expression, awaitPromise: true, returnByValue: true });
  if (exceptionDetails) throw new Error(`${expression}: ${exceptionDetails.exception?.description ?? exceptionDetails.text}`);
  return result.value;
}

/**
 * @param {import('playwright-core').CDPSession} session
 * @param {string} figure of the probe
 */
export async function untilSeen(session, figure) {
  const deadline = Date.now() + 30_000;
  while (!(await evaluate(session, `benchProbe.${figure} > 0`))) {
    if (Date.now() > deadline) throw new Error(`no ${figure} in half a minute`);
    await new Promise((resolve) => setTimeout(resolve, 150));
  }
}

/** @param {import('playwright-core').CDPSession} session */
export async function slowDown(session) {
  await session.send('Network.enable');
  await session.send('Network.emulateNetworkConditions', { offline: false, ...network });
  await session.send('Emulation.setCPUThrottlingRate', { rate: cpu_rate });
}

/** @param {import('playwright-core').CDPSession} session */
function watchRequests(session) {
  /** @type {Map<string, any>} */
  const found = new Map();
  session.on('Network.requestWillBeSent', ({ requestId, request, type, timestamp }) => {
    if (!request.url.startsWith('http')) return;
    found.set(requestId, { path: new URL(request.url).pathname, type, priority: request.initialPriority, asked: timestamp });
  });
  session.on('Network.responseReceived', ({ requestId, timestamp }) => Object.assign(found.get(requestId) ?? {}, { first: timestamp }));
  session.on('Network.loadingFinished', ({ requestId, timestamp, encodedDataLength }) =>
    Object.assign(found.get(requestId) ?? {}, { end: timestamp, bytes: encodedDataLength }),
  );
  return () => {
    const requests = [...found.values()].filter(({ bytes }) => bytes > 0);
    const start = Math.min(...requests.map(({ asked }) => asked));
    for (const request of requests) for (const key of ['asked', 'first', 'end']) request[key] = (request[key] - start) * 1000;
    return /** @type {Request[]} */ (requests);
  };
}

async function mainThread(session) {
  const { metrics } = await session.send('Performance.getMetrics');
  const value = (name) => metrics.find((metric) => metric.name === name).value * 1000;
  return { script: value('ScriptDuration'), layout: value('LayoutDuration') + value('RecalcStyleDuration'), tasks: value('TaskDuration') };
}

const sumBytes = (requests) => requests.reduce((sum, { bytes }) => sum + bytes, 0);

/**
 * @param {import('playwright-core').Browser} browser
 * @param {string} origin
 * @param {import('./page-sources.mjs').Page} page
 * @returns {Promise<Visit>}
 */
export function visit(browser, origin, { name, path }) {
  return withPage(browser, `${origin}/blank.html`, async (page) => {
    const session = await page.context().newCDPSession(page);
    await session.send('Performance.enable');
    await slowDown(session);
    await page.addInitScript(probe);
    const listRequests = watchRequests(session);
    const before = await mainThread(session);
    await page.goto(origin + path, { waitUntil: 'load' });
    await untilSeen(session, 'complete');
    // Pictures, behaviours and whatever waits for an idle moment.
    await page.waitForTimeout(1000);
    const requests = listRequests();
    const after = await mainThread(session);
    const threads = Object.fromEntries(Object.entries(after).map(([key, value]) => [key, value - before[key]]));
    const { text, ...seen } = await evaluate(session, 'benchProbe.report()');
    checkText(name, text);
    const needed = requests.filter(({ path: file, end }) => /\.(js|wasm|css)$/.test(file) && end <= seen.visible);
    return {
      ...seen, ...threads, requests, bytes: sumBytes(requests), needed: sumBytes(needed),
      code: sumBytes(requests.filter(({ type }) => type !== 'Image')),
    };
  });
}
