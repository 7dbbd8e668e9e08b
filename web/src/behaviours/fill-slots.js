import css from '../slots.css';
import { fetchExtras } from './fetch-extras.js';

/** @typedef {import('../view/view.js')} View */
/** @typedef {import('../view/view.js').Answer} Answer */

const sheet = new CSSStyleSheet();
sheet.replaceSync(css);

/**
 * Fills the slots below an article: with what its document has for them, and again with feeds and campaigns when they
 * come. These are asked for only now: on a slow line they would have taken the article's place.
 *
 * @param {HTMLElement} element
 * @param {Answer} article
 * @param {View} view
 * @param {import('../view/view.js').LoadModule} loadModule
 * @param {AbortSignal} signal
 * @param {(put: () => void) => void} change calls back where the article still stands, with behaviours detached
 * @fires longread-slots
 */
export async function fillSlots(element, { documents, wants_slots }, view, loadModule, signal, change) {
    const extras = fetchExtras(element, signal);
    /** @param {[number, Uint8Array][]} arrived */
    const fill = async (arrived) => {
        const answer = await view.ask('slots.wasm', element, [...documents, ...arrived], loadModule);
        change(() => put(element, answer, view.sheet));
    };
    if (wants_slots) await fill([]);
    const arrived = await extras;
    if (arrived.length) await fill(arrived);
}

/**
 * @param {HTMLElement} element
 * @param {Answer} answer
 * @param {CSSStyleSheet} article_sheet
 */
function put(element, { nodes, notes }, article_sheet) {
    const root = /** @type {ShadowRoot} */ (element.shadowRoot);
    root.adoptedStyleSheets = [article_sheet, sheet];
    for (const slot of root.querySelectorAll('[data-slot]')) slot.remove();
    root.firstElementChild?.append(nodes);
    const [prompt, tags] = ['[data-slot=prompt]', '.article > .tags'].map((part) => root.querySelector(part));
    if (prompt) tags?.before(prompt);
    element.dispatchEvent(new CustomEvent('longread-slots', { detail: { notes }, bubbles: true, composed: true }));
}
