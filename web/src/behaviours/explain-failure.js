import { phrasesFor } from './phrases.js';

/**
 * @param {import('../failure.js').Failure} failure
 * @returns {2 | 3 | 4} of the phrases: not there, not to be reached, not to be shown
 */
function chooseSentence({ code, detail }) {
    if (code === 'http-status') return /^(404|410)$/.test(detail) ? 2 : 3;
    return code === 'fetch-failed' || code === 'timeout' ? 3 : 4;
}

/** @param {Element} host */
function hasFallback(host) {
    return [...host.childNodes].some((node) =>
        node instanceof Element ? !node.matches('script, template, style') : node instanceof Text && node.data.trim(),
    );
}

/**
 * The article's own type for the sentence, if view.js is in the page or can still come.
 *
 * @param {ShadowRoot} root
 */
async function dress(root) {
    const { sheet } = await import(new URL('view.js', import.meta.url).href);
    root.adoptedStyleSheets = [sheet];
}

/**
 * Says in a sentence that there is no article, unless the publisher has put something in its place.
 *
 * @param {HTMLElement} host
 * @param {import('../failure.js').Failure} failure
 */
export function explainFailure(host, failure) {
    if (hasFallback(host)) return;
    const sentence = document.createElement('p');
    sentence.className = 'failed';
    sentence.setAttribute('role', 'status');
    sentence.dir = 'auto';
    sentence.textContent = phrasesFor(host.lang || document.documentElement.lang)[chooseSentence(failure)];
    const root = host.shadowRoot ?? host.attachShadow({ mode: 'open' });
    root.replaceChildren(sentence);
    dress(root).catch(() => {});
}
