// The page that an article is previewed in. Before anything of the package runs, it gets a clock that shows the chosen time
// and a storage that forgets: what a visitor's own device remembers is neither read nor changed.
{
    /**
     * @typedef {object} Setting
     * @property {number} now ms since 1970
     * @property {string} state
     * @property {string} campaigns the file's text
     * @property {boolean} dark
     * @property {boolean} is_shown whether a prompt will come
     * @property {Record<string, string>} attributes of the element
     */

    /** @returns {Setting | undefined} what the page around this one wants to be shown */
    const findSetting = () => {
        try {
            return window.parent === window ? undefined : /** @type {any} */ (window.parent).longreadPreview;
        } catch {
            // A page of another site.
            return undefined;
        }
    };

    /** @implements {Storage} */
    class ForgetfulStorage {
        /** @type {Map<string, string>} */
        #kept = new Map();

        get length() {
            return this.#kept.size;
        }

        /** @param {number} index */
        key(index) {
            return [...this.#kept.keys()][index] ?? null;
        }

        /** @param {string} name */
        getItem(name) {
            return this.#kept.get(name) ?? null;
        }

        /** @param {string} name @param {string} text */
        setItem(name, text) {
            this.#kept.set(name, String(text));
        }

        /** @param {string} name */
        removeItem(name) {
            this.#kept.delete(name);
        }

        clear() {
            this.#kept.clear();
        }
    }

    /** @param {number} now */
    const moveClock = (now) => {
        const Clock = Date;
        const shift = now - Clock.now();
        window.Date = /** @type {any} */ (
            class extends Clock {
                /** @param {any[]} parts */
                constructor(...parts) {
                    super(.../** @type {[any]} */ (parts.length ? parts : [Clock.now() + shift]));
                }

                /** @override */
                static now() {
                    return Clock.now() + shift;
                }
            }
        );
    };

    /** Tells the page around this one. @param {string} message @param {object} [more] */
    const tell = (message, more) => window.parent.postMessage({ longread: message, ...more }, location.origin);

    /** Nothing in the preview leads away from it. */
    const stay = () => {
        for (const name of ['donate', 'subscribe', 'select']) {
            addEventListener(`longread-${name}`, (event) => {
                event.preventDefault();
                tell(name, { url: /** @type {CustomEvent} */ (event).detail.url });
            });
        }
        addEventListener('click', (event) => {
            const link = event.composedPath().find((one) => one instanceof HTMLAnchorElement);
            if (!(link instanceof HTMLAnchorElement) || link.download || event.defaultPrevented) return;
            // Links within the article, and files that are made here.
            if (link.getAttribute('href')?.startsWith('#') || !link.href.startsWith('http')) return;
            event.preventDefault();
            tell('link', { url: link.href });
        });
    };

    /** In this window alone: `scrollIntoView` would move the page around it too. @param {Element} place */
    const comeTo = (place) => {
        const { top, height } = place.getBoundingClientRect();
        scrollBy(0, top - Math.max(0, innerHeight - height) / 2);
    };

    /** @param {Setting} setting */
    const show = ({ campaigns, attributes, is_shown }) => {
        const element = document.createElement('long-read');
        const file = URL.createObjectURL(new Blob([campaigns], { type: 'application/json' }));
        for (const [name, value] of Object.entries({ ...attributes, campaigns: file })) if (value) element.setAttribute(name, value);
        element.addEventListener('longread-slots', () => {
            const prompt = element.shadowRoot?.querySelector('[data-part=prompt]');
            // Before the campaigns have come: whoever scrolls now has passed places where a prompt might stand.
            if (is_shown && !prompt) return;
            const place = prompt ?? element.shadowRoot?.querySelector('.tags');
            if (place && !place.closest('.foot-bar')) comeTo(place);
            tell('drawn');
        });
        element.addEventListener('longread-error', () => tell('drawn'));
        document.querySelector('main')?.replaceChildren(element);
    };

    const setting = findSetting();
    for (const name of ['localStorage', 'sessionStorage']) {
        Object.defineProperty(window, name, { value: new ForgetfulStorage(), configurable: true });
    }
    if (setting) {
        document.documentElement.classList.toggle('dark', setting.dark);
        localStorage.setItem('longread', setting.state);
        moveClock(setting.now);
        stay();
        document.addEventListener('DOMContentLoaded', () => show(setting));
    }
}
