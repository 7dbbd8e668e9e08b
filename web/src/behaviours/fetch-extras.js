import { fetchDocument } from '../fetch-document.js';
import { warn } from '../warn.js';
import { campaigns_key, feed_key } from '../wire-keys.js';

/**
 * Fetches the feeds and campaigns that an element names: documents that an article gets better by, but does not wait
 * for. What does not come is missing, no more.
 *
 * @param {Element} element
 * @param {AbortSignal} signal
 * @returns {Promise<[key: number, bytes: Uint8Array][]>} those that came, in the order of the attributes
 */
export async function fetchExtras(element, signal) {
    /**
     * @param {string} name
     * @param {number} key
     * @param {number} limit
     */
    const start = (name, key, limit) =>
        (element.getAttribute(name)?.match(/\S+/g) ?? []).map(async (url) => {
            try {
                const bytes = await fetchDocument(url, limit, { signal, priority: 'low' });
                return /** @type {[number, Uint8Array]} */ ([key, bytes]);
            } catch (/** @type {any} */ error) {
                // Without a code: the element was taken away.
                if (error.detail) warn(`${url}: ${error.code} ${error.detail}`);
            }
        });
    const all = await Promise.all([...start('feed', feed_key, 512 << 10), ...start('campaigns', campaigns_key, 64 << 10)]);
    return all.flatMap((extra) => (extra ? [extra] : []));
}
