import { closeStory, openStory } from './whole-story.js';

/**
 * "Show less" leaves the reader where the button was: what collapses above it must not pull the page away. "Keep
 * reading" opens the whole story, where the card names its document; all else the browser does by itself.
 *
 * @param {ShadowRoot} root
 * @param {HTMLElement} host
 */
export function attachExpanders(root, host) {
    /** @param {Event} event */
    const close = (event) => {
        const summary = /** @type {Element} */ (event.target).closest('[data-part="expander"] > summary');
        const details = summary?.parentElement;
        if (!(details instanceof HTMLDetailsElement) || !details.open || !summary) return;
        event.preventDefault();
        const before = summary.getBoundingClientRect().top;
        details.open = false;
        window.scrollBy({ top: summary.getBoundingClientRect().top - before, behavior: 'instant' });
    };
    /** By the reader's hand or by the browser's search. @param {Event} event */
    const toggle = ({ target }) => {
        if (!(target instanceof HTMLDetailsElement) || !target.dataset.src) return;
        if (target.open) openStory(target, host);
        else closeStory(target);
    };
    root.addEventListener('click', close);
    root.addEventListener('toggle', toggle, true);
    return () => {
        root.removeEventListener('click', close);
        root.removeEventListener('toggle', toggle, true);
    };
}
