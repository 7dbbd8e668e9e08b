/** Of a story in a card: its text. */
const hidden = 'follow hero meta tags prompt related rails newsletter';

/** What the page hears of the article alone. */
const own_events = ['longread-ready', 'longread-slots', 'longread-error'];

/**
 * Puts a card's whole story in the place of the link to it: an article of its own, which fetches, gives up and fails
 * as any other, with the link as what stands in it until then.
 *
 * @param {HTMLDetailsElement} details of the card
 * @param {HTMLElement} host
 */
export function openStory(details, host) {
    const link = details.querySelector('.whole-story');
    const summary = details.querySelector('summary');
    if (!link || !summary || details.querySelector('long-read')) return;
    const story = document.createElement('long-read');
    story.setAttribute('src', details.dataset.src ?? '');
    story.setAttribute('hide', hidden);
    // The card's own headline is two below the article's.
    story.setAttribute('heading-level', String(Math.min(4, 2 + Number(host.getAttribute('heading-level') || 1))));
    for (const name of ['lang', 'timeout', 'embed-hosts', 'history']) {
        const value = host.getAttribute(name);
        if (value !== null) story.setAttribute(name, value);
    }
    for (const name of own_events) story.addEventListener(name, (event) => event.stopPropagation());
    story.addEventListener('longread-ready', () => {
        story.after(makeEnd(details, summary));
        // The card has grown wider, perhaps past the end of its box.
        summary.scrollIntoView({ block: 'nearest', inline: 'start' });
    });
    link.replaceWith(story);
    story.append(link);
}

/**
 * "Show less" at the end of a story that is longer than the screen.
 *
 * @param {HTMLDetailsElement} details
 * @param {HTMLElement} summary
 */
function makeEnd(details, summary) {
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'more-toggle';
    button.append(...[...summary.querySelectorAll('.more-close, .visually-hidden')].map((word) => word.cloneNode(true)));
    button.addEventListener('click', () => {
        details.open = false;
        summary.scrollIntoView({ block: 'nearest' });
        summary.focus({ preventScroll: true });
    });
    return button;
}

/**
 * Stops what is still on its way; the next opening tries again.
 *
 * @param {HTMLDetailsElement} details
 */
export function closeStory(details) {
    const story = details.querySelector('long-read:not([state=ready])');
    const link = details.querySelector('.whole-story');
    if (link) story?.replaceWith(link);
}
