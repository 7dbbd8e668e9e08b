import { setBase } from './assets.js';
import { LongReadElement } from './long-read-element.js';

/**
 * Makes `<long-read>` known to the page, once: a second copy of the package leaves it to the first.
 *
 * @param {string} base URL of a file that stands beside view.js and core.wasm
 */
export function defineElement(base) {
    if (customElements.get('long-read')) return;
    setBase(base);
    customElements.define('long-read', LongReadElement);
}
