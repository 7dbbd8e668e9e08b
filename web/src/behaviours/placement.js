/** @param {Element} part whose end is not in sight yet: what comes after it moves nothing that is */
const endsBelow = (part) => part.getBoundingClientRect().bottom >= innerHeight;

/**
 * Puts what asks, or thanks, where its campaign wants it, if the reader has not come so far; else at the article's end,
 * where it moves nothing that is in view.
 *
 * @param {ShadowRoot} root
 * @param {HTMLElement} slot
 */
export function placePrompt(root, slot) {
    const article = /** @type {HTMLElement} */ (root.querySelector('.article'));
    const number = /^after-(\d+)$/.exec(slot.className)?.[1];
    const paragraph = number && root.querySelectorAll('.body > p')[Number(number) - 1];
    const parts = root.querySelectorAll('.article > .tags, .article > [data-slot]:not([data-slot=prompt]), .article > .foot');
    const next = [...parts].find((part) => part.getBoundingClientRect().top >= innerHeight);
    if (paragraph && endsBelow(paragraph)) {
        paragraph.after(slot);
    } else if (slot.className === 'foot-bar' && endsBelow(article)) {
        // Beside the article: it sticks to what it stands in, which in the article's grid would be its own row.
        slot.className = 'article foot-bar';
        slot.lang = article.lang;
        slot.dir = article.dir;
        root.append(slot);
    } else if (next) {
        next.before(slot);
    } else {
        article.append(slot);
    }
}
