import { article_key, base_url_key, heading_level_key, hide_key, lang_key, now_key } from '../wire-keys.js';

/**
 * What an element asks the core: the documents as they came, and its attributes.
 *
 * @param {Element} element
 * @param {Uint8Array} article
 * @param {import('../fetch-extras.js').Extra[]} extras
 * @returns {import('./frame.js').Sections}
 */
export function writeRequest(element, article, extras) {
    /** @param {string} name */
    const attribute = (name) => element.getAttribute(name) ?? '';
    /** @type {[number, string][]} */
    const options = [
        [base_url_key, new URL(attribute('src'), document.baseURI).href],
        [lang_key, attribute('lang')],
        [now_key, new Date().toISOString()],
        [heading_level_key, attribute('heading-level')],
        [hide_key, attribute('hide')],
    ];
    const encoder = new TextEncoder();
    /** @type {import('./frame.js').Sections} */
    const sections = [[article_key, article]];
    for (const { key, bytes } of extras) if (bytes) sections.push([key, bytes]);
    for (const [key, text] of options) if (text) sections.push([key, encoder.encode(text)]);
    return sections;
}
