import { warn } from '../warn.js';
import { shown_key } from '../wire-keys.js';
import { keepsHistory, recall } from './device-storage.js';
import { circumstances, isRenderedHere, tellCore } from './tell-core.js';

/** @typedef {import('../view/write-request.js').Documents} Documents */

/** In s, with the text in sight: what Medium calls a read (help.medium.com/hc/en-us/articles/34831991136151). */
const reading_time = 30;
/** Firefox's speed for English is 987 characters a minute: a note of 200 takes no 30 seconds. */
const characters_per_second = 16;
/** Of the text: who leaves the tab open at its beginning has not read it. */
const far_enough = 0.5;

/** Of a text, across detaching. @type {WeakMap<Element, {seconds: number, reached: number}>} */
const readings = new WeakMap();

const encoder = new TextEncoder();

/**
 * What a request says of the reader and of the page.
 *
 * @param {Element} host
 * @param {string} shown URLs of stories that stand elsewhere on the page
 * @returns {Documents}
 */
export const situation = (host, shown) => [
    ...circumstances(host, keepsHistory(host) ? recall('longread') : ''),
    [shown_key, encoder.encode(shown)],
];

/** @param {Element} host */
async function addToHistory(host) {
    try {
        const is_alone = document.querySelectorAll('long-read').length === 1;
        if (isRenderedHere(host) || is_alone) await tellCore(host, 'read');
    } catch (error) {
        warn(error);
    }
}

/**
 * Notices when a story has been read, which is more than that it was loaded.
 *
 * @param {ShadowRoot} root
 * @param {HTMLElement} host
 */
export function attachHistory(root, host) {
    const body = root.querySelector('.body');
    const reading = (body && readings.get(body)) ?? { seconds: 0, reached: 0 };
    if (!body || !keepsHistory(host)) return () => {};
    readings.set(body, reading);
    const needed = Math.min(reading_time, (body.textContent ?? '').length / characters_per_second);
    const watch = setInterval(() => {
        const { top, bottom, height } = body.getBoundingClientRect();
        if (document.visibilityState !== 'visible' || top > innerHeight || bottom < 0) return;
        reading.reached = Math.max(reading.reached, (innerHeight - top) / height);
        if (++reading.seconds < needed || reading.reached < far_enough) return;
        clearInterval(watch);
        // Counted already, if the behaviours have been attached again.
        if (reading.seconds < Infinity) void addToHistory(host);
        reading.seconds = Infinity;
    }, 1000);
    return () => clearInterval(watch);
}
