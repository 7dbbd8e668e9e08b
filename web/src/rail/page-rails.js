/**
 * The rails of a page, which share it: none shows a story that the page shows above it, or that stands below an article.
 *
 * @typedef {Element & {draw: (shown: string[]) => Promise<void>}} Rail
 */

/** @typedef {import('../behaviours/behaviours.js')} Behaviours */

/** @type {Set<Rail>} */
const rails = new Set();

let is_running = false;
let is_due = false;

/** @param {Element} one @param {Element} other */
const byPlace = (one, other) =>
    one.compareDocumentPosition(other) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1;

/**
 * Draws what has changed, from above, and once more where something has changed meanwhile.
 *
 * @param {Behaviours} behaviours
 */
export async function drawRails({ storiesOf, pageUrl }) {
    is_due = true;
    if (is_running) return;
    is_running = true;
    while (is_due) {
        is_due = false;
        const shown = [pageUrl(), ...storiesOf(document.querySelectorAll('long-read'))];
        for (const rail of [...rails].sort(byPlace)) {
            await rail.draw(shown);
            shown.push(...storiesOf([rail]));
        }
    }
    is_running = false;
}

/** @param {Rail} rail */
export function addRail(rail) {
    rails.add(rail);
}

/** @param {Rail} rail */
export function removeRail(rail) {
    rails.delete(rail);
}
