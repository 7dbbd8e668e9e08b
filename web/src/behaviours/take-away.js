/**
 * Takes a part away. A reader who stood in it stands at the next heading, or at the article's own, never nowhere.
 *
 * @param {ShadowRoot} root
 * @param {Element} part
 */
export function takeAway(root, part) {
    const has_focus = part.contains(root.activeElement);
    /** @type {HTMLElement[]} */
    const headings = [...root.querySelectorAll(/** @type {'h2'} */ ('h1, h2, h3, h4, h5, h6'))].filter((one) => !part.contains(one));
    const next = headings.find((one) => part.compareDocumentPosition(one) & Node.DOCUMENT_POSITION_FOLLOWING) ?? headings[0];
    part.remove();
    if (!has_focus || !next) return;
    next.tabIndex = -1;
    next.focus({ preventScroll: true });
}
