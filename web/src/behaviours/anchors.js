import { isPlainClick } from './is-plain-click.js';

/** Where the page's own address has led to: once is enough for each. */
let arrived = '';

/**
 * @param {ShadowRoot} root
 * @param {string} hash as an address spells it
 * @returns {HTMLElement | undefined}
 */
function find(root, hash) {
    const url = new URL(location.href);
    return [.../** @type {NodeListOf<HTMLElement>} */ (root.querySelectorAll('[id^=lr-]'))].find(({ id }) => {
        url.hash = id;
        return url.hash === hash;
    });
}

/**
 * @param {HTMLElement} target
 * @param {boolean} takes_focus
 */
function show(target, takes_focus) {
    arrived = location.href;
    for (let node = /** @type {Element | null} */ (target); node; node = node.parentElement) {
        if (node instanceof HTMLDetailsElement) node.open = true;
    }
    const calm = matchMedia('(prefers-reduced-motion: reduce)').matches;
    // Else as the page scrolls to its own targets.
    target.scrollIntoView({ behavior: calm ? 'instant' : 'auto' });
    if (!takes_focus) return;
    if (target.tabIndex < 0) {
        target.tabIndex = -1;
        target.addEventListener('blur', () => target.removeAttribute('tabindex'), { once: true });
    }
    target.focus({ preventScroll: true });
}

/**
 * Links to notes, headings and back again: browsers look for the target of a fragment in the document, and never in a
 * shadow root.
 *
 * @param {ShadowRoot} root
 */
export function attachAnchors(root) {
    /** @param {MouseEvent} event */
    const follow = (event) => {
        /** @type {HTMLAnchorElement | null} */
        const link = /** @type {Element} */ (event.target).closest('a[href^="#lr-"]');
        const target = link && isPlainClick(event) && find(root, link.hash);
        if (!target) return;
        event.preventDefault();
        // First: the place that Back leads to is where the reader is now.
        location.hash = link.hash;
        show(target, true);
    };
    root.addEventListener('click', /** @type {EventListener} */ (follow));

    // Whoever has scrolled already, or was brought back to a place, stays there.
    const target = location.href !== arrived && !scrollY && find(root, location.hash);
    if (target) show(target, document.activeElement === document.body);
    return () => root.removeEventListener('click', /** @type {EventListener} */ (follow));
}
