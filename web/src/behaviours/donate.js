import { askPage } from './ask-page.js';
import { onSubmit } from './on-submit.js';

/**
 * The URL that a form's fields make of a campaign's template: `{amount}` is the field of that name. A template without
 * places for them gets them as parameters.
 *
 * @param {string} template
 * @param {Record<string, string>} fields
 */
export function fillTemplate(template, fields) {
    let filled = false;
    const url = template.replace(/(?:\{|%7B)(\w+)(?:\}|%7D)/gi, (_, name) => {
        filled = true;
        return Object.hasOwn(fields, name) ? encodeURIComponent(fields[name]) : '';
    });
    if (filled) return url;
    const plain = new URL(template);
    for (const [name, value] of Object.entries(fields)) plain.searchParams.set(name, value);
    return plain.href;
}

/**
 * A reader gives: the page hears of it first, then the form becomes a link with the amount in it. Without this
 * behaviour the form sends the same fields to the same address.
 *
 * @param {ShadowRoot} root
 * @param {HTMLElement} host
 */
export function attachDonate(root, host) {
    return onSubmit(root, 'donate', (form, event) => {
        event.preventDefault();
        /** @type {Record<string, string>} */
        const fields = {};
        for (const [name, value] of new FormData(form)) fields[name] = String(value);
        const url = fillTemplate(form.dataset.action ?? form.action, fields);
        const { amount = '', currency = '' } = fields;
        if (!askPage(host, 'donate', { amount, currency, url })) return;
        const link = document.createElement('a');
        Object.assign(link, { href: url, target: form.target, rel: 'noopener', referrerPolicy: 'origin' });
        link.click();
    });
}
