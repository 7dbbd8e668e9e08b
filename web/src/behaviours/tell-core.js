import { fetchDocument } from '../fetch-document.js';
import { article_key, donate_hosts_key, event_key, new_state_key, now_key, random_key, state_key } from '../wire-keys.js';
import { recall, remember } from './device-storage.js';
import { fetchCampaigns } from './fetch-extras.js';
import { loadModule, loadView } from './modules.js';
import { pageUrl } from './shown-stories.js';

/** @typedef {import('../view/write-request.js').Documents} Documents */
/** @typedef {import('../view/view.js').Answer} Answer */
/** @typedef {(more: Documents) => Promise<Answer>} AskSlots */

const article_limit = 4 << 20;

const encoder = new TextEncoder();

/** How articles that were rendered here can be asked about. @type {WeakMap<Element, AskSlots>} */
const rendered = new WeakMap();

/** The campaigns that came for an element. @type {WeakMap<Element, Documents>} */
const campaigns = new WeakMap();

/**
 * @param {Element} host
 * @param {AskSlots} ask
 */
export function knowArticle(host, ask) {
    rendered.set(host, ask);
}

/**
 * @param {Element} host
 * @param {Documents} documents
 */
export function knowCampaigns(host, documents) {
    campaigns.set(host, documents);
}

/** @param {Element} host */
export const isRenderedHere = (host) => rendered.has(host);

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
 * What a decision needs beside documents.
 *
 * @param {Element} host
 * @param {string} state
 * @returns {Documents}
 */
export const circumstances = (host, state) => [
    [state_key, encoder.encode(state)],
    [now_key, encoder.encode(localTime())],
    [donate_hosts_key, encoder.encode(host.getAttribute('donate-hosts')?.trim().replace(/\s+/g, ' ') ?? '')],
    [random_key, crypto.getRandomValues(new Uint8Array(4))],
];

/**
 * An article that a server has rendered: what is known of it is its page, or its document once that has been fetched.
 *
 * @param {Element} host
 * @param {Uint8Array} [source]
 * @returns {AskSlots}
 */
const askAdopted = (host, source) => async (more) => {
    const lang = host.shadowRoot?.querySelector('.article')?.getAttribute('lang') ?? '';
    const known = source ?? encoder.encode(JSON.stringify({ longread: 1, url: pageUrl(), lang }));
    const { ask } = await loadView();
    return ask('slots.wasm', host, [[article_key, known], ...more], loadModule);
};

/**
 * Makes an article that a server has rendered as well known as others.
 *
 * @param {Element} host
 * @param {AbortSignal} signal
 */
export async function learnAdopted(host, signal) {
    const src = host.getAttribute('src');
    const [source, came] = await Promise.all([
        src === null ? undefined : fetchDocument(src, article_limit, { signal, priority: 'low' }),
        fetchCampaigns(host, signal),
    ]);
    knowCampaigns(host, came);
    knowArticle(host, askAdopted(host, source));
}

/**
 * @param {Answer} answer whose state, if it has one, is to be kept
 * @param {string} before what it was made of: if another tab has kept something since, that stays
 */
export function keepState({ reply }, before) {
    const state = reply.get(new_state_key);
    if (state?.length && before === recall('longread')) remember('longread', new TextDecoder().decode(state));
}

/**
 * Decides again what stands below an article.
 *
 * @param {Element} host
 */
export async function decideAgain(host) {
    const ask = rendered.get(host) ?? askAdopted(host);
    const state = recall('longread');
    const answer = await ask([...circumstances(host, state), ...(campaigns.get(host) ?? [])]);
    keepState(answer, state);
    return answer;
}

/**
 * Tells the core what has happened, and keeps what it says is to be kept; one page of the site at a time, where the
 * browser has locks.
 *
 * @param {Element} host
 * @param {string} event of src/app/answer.h
 * @param {string} [given] a state from elsewhere
 * @returns {Promise<DocumentFragment>} what is to be shown for it
 */
export async function tellCore(host, event, given) {
    const ask = rendered.get(host) ?? askAdopted(host);
    const tell = async () => {
        const before = recall('longread');
        const state = given ?? before;
        const answer = await ask([
            ...circumstances(host, state),
            ...(campaigns.get(host) ?? []),
            [event_key, encoder.encode(event)],
        ]);
        keepState(answer, before);
        return answer.nodes;
    };
    return navigator.locks ? navigator.locks.request('longread', tell) : tell();
}
