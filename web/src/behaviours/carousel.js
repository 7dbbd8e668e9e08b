import { languageOf, phrasesFor } from './phrases.js';

/**
 * @param {ShadowRoot} root
 * @param {HTMLElement} host
 */
export function attachCarousels(root, host) {
    const lang = languageOf(root, host);
    const undos = [...root.querySelectorAll('[data-part="carousel"]')].map((section) => attachCarousel(section, lang));
    return () => undos.forEach((undo) => undo());
}

/**
 * Buttons for a list that scrolls and snaps. The list works without them, by wheel, touch and keyboard, and every
 * card in it can be reached by Tab; they are shown only where the list is longer than its box.
 *
 * @param {Element} section
 * @param {string} lang
 */
function attachCarousel(section, lang) {
    const track = section.querySelector('[data-part="track"]');
    const head = section.querySelector('.related-head');
    if (!(track instanceof HTMLElement) || !head) return () => {};

    const buttons = document.createElement('div');
    buttons.className = 'carousel-buttons';
    const [previous, next] = [-1, 1].map((step, index) => {
        const button = document.createElement('button');
        button.type = 'button';
        button.className = 'carousel-button ' + ['carousel-previous', 'carousel-next'][index];
        button.setAttribute('aria-label', phrasesFor(lang)[index]);
        button.addEventListener('click', () => turn(step));
        return button;
    });
    buttons.append(previous, next);

    /** @param {number} step */
    const turn = (step) => {
        const calm = matchMedia('(prefers-reduced-motion: reduce)').matches;
        // Positions in a right-to-left list count down from zero.
        const sign = getComputedStyle(track).direction === 'rtl' ? -1 : 1;
        track.scrollBy({ left: sign * step * track.clientWidth, behavior: calm ? 'instant' : 'smooth' });
    };

    const update = () => {
        const room = track.scrollWidth - track.clientWidth;
        const position = Math.abs(track.scrollLeft);
        buttons.hidden = room <= 1;
        // Not `disabled`: a button that the reader has just pressed would lose the focus.
        previous.setAttribute('aria-disabled', String(position <= 1));
        next.setAttribute('aria-disabled', String(position >= room - 1));
    };

    const observer = new ResizeObserver(update);
    observer.observe(track);
    track.addEventListener('scroll', update, { passive: true });
    update();
    head.append(buttons);
    return () => {
        observer.disconnect();
        track.removeEventListener('scroll', update);
        buttons.remove();
    };
}
