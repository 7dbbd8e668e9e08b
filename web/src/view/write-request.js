import { base_url_key, format_key, heading_level_key, hide_key, lang_key, now_key } from '../wire-keys.js';

/**
 * What an element shows: the documents as they came, or as they were converted.
 *
 * @typedef {[key: number, bytes: Uint8Array][]} Documents
 */

/**
 * What an element asks a module: documents, and its attributes.
 *
 * @param {Element} element
 * @param {Documents} documents
 * @returns {import('./frame.js').Sections}
 */
export function writeRequest(element, documents) {
    /** @param {string} name */
    const attribute = (name) => element.getAttribute(name) ?? '';
    /** @type {[number, string][]} */
    const options = [
        [base_url_key, new URL(attribute('src'), document.baseURI).href],
        [lang_key, attribute('lang')],
        [now_key, new Date().toISOString()],
        [heading_level_key, attribute('heading-level')],
        [hide_key, attribute('hide')],
        [format_key, attribute('format')],
    ];
    const encoder = new TextEncoder();
    /** @type {import('./frame.js').Sections} */
    const sections = [];
    for (const [key, text] of options) if (text) sections.push([key, encoder.encode(text)]);
    // The last of a key counts: a time with the reader's zone, in the place of this one.
    return [...sections, ...documents];
}
