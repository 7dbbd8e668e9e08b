import { warn } from '../warn.js';
import { askPage } from './ask-page.js';
import { keepsHistory, recall } from './device-storage.js';
import { keepForLater, takeKept } from './letter-queue.js';
import { onSubmit } from './on-submit.js';
import { subscribe } from './subscribe-services.js';
import { takeAway } from './take-away.js';
import { decideAgain, isRenderedHere, learnAdopted, tellCore } from './tell-core.js';
import { isInView, whenNear } from './when-near.js';

/**
 * @typedef {import('./subscribe-services.js').Subscription} Subscription
 * @typedef {import('./subscribe-services.js').Outcome} Outcome
 */

/** The words that a form brings along, in the order of LetterPhrase (src/render/letter_phrases.h). */
const words = ['sending', 'done', 'check_mail', 'already', 'failed', 'kept', 'bad_address'];

/** @param {HTMLFormElement} form @param {string} state one of `words`, or nothing */
function show(form, state) {
    const line = form.querySelector('.form-status');
    const text = form.querySelectorAll('.form-words > *')[words.indexOf(state)]?.textContent ?? '';
    if (line) line.textContent = text;
    form.dataset.state = state;
}

/** @param {HTMLFormElement} form @returns {HTMLInputElement | null} */
const fieldOf = (form) => form.querySelector('.field');

/** @param {HTMLFormElement} form @returns {Subscription} */
function read(form) {
    const lists = [.../** @type {NodeListOf<HTMLInputElement>} */ (form.querySelectorAll('.list'))]
        .filter(({ type, checked }) => type === 'hidden' || checked)
        .map(({ dataset, value }) => dataset.src ?? value);
    const fields = /** @type {[string, string][]} */ ([...new FormData(form)]);
    const { action = form.action, network = '' } = form.dataset;
    const url = new URL(action, form.baseURI).href;
    return { url, service: network, email: fieldOf(form)?.value.trim() ?? '', lists, fields };
}

/** @param {HTMLFormElement} form @param {Subscription} subscription @returns {string[]} as the core knows them */
const listsOf = (form, { lists }) => (lists.length ? lists : [form.dataset.action ?? '']);

/** Whether the page's policy forbade what was asked for in the meantime. @param {() => Promise<unknown>} work */
async function isForbidden(work) {
    let forbidden = false;
    const note = (/** @type {SecurityPolicyViolationEvent} */ { effectiveDirective }) => {
        forbidden ||= effectiveDirective === 'connect-src';
    };
    document.addEventListener('securitypolicyviolation', note);
    try {
        await work();
        return false;
    } catch {
        // The event comes after the failure.
        await new Promise((resolve) => setTimeout(resolve, 50));
        return forbidden;
    } finally {
        document.removeEventListener('securitypolicyviolation', note);
    }
}

/**
 * A server has drawn the form for everybody: it goes before a reader comes to it who has subscribed to all of its lists.
 *
 * @param {ShadowRoot} root
 * @param {HTMLElement} host
 * @param {AbortSignal} signal
 */
function spareSubscriber(root, host, signal) {
    const slot = root.querySelector('[data-slot=newsletter]');
    if (!slot || isRenderedHere(host) || !keepsHistory(host) || !recall('longread').includes('"subscribed"')) return;
    whenNear(slot, signal, async () => {
        try {
            await learnAdopted(host, signal);
            const { nodes } = await decideAgain(host);
            if (signal.aborted || isInView(slot) || nodes.querySelector('[data-slot=newsletter]')) return;
            takeAway(root, slot);
        } catch (error) {
            if (!signal.aborted) warn(error);
        }
    });
}

/**
 * A reader subscribes: the page may take the address itself; else it is sent, and the form says what has become of it.
 * Where the page's policy allows no request, the form is sent as any other.
 *
 * @param {ShadowRoot} root
 * @param {HTMLElement} host
 */
export function attachNewsletter(root, host) {
    const stop = new AbortController();
    const { signal } = stop;

    /** @param {HTMLFormElement} form @param {Subscription} subscription @param {number} [kept_at] if it has waited */
    async function send(form, subscription, kept_at) {
        if (form.dataset.state === 'sending') return;
        const button = form.querySelector('button');
        show(form, 'sending');
        button?.setAttribute('aria-disabled', 'true');
        /** @type {Outcome} */
        let outcome = 'failed';
        const forbidden = await isForbidden(async () => {
            outcome = await subscribe(subscription, signal);
        });
        button?.removeAttribute('aria-disabled');
        const is_to_wait = outcome === 'failed' && (kept_at || !navigator.onLine) && !forbidden;
        const is_kept = is_to_wait && keepForLater(subscription, kept_at ?? Date.now());
        if (signal.aborted) return show(form, '');
        if (forbidden) {
            show(form, '');
            return form.submit();
        }
        show(form, is_kept && !navigator.onLine ? 'kept' : outcome);
        if (outcome === 'failed') return;
        takeKept(subscription.url);
        for (const list of listsOf(form, subscription)) await tellCore(host, `subscribed ${list}`).catch(warn);
    }

    /** @param {HTMLFormElement} form @param {Event} event */
    function submit(form, event) {
        event.preventDefault();
        const field = fieldOf(form);
        const subscription = read(form);
        const is_good = /^\S+@\S+$/.test(subscription.email) && field?.validity.valid;
        field?.setAttribute('aria-invalid', String(!is_good));
        if (!is_good) {
            show(form, 'bad_address');
            field?.setAttribute('aria-describedby', 'lr-form-status');
            return field?.focus();
        }
        // A program: nobody else sees the field.
        if (/** @type {HTMLInputElement} */ (form.querySelector('.trap')).value) return show(form, 'failed');
        const { email } = subscription;
        if (askPage(host, 'subscribe', { email, url: subscription.url })) void send(form, subscription);
    }

    /** @param {HTMLFormElement} form */
    function sendKept(form) {
        const { url } = read(form);
        const kept = navigator.onLine && takeKept(url);
        if (kept) void send(form, kept.subscription, kept.at);
    }

    const forms = () => /** @type {NodeListOf<HTMLFormElement>} */ (root.querySelectorAll('.newsletter-form'));
    const listen = () => forms().forEach(sendKept);
    // What is wrong is said beside the field, in the page's own words.
    for (const form of forms()) form.noValidate = true;
    listen();
    spareSubscriber(root, host, signal);
    addEventListener('online', listen, { signal });
    const undo = onSubmit(root, 'newsletter', submit);
    return () => {
        undo();
        stop.abort();
    };
}
