/**
 * "Show less" leaves the reader where the button was: what collapses above it must not pull the page away.
 *
 * @param {ShadowRoot} root
 */
export function attachExpanders(root) {
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
    root.addEventListener('click', close);
    return () => root.removeEventListener('click', close);
}
