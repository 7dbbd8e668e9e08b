import { askPage } from './ask-page.js';
import { onSubmit } from './on-submit.js';

/**
 * A reader subscribes: the page may take the address itself; else the form is sent as any other.
 *
 * @param {ShadowRoot} root
 * @param {HTMLElement} host
 */
export function attachNewsletter(root, host) {
    return onSubmit(root, 'newsletter', (form, event) => {
        const email = String(new FormData(form).get('email') ?? '');
        if (!askPage(host, 'subscribe', { email, url: form.action })) event.preventDefault();
    });
}
