/** What the loader fetches to show an article: everything between bytes and nodes. */

import css from '../longread.css';
import { Failure } from '../failure.js';
import { article_key, document_key, error_key, feed_key, notes_key, tree_key, wants_key } from '../wire-keys.js';
import { addMarkdown, askModule } from './ask-module.js';
import { readFrame, sizeOfFrame, writeFrame } from './frame.js';
import { readFinding } from './read-finding.js';
import { readTree } from './read-tree.js';
import { writeRequest } from './write-request.js';

/** @typedef {import('./ask-module.js').LoadModule} LoadModule */
/** @typedef {import('./write-request.js').Documents} Documents */
/** @typedef {import('./read-finding.js').Finding} Finding */
/** @typedef {{nodes: DocumentFragment, notes: Finding[], wants_slots: boolean, documents: Documents, reply: Map<number, Uint8Array>}} Answer */

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
 * @param {number} kind of the documents that may be of another system: the article or feeds
 * @param {Element} element
 * @param {Documents} documents
 * @param {LoadModule} loadModule
 */
async function convert(kind, element, documents, loadModule) {
    for (const document of documents) {
        if (document[0] !== kind) continue;
        try {
            const reply = await call('formats.wasm', element, [document], loadModule);
            throwError(reply);
            const converted = reply.get(document_key);
            if (converted?.length) document[1] = converted;
        } catch (error) {
            // A feed that is none, or whose converter is not there, costs its stories.
            if (kind === article_key) throw error;
        }
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
        ['formats', () => convert(module === 'core.wasm' ? article_key : feed_key, element, documents, loadModule)],
        ['markdown', () => addMarkdown(loadModule)],
    ])) {
        if (wish() !== wanted) continue;
        await serve();
        reply = await call(module, element, documents, loadModule);
    }
    throwError(reply);
    const notes = readFindings(reply.get(notes_key));
    return { nodes: build(reply.get(tree_key)), notes, wants_slots: wish() === 'slots', documents, reply };
}

/**
 * @param {Element} element
 * @param {Uint8Array} article
 * @param {LoadModule} loadModule
 */
export const askArticle = (element, article, loadModule) =>
    ask('core.wasm', element, [[article_key, article]], loadModule);

/** Has a little of what most articles have. */
const tiny_article =
    '{"longread":1,"title":"a","dek":"a","byline":["a"],"published":"2020-01-01","hero":{"src":"a","alt":"a"},' +
    '"body":{"html":"<p>a \\"b\\" <a href=c>d</a></p><h2>e</h2><ul><li>f</li></ul><figure><img src=g alt=h><figcaption>i"}}';

/**
 * Lets the core render something while the article is still on its way: browsers compile a module's functions, and
 * wake their parser, when these are called first, which takes a phone some 50 ms.
 *
 * @param {LoadModule} loadModule
 */
export async function warmUp(loadModule) {
    /** @type {import('./frame.js').Sections} */
    const sections = [[article_key, new TextEncoder().encode(tiny_article)]];
    const reply = await askModule('core.wasm', loadModule, sizeOfFrame(sections), (room) => writeFrame(sections, room));
    // In a document without a window the pictures are not fetched.
    readTree(readFrame(reply).get(tree_key) ?? new Uint8Array(8), document.implementation.createHTMLDocument(''));
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
