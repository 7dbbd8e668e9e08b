import { campaigns_key, url_key } from '../wire-keys.js';
import { adoptSheet } from './adopt-sheet.js';
import { applyView } from './carousel.js';
import { keepsHistory, recall } from './device-storage.js';
import { keepFrames } from './embeds.js';
import { fetchArchive, warnOfArchive } from './fetch-archive.js';
import { fetchExtras } from './fetch-extras.js';
import { situation } from './history.js';
import { keepFocus } from './keep-focus.js';
import { shareModules } from './modules.js';
import { placePrompt } from './placement.js';
import { knowDecision } from './prompt.js';
import { knowAddress, storiesOf } from './shown-stories.js';
import { keepState, knowArticle, knowCampaigns } from './tell-core.js';

/** @typedef {import('../view/view.js')} View */
/** @typedef {import('../view/view.js').Answer} Answer */

/** @param {Element} element */
const shownBeside = (element) =>
    storiesOf([...document.querySelectorAll('long-read')].filter((other) => other !== element)).join(' ');

/**
 * Fills the slots below an article: with what its document has for them, and again with feeds and campaigns when they
 * come, or what an archive has. These are asked for only now: on a slow line they would have taken the article's place.
 *
 * @param {HTMLElement} element
 * @param {Answer} article
 * @param {View} view
 * @param {import('../view/view.js').LoadModule} loadModule
 * @param {AbortSignal} signal
 * @param {(put: () => void) => void} change calls back where the article still stands, with behaviours detached
 * @fires longread-slots
 */
export async function fillSlots(element, { documents, wants_slots, reply }, view, loadModule, signal, change) {
    shareModules(loadModule);
    /** @param {[number, Uint8Array][]} more */
    const ask = (more) => view.ask('slots.wasm', element, [...documents, ...more], loadModule);
    knowArticle(element, ask);
    knowAddress(element, new TextDecoder().decode(reply.get(url_key)));
    const extras = fetchExtras(element, signal);
    /** @param {[number, Uint8Array][]} arrived */
    const fill = async (arrived) => {
        let shown;
        let answer;
        let state;
        // Another article of the page may have been given its stories meanwhile.
        do {
            shown = shownBeside(element);
            state = recall('longread');
            answer = await ask([...arrived, ...situation(element, shown)]);
        } while (shown !== shownBeside(element));
        const filled = answer;
        warnOfArchive(filled.notes);
        // The first draw of an experiment; without history it was made for an empty state.
        if (keepsHistory(element)) keepState(filled, state);
        keepFrames(() => change(() => put(element, filled)));
    };
    if (wants_slots) await fill([]);
    const arrived = [...(await fetchArchive(element, ask, signal)), ...(await extras)];
    knowCampaigns(element, arrived.filter(([key]) => key === campaigns_key));
    if (arrived.length) await fill(arrived);
}

/**
 * @param {HTMLElement} element
 * @param {Answer} answer
 */
function put(element, { nodes, notes }) {
    const root = /** @type {ShadowRoot} */ (element.shadowRoot);
    adoptSheet(root);
    applyView(nodes);
    keepFocus(root, () => {
        for (const slot of root.querySelectorAll('[data-slot]')) slot.remove();
        root.firstElementChild?.append(nodes);
    });
    /** @type {HTMLElement | null} */
    const prompt = root.querySelector('[data-slot=prompt]');
    if (prompt) {
        knowDecision(prompt);
        placePrompt(root, prompt);
    }
    element.dispatchEvent(new CustomEvent('longread-slots', { detail: { notes }, bubbles: true, composed: true }));
}
