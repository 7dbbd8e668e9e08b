import { Failure } from '../failure.js';
import { warn } from '../warn.js';
import { article_key, feed_key } from '../wire-keys.js';
import { addRail, drawRails, removeRail } from './page-rails.js';

/** @typedef {import('../view/view.js')} View */
/** @typedef {import('../behaviours/behaviours.js')} Behaviours */

const feed_limit = 512 << 10;

/** @param {string} name of a file beside this one */
const load = (name) => import(new URL(name, import.meta.url).href);

/** @returns {Promise<[View, Behaviours]>} */
const loadCode = () => Promise.all([load('view.js'), load('behaviours.js')]);

const redraw = () => load('behaviours.js').then(drawRails, warn);

document.addEventListener('longread-slots', redraw);

/**
 * `<long-read-rail>`: a titled list of the newest stories of a feed, or of those with a tag. What stands inside the tag
 * is visible until then, and for good when it fails.
 *
 * @fires longread-error
 * @fires longread-select
 */
export class LongReadRailElement extends HTMLElement {
    static observedAttributes = ['src', 'title', 'tag', 'limit', 'lang', 'heading-level', 'history'];

    #changes = 0;
    /** Since the element was connected or changed. @type {AbortController | undefined} */
    #work;
    /** @type {Uint8Array | undefined} */
    #feed;
    /** Stories that the page had when the rail was drawn. @type {string | undefined} */
    #drawn;
    /** Detaches the behaviours. @type {(() => void) | undefined} */
    #undo;

    connectedCallback() {
        addRail(this);
        void this.#update();
    }

    disconnectedCallback() {
        removeRail(this);
        this.#work?.abort();
        this.#work = undefined;
        this.#undo?.();
        this.#undo = undefined;
        // What it has shown may stand elsewhere now.
        void redraw();
    }

    /**
     * @param {string} _name
     * @param {string | null} before
     * @param {string | null} after
     */
    attributeChangedCallback(_name, before, after) {
        if (before !== after) void this.#update();
    }

    async #update() {
        // Ten changes in a row cause one update.
        const change = ++this.#changes;
        await 0;
        const src = this.getAttribute('src');
        if (change !== this.#changes || !this.isConnected || src === null) return;
        this.#work?.abort();
        const work = (this.#work = new AbortController());
        this.#drawn = undefined;
        let timer;
        try {
            const [, behaviours] = await loadCode();
            await behaviours.whenWanted(this);
            work.signal.throwIfAborted();
            if (!this.#undo) this.setAttribute('state', 'loading');
            const timeout = Math.min(Number(this.getAttribute('timeout')) || 8000, 2e9);
            timer = setTimeout(() => work.abort(new Failure('timeout', `after ${timeout} ms`, src)), timeout);
            this.#feed = await behaviours.share(src, feed_limit, work.signal);
            await drawRails(behaviours);
        } catch (error) {
            if (this.#work === work) this.#fail(error);
        }
        clearTimeout(timer);
    }

    /**
     * Shows the rail's stories, but for those that stand elsewhere on the page.
     *
     * @param {string[]} elsewhere URLs
     */
    async draw(elsewhere) {
        const shown = elsewhere.join(' ');
        const work = this.#work;
        if (!work || !this.#feed || this.#drawn === shown) return;
        try {
            const [view, { situation, loadModule, adoptSheet, keepFocus, attach }] = await loadCode();
            const source = new TextEncoder().encode(this.#describe());
            const { nodes } = await view.ask(
                'slots.wasm',
                this,
                [[article_key, source], [feed_key, this.#feed], ...situation(this, shown)],
                loadModule,
            );
            if (this.#work !== work) return;
            this.#drawn = shown;
            const rail = nodes.querySelector('.rail');
            const old = this.shadowRoot?.querySelector('.rail');
            this.setAttribute('state', rail ? 'ready' : 'empty');
            // Where nothing has changed, the focus may stay.
            if (rail && old?.isEqualNode(rail)) return;
            this.#undo?.();
            const root = this.shadowRoot ?? this.attachShadow({ mode: 'open' });
            root.adoptedStyleSheets = [view.sheet];
            adoptSheet(root);
            const box = document.createElement('div');
            box.className = 'article alone';
            // The element's own title would hover over each story.
            box.title = '';
            if (rail) box.append(rail);
            keepFocus(root, () => root.replaceChildren(box));
            this.#undo = attach(root, this);
        } catch (error) {
            if (this.#work === work) this.#fail(error);
        }
    }

    /** @returns {string} the rail as a document of ours */
    #describe() {
        const tag = this.getAttribute('tag');
        /** @type {HTMLElement | null} */
        const speaker = this.closest('[lang]');
        return JSON.stringify({
            longread: 1,
            lang: speaker?.lang || undefined,
            rails: [{ title: this.title, feed: tag ? 'tag:' + tag : 'latest', limit: Number(this.getAttribute('limit')) || undefined }],
        });
    }

    /** @param {any} error */
    #fail(error) {
        const failure = typeof error.code === 'string' ? error : new Failure('trapped', error);
        failure.url ||= this.getAttribute('src') ?? '';
        warn(`${failure.url}: ${failure.code} ${failure.detail}`);
        // What is shown stays.
        if (this.shadowRoot) return;
        this.setAttribute('state', 'failed');
        this.dispatchEvent(new CustomEvent('longread-error', { detail: { ...failure }, bubbles: true, composed: true }));
    }
}
