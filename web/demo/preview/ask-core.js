/**
 * Asks the core itself, as pages do: whatever this preview says about a decision, the core has said.
 *
 * @typedef {object} Situation
 * @property {string} article the document
 * @property {string} address its URL
 * @property {any} file the campaigns, or their text where that is no JSON
 * @property {any} state of the reader
 * @property {string} now RFC 3339
 * @property {string} hosts
 * @property {string} lang of the interface
 *
 * @typedef {object} Finding
 * @property {string} code
 * @property {number} line
 * @property {number} column
 * @property {string} detail
 *
 * @typedef {object} Decision
 * @property {string} campaign its id; empty: nobody is asked
 * @property {Element | null} prompt as it is drawn
 * @property {Finding[]} notes
 * @property {any} state what is to be remembered
 */

/** Of the frames that cross the boundary: src/app/wire.h. */
const request_keys = { article: 1, campaigns: 3, now: 6, state: 10, event: 16, hosts: 17 };
const new_state_key = 6;

/** @param {string} name of a file of the package */
const load = (name) => import(new URL(`/longread/${name}`, location.href).href);

const package_parts = Promise.all([load('view.js'), load('behaviours.js')]);

/** @param {any} document */
const write = (document) => (typeof document === 'string' ? document : JSON.stringify(document));

/**
 * @param {Situation} situation
 * @param {string} [event] of src/app/answer_events.h
 * @returns {Promise<Decision>}
 */
export async function askCore({ article, address, file, state, now, hosts, lang }, event) {
    const [{ ask }, { loadModule }] = await package_parts;
    const element = document.createElement('long-read');
    element.setAttribute('src', address);
    element.setAttribute('lang', lang);
    const texts = { article, campaigns: write(file), now, state: write(state), hosts, ...(event && { event }) };
    const encoder = new TextEncoder();
    const documents = Object.entries(texts).map(([name, text]) => [
        request_keys[/** @type {keyof typeof request_keys} */ (name)],
        encoder.encode(text),
    ]);
    const { nodes, notes, reply } = await ask('slots.wasm', element, documents, loadModule);
    const kept = new TextDecoder().decode(reply.get(new_state_key));
    const prompt = nodes.querySelector('[data-slot=prompt] [data-part=prompt]');
    const campaign = prompt?.id.slice('lr-ask-'.length) ?? '';
    return { campaign, prompt, notes, state: kept ? JSON.parse(kept) : state };
}
