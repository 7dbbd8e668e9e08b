import { warn } from '../warn.js';
import { article_key, donate_hosts_key, event_key, new_state_key, now_key, random_key, shown_key, state_key } from '../wire-keys.js';
import { recall, remember } from './device-storage.js';
import { loadModule, loadView } from './modules.js';
import { pageUrl } from './shown-stories.js';

/** @typedef {import('../view/write-request.js').Documents} Documents */
/** @typedef {(more: Documents) => Promise<import('../view/view.js').Answer>} AskSlots */

/** In s, with the text in sight: what Medium calls a read (help.medium.com/hc/en-us/articles/34831991136151). */
const reading_time = 30;
/** Firefox's speed for English is 987 characters a minute: a note of 200 takes no 30 seconds. */
const characters_per_second = 16;
/** Of the text: who leaves the tab open at its beginning has not read it. */
const far_enough = 0.5;

/** How articles that were rendered here can be asked about. @type {WeakMap<Element, AskSlots>} */
const rendered = new WeakMap();

/** Of a text, across detaching. @type {WeakMap<Element, {seconds: number, reached: number}>} */
const readings = new WeakMap();

const encoder = new TextEncoder();

/** @param {Element} host */
const keepsHistory = (host) => host.getAttribute('history') !== 'off';

/** The time with the reader's zone, since weeks begin where the reader is. */
function localTime() {
    const date = new Date();
    const minutes = -date.getTimezoneOffset();
    /** @param {number} number */
    const two = (number) => String(Math.floor(Math.abs(number))).padStart(2, '0');
    const clock = new Date(date.getTime() + minutes * 60_000).toISOString().slice(0, 19);
    return `${clock}${minutes < 0 ? '-' : '+'}${two(minutes / 60)}:${two(minutes % 60)}`;
}

/**
 * What a request says of the reader and of the page.
 *
 * @param {Element} host
 * @param {string} shown URLs of stories that stand elsewhere on the page
 * @returns {Documents}
 */
export const situation = (host, shown) => [
    [state_key, encoder.encode(keepsHistory(host) ? recall('longread') : '')],
    [now_key, encoder.encode(localTime())],
    [shown_key, encoder.encode(shown)],
    [donate_hosts_key, encoder.encode(host.getAttribute('donate-hosts')?.trim().replace(/\s+/g, ' ') ?? '')],
    [random_key, crypto.getRandomValues(new Uint8Array(4))],
];

/**
 * @param {Element} host
 * @param {AskSlots} ask
 */
export function knowArticle(host, ask) {
    rendered.set(host, ask);
}

/**
 * An article that a server has rendered: all that is known of it is the page, whose only story it is.
 *
 * @param {Element} host
 * @returns {AskSlots}
 */
const askAdopted = (host) => async (more) => {
    const source = encoder.encode(JSON.stringify({ longread: 1, url: pageUrl() }));
    const { ask } = await loadView();
    return ask('slots.wasm', host, [[article_key, source], ...more], loadModule);
};

/** @param {Element} host */
async function addToHistory(host) {
    try {
        const is_alone = document.querySelectorAll('long-read').length === 1;
        const ask = rendered.get(host) ?? (is_alone && askAdopted(host));
        if (!ask) return;
        const { reply } = await ask([...situation(host, ''), [event_key, encoder.encode('read')]]);
        const state = reply.get(new_state_key);
        if (state) remember('longread', new TextDecoder().decode(state));
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
