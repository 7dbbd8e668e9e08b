import { fetchDocument } from '../fetch-document.js';
import { warn } from '../warn.js';
import { canRemember } from './device-storage.js';
import { campaigns_key, feed_key } from '../wire-keys.js';

/** In ms: so long an extra serves the other elements of its page. */
const fresh = 10_000;

/** By URL: how many wait, what lets go of it. @type {Map<string, {users: number, work: AbortController, bytes: Promise<Uint8Array>}>} */
const shared = new Map();

/**
 * Fetches what others may fetch too, once for all of them, until the last of them has lost interest.
 *
 * @param {string} url
 * @param {number} limit
 * @param {AbortSignal} signal
 * @returns {Promise<Uint8Array>}
 */
export function share(url, limit, signal) {
    let extra = shared.get(url);
    const forget = () => shared.delete(url);
    if (!extra) {
        const work = new AbortController();
        const bytes = fetchDocument(url, limit, { signal: work.signal, priority: 'low' });
        extra = { users: 0, work, bytes };
        shared.set(url, extra);
        bytes.then(() => setTimeout(forget, fresh), forget);
    }
    const { work, bytes } = extra;
    ++extra.users;
    return new Promise((resolve, reject) => {
        bytes.then(resolve, reject);
        signal.addEventListener('abort', () => {
            reject(signal.reason);
            if (--extra.users) return;
            forget();
            work.abort();
        });
    });
}

/**
 * @param {Element} element
 * @param {string} name of the attribute that has their addresses
 * @param {number} key
 * @param {number} limit
 * @param {AbortSignal} signal
 * @returns {Promise<[key: number, bytes: Uint8Array][]>} those that came, in the order of the attribute
 */
async function fetchNamed(element, name, key, limit, signal) {
    const documents = (element.getAttribute(name)?.match(/\S+/g) ?? []).map(async (url) => {
        try {
            return /** @type {[number, Uint8Array]} */ ([key, await share(url, limit, signal)]);
        } catch (/** @type {any} */ error) {
            // Without a code: the element was taken away.
            if (error.detail) warn(`${url}: ${error.code} ${error.detail}`);
        }
    });
    return (await Promise.all(documents)).flatMap((extra) => (extra ? [extra] : []));
}

/**
 * @param {Element} element
 * @param {AbortSignal} signal
 */
export const fetchCampaigns = async (element, signal) =>
    canRemember(element) ? fetchNamed(element, 'campaigns', campaigns_key, 64 << 10, signal) : [];

/**
 * Fetches the feeds and campaigns that an element names: documents that an article gets better by, but does not wait
 * for. What does not come is missing, no more.
 *
 * @param {Element} element
 * @param {AbortSignal} signal
 */
export const fetchExtras = async (element, signal) =>
    (await Promise.all([fetchNamed(element, 'feed', feed_key, 512 << 10, signal), fetchCampaigns(element, signal)])).flat();
