import { warn } from '../warn.js';
import { announce } from './announce.js';
import { recall } from './device-storage.js';
import { openLedger } from './ledger.js';
import { languageOf, phrasesFor } from './phrases.js';
import { placePrompt } from './placement.js';
import { writeReminder } from './remind.js';
import { saveFile } from './save-file.js';
import { takeAway } from './take-away.js';
import { decideAgain, isRenderedHere, learnAdopted, tellCore } from './tell-core.js';
import { isInView, whenNear } from './when-near.js';

/** A prompt has been seen when so much of it was in view, or so much of the view was full of it. */
const seen_share = 0.4;

/** Of the processor's way back; the page's own event is `longread-donated`. */
const donated = { parameter: 'longread', value: 'donated' };

/** The state that a prompt was decided by. @type {WeakMap<Element, string>} */
const decisions = new WeakMap();

/** Campaigns that have been counted as seen, by element. @type {WeakMap<Element, Set<string>>} */
const counted = new WeakMap();

/** @param {Element} slot that has just been filled */
export function knowDecision(slot) {
    decisions.set(slot, recall('longread'));
}

/** @param {Element | null} slot */
const campaignOf = (slot) => slot?.querySelector('[data-part=prompt]')?.id.slice('lr-ask-'.length) ?? '';

/** @param {Promise<unknown>} work that a reader does not wait for */
const quietly = (work) => void work.catch(warn);

/**
 * What a prompt does: it is decided again when the reader comes near, it tells when it has been seen, and it goes when
 * the reader says so.
 *
 * @param {ShadowRoot} root
 * @param {HTMLElement} host
 */
export function attachPrompt(root, host) {
    const work = new AbortController();
    const { signal } = work;
    /** @returns {HTMLElement | null} */
    const find = () => root.querySelector('[data-slot=prompt]');
    const noted = phrasesFor(languageOf(root, host))[11];

    /** @param {IntersectionObserverEntry[]} entries */
    const see = (entries) => {
        const slot = find();
        const is_seen = entries.some(
            ({ intersectionRatio, intersectionRect }) =>
                intersectionRatio >= seen_share || intersectionRect.height >= seen_share * innerHeight,
        );
        if (!slot || !is_seen) return;
        sight.disconnect();
        const campaign = campaignOf(slot);
        const before = counted.get(host) ?? new Set();
        counted.set(host, before);
        if (before.has(campaign)) return;
        before.add(campaign);
        quietly(tellCore(host, `seen ${campaign}`));
    };
    const sight = new IntersectionObserver(see, { threshold: Array.from({ length: 21 }, (_, step) => step / 20) });

    /** Puts the decision of now in the place of that of then, where this moves nothing that is in view. */
    const decide = async () => {
        const old = find();
        if (old && decisions.get(old) === recall('longread')) return;
        // Out of sight nothing can be focused.
        if (!old?.contains(root.activeElement)) old?.classList.add('undecided');
        // A server has decided for somebody who comes for the first time.
        if (!isRenderedHere(host)) await learnAdopted(host, signal);
        const { nodes } = await decideAgain(host);
        if (signal.aborted) return;
        /** @type {HTMLElement | null} */
        const decided = nodes.querySelector('[data-slot=prompt]');
        if (old?.isConnected && campaignOf(old) !== campaignOf(decided)) {
            // In view it leaves its room behind.
            if (isInView(old)) return;
            takeAway(root, old);
        }
        if (!old?.isConnected && decided) placePrompt(root, decided);
        const slot = find();
        if (slot) knowDecision(slot);
        slot?.classList.remove('undecided');
    };

    const come = async () => {
        try {
            await decide();
        } catch (error) {
            if (signal.aborted) return;
            // Who cannot decide does not ask.
            find()?.classList.add('undecided');
            warn(error);
        }
        const prompt = find()?.querySelector('[data-part=prompt]');
        if (prompt && !signal.aborted && !prompt.closest('.undecided')) sight.observe(prompt);
    };
    /** @param {boolean} by_hand */
    const thank = async (by_hand) => {
        const nodes = await tellCore(host, 'donated');
        const thanks = /** @type {HTMLElement | null} */ (nodes.firstElementChild);
        const slot = find();
        if (root.querySelector('.thanks') || !thanks) return slot?.remove();
        if (slot && !slot.classList.contains('foot-bar')) {
            const had_focus = slot.contains(root.activeElement);
            slot.replaceWith(thanks);
            thanks.tabIndex = -1;
            if (had_focus) thanks.focus({ preventScroll: true });
        } else {
            if (slot) takeAway(root, slot);
            placePrompt(root, thanks);
        }
        if (by_hand) announce(root, thanks.textContent ?? '');
    };

    /** @param {string} event */
    const leave = (event) => {
        const slot = find();
        if (!slot) return;
        takeAway(root, slot);
        announce(root, noted);
        quietly(tellCore(host, event));
    };
    /** @type {Record<string, (button: Element, campaign: string) => void>} */
    const acts = {
        'not-now': (_, campaign) => leave(`dismissed ${campaign}`),
        silence: () => leave('silent'),
        given: () => quietly(thank(true)),
        remind: (_, campaign) => {
            const title = root.querySelector('#lr-prompt')?.textContent || document.title;
            saveFile('reminder.ics', 'text/calendar', writeReminder(title, location.href, new Date()));
            announce(root, noted);
            quietly(tellCore(host, `dismissed ${campaign}`));
        },
        'count-off': (button) => {
            const line = button.closest('p');
            if (line) takeAway(root, line);
            announce(root, noted);
            quietly(tellCore(host, 'count-off'));
        },
        ledger: () => quietly(openLedger(root, host)),
    };
    /** @param {Event} event */
    const click = ({ target }) => {
        /** @type {HTMLButtonElement | null} */
        const button = /** @type {Element} */ (target).closest('[data-part=prompt] [name=ask]');
        if (button) acts[button.value](button, campaignOf(find()));
    };
    /** @param {Event} event */
    const press = (event) => {
        const { key, target } = /** @type {KeyboardEvent} */ (event);
        if (key === 'Escape' && /** @type {Element} */ (target).closest('.foot-bar')) acts['not-now'](root.host, campaignOf(find()));
    };
    const give = () => quietly(thank(false));

    root.addEventListener('click', click, { signal });
    root.addEventListener('keydown', press, { signal });
    host.addEventListener('longread-donated', give, { signal });
    document.addEventListener('longread-donated', ({ target }) => target === document && give(), { signal });
    const url = new URL(location.href);
    if (url.searchParams.get(donated.parameter) === donated.value && document.querySelector('long-read') === host) {
        url.searchParams.delete(donated.parameter);
        history.replaceState(history.state, '', url);
        give();
    }
    const slot = find();
    const awaited = slot ?? (!isRenderedHere(host) && host.hasAttribute('campaigns') && root.querySelector('.body'));
    if (awaited) whenNear(awaited, signal, come);
    return () => {
        work.abort();
        sight.disconnect();
    };
}
