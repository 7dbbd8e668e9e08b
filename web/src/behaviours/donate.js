import { askPage } from './ask-page.js';
import { onSubmit } from './on-submit.js';

/**
 * The URL that an amount leads to: in the place of `{amount}` in the campaign's template, or as a parameter.
 *
 * @param {string} template
 * @param {string} amount
 */
export function donationUrl(template, amount) {
    if (/\{amount\}|%7Bamount%7D/i.test(template)) {
        return template.replace(/\{amount\}|%7Bamount%7D/gi, () => encodeURIComponent(amount));
    }
    const url = new URL(template);
    if (amount) url.searchParams.set('amount', amount);
    return url.href;
}

/**
 * A reader gives: the page hears of it first, then the form becomes a link with the amount in it. Without this
 * behaviour the form sends the same amount to the same address.
 *
 * @param {ShadowRoot} root
 * @param {HTMLElement} host
 */
export function attachDonate(root, host) {
    return onSubmit(root, 'donate', (form, event) => {
        event.preventDefault();
        const amount = String(new FormData(form).get('amount') ?? '');
        const url = donationUrl(form.dataset.action ?? form.action, amount);
        if (!askPage(host, 'donate', { amount, url })) return;
        const link = document.createElement('a');
        Object.assign(link, { href: url, target: form.target, rel: 'noopener', referrerPolicy: 'origin' });
        link.click();
    });
}
