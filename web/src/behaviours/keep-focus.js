const stories = '.card-link, .rail-item > a';

/**
 * Draws stories anew; a reader who stands on one of them still does, if it is there.
 *
 * @param {ShadowRoot} root
 * @param {() => void} change
 */
export function keepFocus(root, change) {
    const active = root.activeElement;
    const address = active?.matches(stories) && active.getAttribute('href');
    change();
    if (!address) return;
    /** @type {NodeListOf<HTMLElement>} */
    const links = root.querySelectorAll(stories);
    [...links].find((link) => link.getAttribute('href') === address)?.focus({ preventScroll: true });
}
