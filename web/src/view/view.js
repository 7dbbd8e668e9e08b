/** What the loader fetches to show an article: everything between bytes and nodes. */

import css from '../longread.css';
import { Failure } from '../failure.js';
import { error_key, notes_key, tree_key, wants_key } from '../wire-keys.js';
import { addMarkdown, askCore } from './ask-core.js';
import { readFrame, sizeOfFrame, writeFrame } from './frame.js';
import { readFinding } from './read-finding.js';
import { readTree } from './read-tree.js';
import { writeRequest } from './write-request.js';

/** @typedef {import('./ask-core.js').LoadModule} LoadModule */
/** @typedef {import('./read-finding.js').Finding} Finding */
/** @typedef {{tree: Uint8Array, notes: Finding[]}} Answer */

// Parsed while the article is still on its way.
export const sheet = new CSSStyleSheet();
sheet.replaceSync(css);

/**
 * @param {Element} element
 * @param {Uint8Array} article
 * @param {import('../fetch-extras.js').Extra[]} extras
 * @param {LoadModule} loadModule
 * @returns {Promise<Answer>}
 * @throws {Failure}
 */
export async function ask(element, article, extras, loadModule) {
    const sections = writeRequest(element, article, extras);
    const call = async () =>
        readFrame(await askCore(loadModule, sizeOfFrame(sections), (room) => writeFrame(sections, room)));
    let reply = await call();
    if (reply.has(wants_key)) {
        await addMarkdown(loadModule);
        reply = await call();
    }
    const findings = [error_key, notes_key].map((key) =>
        (new TextDecoder().decode(reply.get(key)).match(/.+/g) ?? []).map(readFinding),
    );
    const [[error], notes] = findings;
    if (error) throw Object.assign(new Failure(error.code, error.detail), error);
    const tree = reply.get(tree_key);
    if (!tree) throw new Failure('module-mismatch', 'a reply without an article');
    return { tree, notes };
}

/**
 * Shows an article in the element's shadow root, which is made only now: until then the page shows what stands
 * inside the element.
 *
 * @param {Element} element
 * @param {Answer} answer
 * @returns {HTMLElement} the article
 */
export function mount(element, { tree }) {
    const article = build(tree, document);
    const root = element.shadowRoot ?? element.attachShadow({ mode: 'open' });
    root.adoptedStyleSheets = [sheet];
    root.replaceChildren(article);
    return /** @type {HTMLElement} */ (root.firstElementChild);
}

/**
 * Exchanges the parts that depend on late documents, and leaves the text alone.
 *
 * @param {Element} element
 * @param {Answer} answer
 */
export function exchange(element, { tree }) {
    // In an inert document the pictures that the page has already are not loaded again.
    const article = build(tree, document.implementation.createHTMLDocument(''));
    for (const slot of element.shadowRoot?.querySelectorAll('[data-slot]') ?? []) {
        const fresh = article.querySelector(`[data-slot="${slot.getAttribute('data-slot')}"]`);
        slot.replaceChildren(...(fresh?.childNodes ?? []));
    }
}

/**
 * @param {Uint8Array} tree
 * @param {Document} page
 */
function build(tree, page) {
    try {
        return readTree(tree, page);
    } catch (error) {
        throw new Failure('module-mismatch', error);
    }
}
