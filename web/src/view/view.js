/** What the loader fetches to show an article: everything between bytes and nodes. */

import css from '../longread.css';
import { Failure } from '../failure.js';
import { error_key, notes_key, tree_key, wants_key } from '../wire-keys.js';
import { addMarkdown, askModule } from './ask-module.js';
import { readFrame, sizeOfFrame, writeFrame } from './frame.js';
import { readFinding } from './read-finding.js';
import { readTree } from './read-tree.js';
import { writeRequest } from './write-request.js';

export { fillSlots } from './fill-slots.js';

/** @typedef {import('./ask-module.js').LoadModule} LoadModule */
/** @typedef {import('../fetch-extras.js').Extra} Extra */
/** @typedef {import('./read-finding.js').Finding} Finding */
/** @typedef {{nodes: DocumentFragment, notes: Finding[], wants_slots: boolean}} Answer */

// Parsed while the article is still on its way.
export const sheet = new CSSStyleSheet();
sheet.replaceSync(css);

/** @param {Uint8Array | undefined} bytes */
const decode = (bytes) => new TextDecoder().decode(bytes);

/**
 * @param {'core.wasm' | 'slots.wasm'} module the article alone, or what stands below it
 * @param {Element} element
 * @param {Uint8Array} article
 * @param {Extra[]} extras
 * @param {LoadModule} loadModule
 * @returns {Promise<Answer>}
 * @throws {Failure}
 */
export async function ask(module, element, article, extras, loadModule) {
    const sections = writeRequest(element, article, extras);
    const call = async () =>
        readFrame(await askModule(module, loadModule, sizeOfFrame(sections), (room) => writeFrame(sections, room)));
    let reply = await call();
    if (decode(reply.get(wants_key)) === 'markdown') {
        await addMarkdown(loadModule);
        reply = await call();
    }
    const [[error], notes] = [error_key, notes_key].map((key) => (decode(reply.get(key)).match(/.+/g) ?? []).map(readFinding));
    if (error) throw Object.assign(new Failure(error.code, error.detail), error);
    return { nodes: build(reply.get(tree_key)), notes, wants_slots: decode(reply.get(wants_key)) === 'slots' };
}

/**
 * Shows an article in the element's shadow root, which is made only now: until then the page shows what stands
 * inside the element.
 *
 * @param {Element} element
 * @param {Answer} answer
 * @returns {HTMLElement} the article
 */
export function mount(element, { nodes }) {
    const root = element.shadowRoot ?? element.attachShadow({ mode: 'open' });
    root.adoptedStyleSheets = [sheet];
    root.replaceChildren(nodes);
    const article = root.firstElementChild;
    if (!article) throw new Failure('module-mismatch', 'a reply without an article');
    return /** @type {HTMLElement} */ (article);
}

/**
 * @param {Uint8Array} [tree] empty where there is nothing to show
 */
function build(tree) {
    try {
        return tree?.length ? readTree(tree, document) : document.createDocumentFragment();
    } catch (error) {
        throw new Failure('module-mismatch', error);
    }
}
