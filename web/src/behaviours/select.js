import { askPage } from './ask-page.js';

/**
 * A reader chooses one of the stories that come after the article.
 *
 * @param {ShadowRoot} root
 * @param {HTMLElement} host
 */
export function attachSelect(root, host) {
    /** @param {Event} event */
    const select = (event) => {
        const link = /** @type {Element} */ (event.target).closest('.card-link, .rail-item a');
        if (!(link instanceof HTMLAnchorElement)) return;
        const title = (link.textContent ?? '').replace(/\s+/g, ' ').trim();
        if (!askPage(host, 'select', { url: link.href, title })) event.preventDefault();
    };
    root.addEventListener('click', select);
    return () => root.removeEventListener('click', select);
}
