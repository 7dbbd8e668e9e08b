import { askPage } from './ask-page.js';
import { onSubmit } from './on-submit.js';

/** In the order in which a template names a service's own words for them. */
const frequencies = ['once', 'monthly', 'annual'];

/**
 * The URL that a form's fields make of a campaign's template: `{amount}` is the field of that name, and
 * `{frequency|o|m|a}` one of these words. A template without places for them gets them as parameters.
 *
 * @param {string} template
 * @param {Record<string, string>} fields
 */
export function fillTemplate(template, fields) {
    let filled = false;
    const url = template.replace(/(?:\{|%7B)(\w+)((?:(?:\||%7C)\w+)*)(?:\}|%7D)/gi, (_, name, words) => {
        filled = true;
        const value = Object.hasOwn(fields, name) ? fields[name] : '';
        const [, ...own] = words.split(/\||%7C/i);
        return encodeURIComponent(own.length ? (own[frequencies.indexOf(value)] ?? own[0]) : value);
    });
    if (filled) return url;
    const plain = new URL(template);
    for (const [name, value] of Object.entries(fields)) plain.searchParams.set(name, value);
    return plain.href;
}

/**
 * The amount is the chosen one or the reader's own.
 *
 * @param {HTMLFormElement} form
 */
function readFields(form) {
    /** @type {Record<string, string>} */
    const fields = {};
    for (const [name, value] of new FormData(form)) fields[name] = String(value);
    const { other_amount, ...others } = fields;
    return other_amount ? { ...others, amount: other_amount } : others;
}

/**
 * The amounts of a frequency come with its tab, the recommended one chosen; an own amount has limits, and counts when
 * it is chosen.
 *
 * @param {HTMLFormElement} form
 * @param {EventTarget | null} [changed]
 */
function settle(form, changed) {
    /** @param {string} selector */
    const find = (selector) => /** @type {HTMLInputElement | null} */ (form.querySelector(selector));
    const frequency = find('[name=frequency]:checked')?.value;
    const other = find('[value=other]');
    if (frequency && changed instanceof HTMLInputElement && changed.name === 'frequency' && !other?.checked) {
        const chosen = find(`.${frequency} .amount:has(.amount-note) input`) ?? find(`.${frequency} input`);
        if (chosen) chosen.checked = true;
    }
    const field = find('.field');
    if (!field) return;
    [field.min, field.max] = [...form.querySelectorAll('.other-field data')].map((limit) => limit.getAttribute('value') ?? '');
    field.required = !other || other.checked;
    field.disabled = !field.required;
    if (changed === other) field.focus();
}

/**
 * A reader gives: the page hears of it first, then the form becomes a link with the amount in it. Without this
 * behaviour the form sends the same fields to the same address.
 *
 * @param {ShadowRoot} root
 * @param {HTMLElement} host
 */
export function attachDonate(root, host) {
    /** @type {NodeListOf<HTMLFormElement>} */
    const forms = root.querySelectorAll('[data-form=donate]');
    forms.forEach((form) => settle(form));
    /** @param {Event} event */
    const change = ({ target }) => {
        /** @type {HTMLFormElement | null} */
        const form = /** @type {Element} */ (target).closest('[data-form=donate]');
        if (form) settle(form, target);
    };
    root.addEventListener('change', change);
    const undo = onSubmit(root, 'donate', (form, event) => {
        event.preventDefault();
        const fields = readFields(form);
        const url = fillTemplate(form.dataset.action ?? form.action, fields);
        const { amount = '', currency = '', frequency = '', campaign = '', variant = '' } = fields;
        if (!askPage(host, 'donate', { amount, currency, frequency, campaign, variant, url })) return;
        const link = document.createElement('a');
        Object.assign(link, { href: url, target: form.target, rel: 'noopener', referrerPolicy: 'origin' });
        link.click();
    });
    return () => {
        root.removeEventListener('change', change);
        undo();
    };
}
