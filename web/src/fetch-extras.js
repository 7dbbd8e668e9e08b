import { fetchDocument } from './fetch-document.js';
import { warn } from './warn.js';
import { campaigns_key, feed_key } from './wire-keys.js';

/**
 * Starts to fetch the feeds and campaigns that an element names: documents that an article gets better by, but does not
 * wait for. What does not come is missing, no more.
 *
 * @param {Element} element
 * @param {AbortSignal} signal
 */
export function fetchExtras(element, signal) {
    /** @type {[key: number, bytes?: Uint8Array][]} in the order of the attributes */
    const extras = [];
    /**
     * @param {string} name
     * @param {number} key
     * @param {number} limit
     */
    const start = (name, key, limit) =>
        (element.getAttribute(name)?.match(/\S+/g) ?? []).map(async (url) => {
            /** @type {[key: number, bytes?: Uint8Array]} */
            const extra = [key];
            extras.push(extra);
            try {
                extra[1] = await fetchDocument(url, limit, { signal, priority: 'low' });
            } catch (/** @type {any} */ error) {
                // Without a code: the element was taken away.
                if (error.detail) warn(`${url}: ${error.code} ${error.detail}`);
            }
        });
    const settled = Promise.all([...start('feed', feed_key, 512 << 10), ...start('campaigns', campaigns_key, 64 << 10)]);
    const arrived = () => /** @type {[number, Uint8Array][]} */ (extras.filter(([, bytes]) => bytes));
    return { arrived, settled };
}
