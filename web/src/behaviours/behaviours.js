/** What makes a shown article come alive; fetched after it, and never needed to read it. */

import { adoptSheet, dress } from './adopt-sheet.js';
import { attachStatus } from './announce.js';
import { attachAnchors } from './anchors.js';
import { attachCarousels } from './carousel.js';
import { attachDonate } from './donate.js';
import { attachEmbeds } from './embeds.js';
import { attachExpanders } from './expander.js';
import { attachFollow } from './follow.js';
import { attachHistory } from './history.js';
import { attachLedger } from './ledger.js';
import { attachNewsletter } from './newsletter.js';
import { attachPrompt } from './prompt.js';
import { attachSelect } from './select.js';

export { explainFailure } from './explain-failure.js';
export { share } from './fetch-extras.js';
export { fillSlots } from './fill-slots.js';
export { situation } from './history.js';
export { keepFocus } from './keep-focus.js';
export { loadModule } from './modules.js';
export { pageUrl, storiesOf } from './shown-stories.js';
export { whenWanted } from './when-wanted.js';

export { adoptSheet };

const behaviours = [
    attachAnchors,
    attachCarousels,
    attachDonate,
    attachEmbeds,
    attachExpanders,
    attachFollow,
    attachHistory,
    attachLedger,
    attachNewsletter,
    attachPrompt,
    attachSelect,
    attachStatus,
];

/**
 * @param {ShadowRoot} root
 * @param {HTMLElement} host that the events come from
 * @returns {() => void} undoes all
 */
export function attach(root, host) {
    dress(root);
    const undos = behaviours.map((behaviour) => behaviour(root, host));
    return () => undos.forEach((undo) => undo());
}
