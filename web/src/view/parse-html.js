import { writeTree } from './write-tree.js';

/** @typedef {{createHTML: (html: string) => any}} Policy */

/** @type {Policy | null | undefined} */
let policy;

/** @returns {Policy | null} null: the page refuses ours, or the browser knows of no policies */
function makePolicy() {
    try {
        const { trustedTypes } = /** @type {any} */ (window);
        return trustedTypes?.createPolicy('longread', { createHTML: (/** @type {string} */ html) => html }) ?? null;
    } catch {
        return null;
    }
}

/**
 * Parses HTML into an inert document: no script runs in it, nothing is fetched, and none of its nodes ever comes
 * into the page. The only string sink there is, and so the only use of the policy `longread`.
 *
 * @param {string} html
 * @returns {Document}
 */
function inertDocument(html) {
    const { trustedTypes, Document: Parser } = /** @type {any} */ (window);
    const whole = '<!doctype html><body>' + html;
    if (policy === undefined) policy = makePolicy();
    // The browser's own sanitizer takes frames away, which the core would turn into links: so it comes second.
    if (trustedTypes && !policy && Parser.parseHTML) return Parser.parseHTML(whole, { sanitizer: {} });
    return new DOMParser().parseFromString(policy ? policy.createHTML(whole) : whole, 'text/html');
}

/**
 * @param {string} html
 * @returns {Uint8Array | undefined} a tree frame of the body; undefined where the page forbids every parser
 */
export function parseHtml(html) {
    try {
        // `<img name="body">` in the document would hide its own property.
        return writeTree(Reflect.get(Document.prototype, 'body', inertDocument(html)));
    } catch {
        return undefined;
    }
}
