import { ask, sheet } from './view.js';

/** @typedef {import('./view.js').Answer} Answer */
/** @typedef {(name: string) => Promise<import('../behaviours/behaviours.js')>} LoadBehaviours */

/**
 * Fills the slots below an article: with what is there by now, and again with what comes late. The text above is left
 * alone.
 *
 * @param {HTMLElement} element
 * @param {Answer} article
 * @param {ReturnType<typeof import('../fetch-extras.js').fetchExtras>} extras
 * @param {import('./view.js').LoadModule} loadModule
 * @param {LoadBehaviours} loadScript
 * @param {(put: () => void) => void} change calls back where the article still stands, with behaviours detached
 * @fires longread-slots
 */
export async function fillSlots(element, { documents, wants_slots }, extras, loadModule, loadScript, change) {
    let given = -1;
    for (const time of [undefined, extras.settled]) {
        await time;
        const arrived = extras.arrived();
        if (arrived.length <= given || !(wants_slots || arrived.length)) continue;
        given = arrived.length;
        const [answer, { slots_sheet }] = await Promise.all([
            ask('slots.wasm', element, [...documents, ...arrived], loadModule),
            loadScript('behaviours.js'),
        ]);
        change(() => put(element, answer, slots_sheet));
    }
}

/**
 * @param {HTMLElement} element
 * @param {Answer} answer
 * @param {CSSStyleSheet} slots_sheet
 */
function put(element, { nodes, notes }, slots_sheet) {
    const root = /** @type {ShadowRoot} */ (element.shadowRoot);
    root.adoptedStyleSheets = [sheet, slots_sheet];
    for (const slot of root.querySelectorAll('[data-slot]')) slot.remove();
    root.firstElementChild?.append(nodes);
    const [prompt, tags] = ['[data-slot=prompt]', '.article > .tags'].map((part) => root.querySelector(part));
    if (prompt) tags?.before(prompt);
    element.dispatchEvent(new CustomEvent('longread-slots', { detail: { notes }, bubbles: true, composed: true }));
}
