/**
 * Tells the page what a reader is about to do.
 *
 * @param {HTMLElement} host
 * @param {'select' | 'donate' | 'subscribe' | 'embed'} name
 * @param {object} detail
 * @returns {boolean} false: the page does it by itself, or forbids it
 */
export function askPage(host, name, detail) {
    const event = new CustomEvent('longread-' + name, { detail, bubbles: true, composed: true, cancelable: true });
    return host.dispatchEvent(event);
}
