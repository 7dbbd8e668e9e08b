/**
 * Subscriptions of readers who are offline, until they are not: under a name of its own, and never in the core's
 * document, which holds no address.
 *
 * @typedef {import('./subscribe-services.js').Subscription} Subscription
 * @typedef {{at: number, subscription: Subscription}} Kept
 */

const name = 'longread-letters';

/** In ms. */
const longest = 7 * 86_400_000;

const most = 4;

/** @returns {Kept[]} those that may still be sent */
function waiting() {
    try {
        const kept = JSON.parse(localStorage.getItem(name) ?? '[]');
        const age = (/** @type {{at: number}} */ { at }) => Date.now() - at;
        return kept.filter((/** @type {any} */ one) => age(one) >= 0 && age(one) < longest && one.subscription?.url);
    } catch {
        return [];
    }
}

/** @param {Kept[]} letters @returns {boolean} false: there is nowhere to keep them */
function keep(letters) {
    try {
        if (letters.length) localStorage.setItem(name, JSON.stringify(letters.slice(-most)));
        else localStorage.removeItem(name);
        return true;
    } catch {
        return false;
    }
}

/**
 * @param {Subscription} subscription
 * @param {number} at when the reader sent it
 * @returns {boolean} false: there is nowhere to keep it
 */
export const keepForLater = (subscription, at) =>
    keep([...waiting().filter(({ subscription: { url } }) => url !== subscription.url), { at, subscription }]);

/**
 * What was kept for a form, which is then kept no longer.
 *
 * @param {string} url of the document's newsletter
 * @returns {Kept | undefined}
 */
export function takeKept(url) {
    const all = waiting();
    const is_kept = keep(all.filter(({ subscription }) => subscription.url !== url));
    return is_kept ? all.find(({ subscription }) => subscription.url === url) : undefined;
}

/** Those that wait; what is too old is thrown away. */
export function keptLetters() {
    const letters = waiting();
    keep(letters);
    return letters;
}

export const forgetLetters = () => keep([]);
