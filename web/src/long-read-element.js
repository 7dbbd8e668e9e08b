import { loadModule, loadScript } from './assets.js';
import { Failure } from './failure.js';
import { fetchDocument } from './fetch-document.js';
import { warn } from './warn.js';
import { whenIdle, whenParsed } from './when-ready.js';

/** @typedef {import('./view/view.js')} View */
/** @typedef {import('./behaviours/behaviours.js')} Behaviours */

const article_limit = 4 << 20;

/** Of the markup (src/render): what a server has rendered with it needs no second rendering. */
const stamp = '[data-longread="1"]';

/** Attributes that the article, or its rendering, hangs on. */
const inputs = ['src', 'feed', 'campaigns', 'lang', 'heading-level', 'hide', 'body', 'format'];

/** @returns {Promise<Behaviours>} */
const behaviours = () => loadScript('behaviours.js');

/**
 * `<long-read>`: fetches an article and shows it in a shadow root. What stands inside the tag is visible until then,
 * and for good when it fails.
 *
 * @fires longread-ready
 * @fires longread-error
 * @fires longread-slots
 * @fires longread-select
 * @fires longread-donate
 * @fires longread-subscribe
 * @fires longread-embed
 */
export class LongReadElement extends HTMLElement {
    static observedAttributes = inputs;

    /** Inputs of the complete article that is shown; undefined before the first one. @type {string | undefined} */
    #shown;
    #changes = 0;
    /** Since the element was connected or changed. @type {AbortController | undefined} */
    #work;
    /** Detaches the behaviours. @type {(() => void) | undefined} */
    #undo;

    connectedCallback() {
        void this.#update();
    }

    /** Stops the work. */
    disconnectedCallback() {
        this.#work?.abort();
        this.#work = undefined;
        this.#detach();
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
        if (change !== this.#changes || !this.isConnected) return;
        this.disconnectedCallback();
        const work = (this.#work = new AbortController());
        const wanted = inputs.map((name) => this.getAttribute(name)).join('\n');
        let timer;
        try {
            if (wanted === this.#shown) return void this.#attach(work);
            if (this.#adopt(wanted, work)) return;
            // The parser may not have come to what stands inside the element.
            if (!this.hasAttribute('src')) await whenParsed();
            const wished = Number(this.getAttribute('timeout'));
            // Browsers take much longer times for none.
            const timeout = Math.min(wished > 0 ? wished : 8000, 2e9);
            // Who can wait can wait for the script that knows how to, if it comes.
            if (this.hasAttribute('loading')) {
                /** @type {Promise<void>} */
                const late = new Promise((resolve) => setTimeout(resolve, timeout));
                await (await Promise.race([behaviours().catch(() => {}), late]))?.whenWanted(this);
            }
            work.signal.throwIfAborted();
            timer = setTimeout(() => work.abort(new Failure('timeout', `after ${timeout} ms`)), timeout);
            await this.#load(wanted, work);
        } catch (error) {
            if (this.#work === work) this.#fail(error).catch(() => {});
        }
        clearTimeout(timer);
    }

    /**
     * Takes over what a server has rendered.
     *
     * @param {string} wanted
     * @param {AbortController} work
     */
    #adopt(wanted, work) {
        /** @type {HTMLElement | null | undefined} */
        const article = this.shadowRoot?.querySelector(stamp);
        if (!article || this.#shown !== undefined) return;
        this.#shown = wanted;
        this.#ready(article, [], true);
        void this.#attach(work);
        return true;
    }

    /**
     * @param {string} wanted
     * @param {AbortController} work
     */
    async #load(wanted, work) {
        if (this.#adopt(wanted, work)) return;
        const { signal } = work;
        const src = this.getAttribute('src');
        const inline = this.querySelector('script[type="application/json"]');
        const source =
            src === null
                ? inline && new TextEncoder().encode(inline.textContent ?? '')
                : fetchDocument(src, article_limit, { signal });
        if (!source) return;
        this.setAttribute('state', 'loading');
        // Hints: what the article will ask for comes with it.
        if (this.getAttribute('body') === 'markdown') loadModule('markdown.wasm').catch(() => {});
        if (this.hasAttribute('format')) loadModule('formats.wasm').catch(() => {});
        let is_late = true;
        const code = Promise.all([/** @type {Promise<View>} */ (loadScript('view.js')), loadModule('core.wasm')]);
        code.then(([view]) => /** @type {unknown} */ (is_late && view.warmUp(loadModule))).catch(() => {});
        const [source_bytes, [view]] = await Promise.race([
            Promise.all([Promise.resolve(source).finally(() => (is_late = false)), code]),
            new Promise((_, reject) => (signal.onabort = () => reject(signal.reason))),
        ]);

        const answer = await view.askArticle(this, source_bytes, loadModule);
        signal.throwIfAborted();
        // The parser came to a shadow root after the element had started.
        if (this.#adopt(wanted, work)) return;
        this.#ready(view.mount(this, answer), answer.notes, false);
        this.#shown = '';
        void this.#attach(work);

        const { fillSlots } = await behaviours();
        await fillSlots(this, answer, view, loadModule, signal, (put) => {
            if (this.#work !== work) return;
            this.#detach();
            put();
            void this.#attach(work);
        });
        if (this.#work === work) this.#shown = wanted;
    }

    /**
     * @param {AbortController} work
     */
    async #attach(work) {
        await Promise.all([whenIdle(), whenParsed()]);
        try {
            const { attach } = await behaviours();
            if (this.#work === work && this.shadowRoot) this.#undo ??= attach(this.shadowRoot, this);
        } catch (error) {
            // Every part works without: the article stays as it is.
            warn(error);
        }
    }

    #detach() {
        this.#undo?.();
        this.#undo = undefined;
    }

    /**
     * @param {HTMLElement} article
     * @param {import('./view/read-finding.js').Finding[]} notes
     * @param {boolean} adopted
     */
    #ready(article, notes, adopted) {
        const title = article.querySelector('#lr-headline')?.textContent ?? '';
        this.#tell('ready', 'ready', { title, lang: article.lang, notes, adopted });
    }

    /** @param {any} error */
    async #fail(error) {
        // What is not ours is a fault of this package or of the page, which may have closed the shadow root.
        const code_of_fault = error.name === 'NotSupportedError' ? 'shadow-closed' : 'trapped';
        const failure = typeof error.code === 'string' ? error : new Failure(code_of_fault, error);
        failure.url ||= this.getAttribute('src') ?? '';
        const { code, url, line, column, detail } = failure;
        warn(`${url}${line ? `:${line}:${column}` : ''}: ${code} ${detail}`);
        // What stands below the article has failed, not the article.
        if (this.getAttribute('state') === 'ready') return;
        this.#shown = '';
        this.shadowRoot?.replaceChildren(document.createElement('slot'));
        this.#tell('failed', 'error', { ...failure });
        const { explainFailure } = await behaviours();
        if (this.getAttribute('state') === 'failed') explainFailure(this, failure);
    }

    /**
     * @param {string} state
     * @param {string} name of the event
     * @param {object} detail
     */
    #tell(state, name, detail) {
        this.setAttribute('state', state);
        this.dispatchEvent(new CustomEvent('longread-' + name, { detail, bubbles: true, composed: true }));
    }
}
