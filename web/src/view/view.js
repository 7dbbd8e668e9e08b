/** What the loader fetches to show an article: everything between bytes and nodes. */

import css from '../longread.css';
import { Failure } from '../failure.js';
import { article_key, campaigns_key, document_key, error_key, notes_key, tree_key, wants_key } from '../wire-keys.js';
import { addMarkdown, askModule } from './ask-module.js';
import { readFrame, sizeOfFrame, writeFrame } from './frame.js';
import { readFinding } from './read-finding.js';
import { readTree } from './read-tree.js';
import { writeRequest } from './write-request.js';

export { fillSlots } from './fill-slots.js';

/** @typedef {import('./ask-module.js').LoadModule} LoadModule */
/** @typedef {import('./write-request.js').Documents} Documents */
/** @typedef {import('./read-finding.js').Finding} Finding */
/** @typedef {{nodes: DocumentFragment, notes: Finding[], wants_slots: boolean, documents: Documents}} Answer */

// Parsed while the article is still on its way.
export const sheet = new CSSStyleSheet();
sheet.replaceSync(css);

/** @param {Uint8Array | undefined} bytes */
const decode = (bytes) => new TextDecoder().decode(bytes);

/** @param {Uint8Array | undefined} lines */
const readFindings = (lines) => (decode(lines).match(/[^\n]+/g) ?? []).map(readFinding);

/** @param {Map<number, Uint8Array>} reply */
function throwError(reply) {
    const [error] = readFindings(reply.get(error_key));
    if (error) throw Object.assign(new Failure(error.code, error.detail), error);
}

/**
 * @param {string} module
 * @param {Element} element
 * @param {Documents} documents
 * @param {LoadModule} loadModule
 */
async function call(module, element, documents, loadModule) {
    const sections = writeRequest(element, documents);
    return readFrame(await askModule(module, loadModule, sizeOfFrame(sections), (room) => writeFrame(sections, room)));
}

/**
 * Puts documents of our own format in the place of those of other systems. What cannot be converted stays.
 *
 * @param {Element} element
 * @param {Documents} documents
 * @param {LoadModule} loadModule
 */
async function convert(element, documents, loadModule) {
    for (const document of documents) {
        if (document[0] === campaigns_key) continue;
        const reply = await call('formats.wasm', element, [document], loadModule);
        // A feed that is none costs its stories.
        if (document[0] === article_key) throwError(reply);
        const converted = reply.get(document_key);
        if (converted?.length) document[1] = converted;
    }
}

/**
 * @param {'core.wasm' | 'slots.wasm'} module the article alone, or what stands below it
 * @param {Element} element
 * @param {Documents} documents changed, where they are of another system
 * @param {LoadModule} loadModule
 * @returns {Promise<Answer>}
 * @throws {Failure}
 */
export async function ask(module, element, documents, loadModule) {
    let reply = await call(module, element, documents, loadModule);
    const wish = () => decode(reply.get(wants_key));
    for (const [wanted, serve] of /** @type {const} */ ([
        ['formats', () => convert(element, documents, loadModule)],
        ['markdown', () => addMarkdown(loadModule)],
    ])) {
        if (wish() !== wanted) continue;
        await serve();
        reply = await call(module, element, documents, loadModule);
    }
    throwError(reply);
    const notes = readFindings(reply.get(notes_key));
    return { nodes: build(reply.get(tree_key)), notes, wants_slots: wish() === 'slots', documents };
}

/**
 * @param {Element} element
 * @param {Uint8Array} article
 * @param {LoadModule} loadModule
 */
export const askArticle = (element, article, loadModule) =>
    ask('core.wasm', element, [[article_key, article]], loadModule);

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
