import { loadView } from './modules.js';
import { phrasesFor } from './phrases.js';

/**
 * @param {import('../failure.js').Failure} failure
 * @returns {2 | 3 | 4} of the phrases: not there, not to be reached, not to be shown
 */
function chooseSentence({ code, detail, url }) {
    // Where a module of this package is missing, the article is not.
    if (code === 'http-status' && !url.endsWith('.wasm')) return /^(404|410)$/.test(detail) ? 2 : 3;
    return code === 'fetch-failed' || code === 'timeout' ? 3 : 4;
}

/** @param {Element} host */
function hasFallback(host) {
    return [...host.childNodes].some((node) =>
        node instanceof Element ? !node.matches('script, template, style') : node instanceof Text && node.data.trim(),
    );
}

/**
 * The article's own type for the sentence, if view.js is in the page or comes soon.
 *
 * @returns {Promise<CSSStyleSheet[]>}
 */
async function findSheets() {
    const view = loadView().catch(() => {});
    const found = await Promise.race([view, new Promise((resolve) => setTimeout(resolve, 1000))]);
    return found ? [found.sheet] : [];
}

/**
 * Says in a sentence that there is no article, unless the publisher has put something in its place.
 *
 * @param {HTMLElement} host
 * @param {import('../failure.js').Failure} failure
 */
export async function explainFailure(host, failure) {
    if (hasFallback(host)) return;
    const sentence = document.createElement('p');
    sentence.className = 'failed';
    sentence.setAttribute('role', 'status');
    sentence.dir = 'auto';
    sentence.textContent = phrasesFor(host.lang || document.documentElement.lang)[chooseSentence(failure)];
    // Before the sentence: in another type it would move what stands below.
    const sheets = await findSheets();
    if (host.getAttribute('state') !== 'failed') return;
    const root = host.shadowRoot ?? host.attachShadow({ mode: 'open' });
    root.adoptedStyleSheets = sheets;
    root.replaceChildren(sentence);
}
