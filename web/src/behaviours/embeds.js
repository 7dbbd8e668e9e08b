import { askPage } from './ask-page.js';
import { openFrame } from './embed-frame.js';
import { findFrame } from './embed-providers.js';
import { isPlainClick } from './is-plain-click.js';
import { languageOf, phrasesFor } from './phrases.js';
import { adoptSheet } from './adopt-sheet.js';

/** What closes the frame that stands in a figure. @type {WeakMap<Element, (focus?: boolean) => void>} */
const closers = new WeakMap();

/** What links lead to that do more than lead. @type {WeakMap<Element, import('./embed-providers.js').Frame>} */
const offers = new WeakMap();

const figures = '[data-part="embed"]';

let keeps = false;

/**
 * Frames that a reader has opened outlast a change of what stands below the article.
 *
 * @param {() => void} change detaches the behaviours
 */
export function keepFrames(change) {
    keeps = true;
    try {
        change();
    } finally {
        keeps = false;
    }
}

/** @param {Element | null} figure */
function close(figure, focus = true) {
    if (figure) closers.get(figure)?.(focus);
}

/**
 * A line below the title. It stands in the link's padding: nothing moves for it.
 *
 * @param {Element} link
 * @param {string} text
 */
function hint(link, text) {
    const line = document.createElement('span');
    line.className = 'embed-hint';
    // Begins another word, for those who hear it.
    line.textContent = ' ' + text;
    link.append(line);
}

/** @param {Element} link */
function withdraw(link) {
    offers.delete(link);
    link.removeAttribute('role');
    link.classList.remove('embed-plays');
    link.querySelector('.embed-hint')?.remove();
}

/**
 * A reader asks for what another site has: only now it is asked for, in a frame in the place of the link.
 *
 * @param {ShadowRoot} root
 * @param {HTMLElement} host
 */
export function attachEmbeds(root, host) {
    const [offer_phrase, close_word, failed_phrase] = phrasesFor(languageOf(root, host)).slice(5);

    /** @param {HTMLAnchorElement} link */
    const offer = (link) => {
        const frame = findFrame(link.href, (host.getAttribute('embed-hosts') ?? '').split(/\s+/));
        if (!frame) return;
        // A frame of our own origin could free itself of its sandbox.
        if ([location.href, import.meta.url].some((own) => new URL(own).origin === new URL(frame.url).origin)) return;
        offers.set(link, frame);
        link.setAttribute('role', 'button');
        if (frame.plays) link.classList.add('embed-plays');
        hint(link, offer_phrase.replace('{host}', frame.host));
        adoptSheet(root);
    };
    /** @param {(link: HTMLAnchorElement) => void} act */
    const forLinks = (act) => root.querySelectorAll(/** @type {'a'} */ ('.embed-link')).forEach(act);
    const offerAnew = () => {
        forLinks(withdraw);
        forLinks(offer);
    };

    /**
     * @param {Element} figure
     * @param {HTMLAnchorElement} link
     * @param {import('./embed-providers.js').Frame} frame
     */
    const open = (figure, link, frame) => {
        const back = openFrame(link, frame, close_word, () => {
            closers.delete(figure);
            withdraw(link);
            hint(link, failed_phrase);
        });
        closers.set(figure, (focus) => {
            closers.delete(figure);
            back(focus);
        });
    };
    /** @param {MouseEvent} event */
    const click = (event) => {
        const target = /** @type {Element} */ (event.target);
        const figure = target.closest(figures);
        if (target.closest('.embed-close')) return close(figure);
        const link = target.closest('a');
        const frame = link && offers.get(link);
        if (!figure || !frame || !isPlainClick(event)) return;
        event.preventDefault();
        if (askPage(host, 'embed', { url: frame.url, host: frame.host })) open(figure, link, frame);
    };
    /** @param {KeyboardEvent} event */
    const press = (event) => {
        const target = /** @type {HTMLElement} */ (event.target);
        if (event.key === 'Escape') close(target.closest(figures));
        if (event.key !== ' ' || !offers.has(target)) return;
        event.preventDefault();
        if (!event.repeat) target.click();
    };

    offerAnew();
    const observer = new MutationObserver(offerAnew);
    observer.observe(host, { attributeFilter: ['embed-hosts'] });
    root.addEventListener('click', /** @type {EventListener} */ (click));
    root.addEventListener('keydown', /** @type {EventListener} */ (press));
    return () => {
        observer.disconnect();
        root.removeEventListener('click', /** @type {EventListener} */ (click));
        root.removeEventListener('keydown', /** @type {EventListener} */ (press));
        if (!keeps) root.querySelectorAll(figures).forEach((figure) => close(figure, false));
        forLinks(withdraw);
    };
}
