/**
 * Subscriptions of readers who are offline, until they are not: under a name of its own, and never in the core's
 * document, which holds no address.
 *
 * @typedef {import('./subscribe-services.js').Subscription} Subscription
 */

const name = 'longread-letters';

/** In ms. */
const longest = 7 * 86_400_000;

const most = 4;

/** @returns {{at: number, subscription: Subscription}[]} those that may still be sent */
function waiting() {
    try {
        const kept = JSON.parse(localStorage.getItem(name) ?? '[]');
        const age = (/** @type {{at: number}} */ { at }) => Date.now() - at;
        return kept.filter((/** @type {any} */ one) => age(one) >= 0 && age(one) < longest && one.subscription?.url);
    } catch {
        return [];
    }
}

/**
 * @param {Subscription} subscription
 * @returns {boolean} false: there is nowhere to keep it
 */
export function keepForLater(subscription) {
    try {
        const others = waiting().filter(({ subscription: { url } }) => url !== subscription.url);
        localStorage.setItem(name, JSON.stringify([...others, { at: Date.now(), subscription }].slice(-most)));
        return true;
    } catch {
        return false;
    }
}

/**
 * What was kept for a form, which is then kept no longer.
 *
 * @param {string} url of the document's newsletter
 * @returns {Subscription | undefined}
 */
export function takeKept(url) {
    const all = waiting();
    const rest = all.filter(({ subscription }) => subscription.url !== url);
    try {
        if (rest.length) localStorage.setItem(name, JSON.stringify(rest));
        else localStorage.removeItem(name);
    } catch {
        return undefined;
    }
    return all.find(({ subscription }) => subscription.url === url)?.subscription;
}
