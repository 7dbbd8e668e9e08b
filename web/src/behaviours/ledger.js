import { warn } from '../warn.js';
import { announce } from './announce.js';
import { applyView } from './carousel.js';
import { forget, onRemember, recall } from './device-storage.js';
import { forgetLetters, keptLetters } from './letter-queue.js';
import { languageOf, phrasesFor } from './phrases.js';
import { saveFile } from './save-file.js';
import { tellCore } from './tell-core.js';

/** In bytes: no record of ours is larger (src/model/reader_state.h). */
const file_limit = 1 << 16;

const panels = '[data-part=ledger]';

/**
 * Shows what the device remembers, at the article's end, and takes the reader there.
 *
 * @param {ShadowRoot} root
 * @param {HTMLElement} host
 */
export async function openLedger(root, host) {
    const nodes = await tellCore(host, 'ledger');
    const rows = keptLetters().map(({ subscription: { email, url } }) => `${email} → ${new URL(url).host}`);
    if (recall('longread-view')) rows.push(phrasesFor(languageOf(root, host))[8]);
    for (const text of rows) {
        const row = document.createElement('li');
        row.textContent = text;
        nodes.querySelector('ul')?.append(row);
    }
    const panel = /** @type {HTMLElement} */ (nodes.firstElementChild);
    const old = root.querySelector(panels);
    if (old) old.replaceWith(panel);
    else root.querySelector('.article')?.append(panel);
    root.querySelector('.foot')?.setAttribute('aria-expanded', 'true');
    /** @type {HTMLElement | null} */
    const heading = panel.querySelector('#lr-ledger');
    heading?.focus();
}

/** @returns {Promise<string>} of a file that the reader chooses */
const askForFile = () =>
    new Promise((resolve, reject) => {
        const input = document.createElement('input');
        input.type = 'file';
        input.accept = '.json,application/json';
        input.addEventListener('change', () => {
            const file = input.files?.[0];
            if (file && file.size <= file_limit) file.text().then(resolve, reject);
        });
        input.click();
    });

/**
 * The way to what the device remembers, at the article's foot, where it remembers something; and its buttons.
 *
 * @param {ShadowRoot} root
 * @param {HTMLElement} host
 */
export function attachLedger(root, host) {
    const phrases = phrasesFor(languageOf(root, host));
    const toggle = document.createElement('button');
    toggle.type = 'button';
    toggle.className = 'foot quiet-button';
    toggle.textContent = phrases[12];
    toggle.setAttribute('aria-expanded', 'false');
    toggle.addEventListener('click', () => {
        const panel = root.querySelector(panels);
        if (!panel) return void openLedger(root, host).catch(warn);
        panel.remove();
        toggle.setAttribute('aria-expanded', 'false');
    });
    /** @type {Record<string, () => Promise<unknown> | void>} */
    const acts = {
        export: () => saveFile('longread.json', 'application/octet-stream', recall('longread')),
        import: async () => tellCore(host, 'import', await askForFile()),
        delete: () => {
            forget('longread');
            forget('longread-view');
            forgetLetters();
            applyView(root);
        },
        'count-on': () => tellCore(host, 'count-on'),
    };
    /** @param {Event} event */
    const click = async ({ target }) => {
        /** @type {HTMLButtonElement | null} */
        const button = /** @type {Element} */ (target).closest(`${panels} [name=ask]`);
        if (!button) return;
        const name = button.value;
        try {
            await acts[name]();
            if (name !== 'export') await openLedger(root, host);
            announce(root, phrases[11]);
        } catch (error) {
            warn(error);
        }
    };
    root.addEventListener('click', click);
    const offer = () => {
        // To put it there again would take its focus.
        if (!toggle.isConnected && (recall('longread') || recall('longread-view') || keptLetters().length)) root.querySelector('.article')?.append(toggle);
    };
    // In another element there is one already.
    const undo = host.getRootNode() === document ? onRemember(offer) : () => {};
    return () => {
        undo();
        root.removeEventListener('click', click);
        root.querySelector(panels)?.remove();
        toggle.remove();
    };
}
