import { recall, remember } from './device-storage.js';
import { languageOf, phrasesFor } from './phrases.js';

/** Whether this reader likes lists better. */
const wantsList = () => recall('longread-view') === 'list';

/** @param {ParentNode} root where carousels shall stand as this reader likes it, before they are seen */
export function applyView(root) {
    for (const section of root.querySelectorAll('[data-part="carousel"]')) section.classList.toggle('as-list', wantsList());
}

/**
 * @param {ShadowRoot} root
 * @param {HTMLElement} host
 */
export function attachCarousels(root, host) {
    applyView(root);
    const lang = languageOf(root, host);
    const undos = [...root.querySelectorAll('[data-part="carousel"]')].map((section) => attachCarousel(section, lang));
    return () => undos.forEach((undo) => undo());
}

/**
 * Buttons for a list that scrolls and snaps. The list works without them, by wheel, touch and keyboard; nothing in it is
 * ever hidden from the keyboard or from screen readers, so that a card which comes into focus comes into sight. Buttons
 * to turn are shown only where the list is longer than its box.
 *
 * @param {Element} section
 * @param {string} lang
 */
function attachCarousel(section, lang) {
    const track = section.querySelector('[data-part="track"]');
    const head = section.querySelector('.related-head');
    if (!(track instanceof HTMLElement) || !head) return () => {};

    const phrases = phrasesFor(lang);
    const buttons = document.createElement('div');
    buttons.className = 'carousel-buttons';
    /**
     * @param {string} name
     * @param {() => void} press
     */
    const addButton = (name, press) => {
        const button = document.createElement('button');
        button.type = 'button';
        button.className = name;
        button.addEventListener('click', press);
        buttons.append(button);
        return button;
    };
    const choice = addButton('carousel-choice', () => {
        remember('longread-view', wantsList() ? '' : 'list');
        section.classList.toggle('as-list');
        update();
    });
    const [previous, next] = [-1, 1].map((step, index) => {
        const button = addButton(`carousel-button ${['carousel-previous', 'carousel-next'][index]}`, () => turn(step));
        button.setAttribute('aria-label', phrases[index]);
        return button;
    });

    /** @param {number} left in px, to where the list runs */
    const scroll = (left) => {
        const calm = matchMedia('(prefers-reduced-motion: reduce)').matches;
        track.scrollBy({ left, behavior: calm ? 'instant' : 'smooth' });
    };

    /** By as many cards as can be seen whole: none is passed over. @param {number} step */
    const turn = (step) => {
        const [first, second] = track.children;
        const pitch = second.getBoundingClientRect().left - first.getBoundingClientRect().left;
        const seen = Math.max(1, Math.floor(track.clientWidth / Math.abs(pitch)));
        const at = Math.round(track.scrollLeft / pitch);
        // Positions in a right-to-left list count down from zero, and so does the pitch.
        scroll((at + step * seen) * pitch - track.scrollLeft);
    };

    /** Browsers bring the words of a link into sight, not the card. Not for the mouse: the card would run away from it. @param {Event} event */
    const reveal = ({ target }) => {
        const card = target instanceof Element && target.matches(':focus-visible') && target.closest('.card');
        if (!card) return;
        const [box, view] = [card, track].map((element) => element.getBoundingClientRect());
        if (box.left < view.left) scroll(box.left - view.left - 4);
        else if (box.right > view.right) scroll(Math.min(box.right - view.right + 4, box.left - view.left - 4));
    };

    const update = () => {
        const is_list = section.classList.contains('as-list');
        const room = track.scrollWidth - track.clientWidth;
        const position = Math.abs(track.scrollLeft);
        // Not under the reader's finger: a button that has the focus stays until it has lost it.
        const is_idle = room <= 1 && !buttons.matches(':focus-within');
        previous.hidden = next.hidden = is_list || is_idle;
        choice.hidden = !is_list && is_idle;
        choice.textContent = phrases[is_list ? 9 : 8];
        if (is_list) section.removeAttribute('aria-roledescription');
        else section.setAttribute('aria-roledescription', phrases[10]);
        // Not `disabled`: a button that the reader has just pressed would lose the focus.
        previous.setAttribute('aria-disabled', String(position <= 1));
        next.setAttribute('aria-disabled', String(position >= room - 1));
    };

    const observer = new ResizeObserver(update);
    observer.observe(track);
    track.addEventListener('scroll', update, { passive: true });
    track.addEventListener('focusin', reveal);
    update();
    head.append(buttons);
    return () => {
        observer.disconnect();
        track.removeEventListener('scroll', update);
        track.removeEventListener('focusin', reveal);
        section.removeAttribute('aria-roledescription');
        buttons.remove();
    };
}
