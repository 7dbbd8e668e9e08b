/**
 * How a reader's address reaches the services that send newsletters, from a page.
 *
 * @typedef {'done' | 'check_mail' | 'already' | 'failed'} Outcome
 * @typedef {object} Subscription
 * @property {string} url of the document's newsletter
 * @property {string} service
 * @property {string} email
 * @property {string[]} lists
 * @property {[string, string][]} fields of the form, as a browser would send them
 */

/** In ms. */
const patience = 15_000;

/** @param {string} url @param {RequestInit} init @param {AbortSignal} signal */
const send = (url, init, signal) =>
    fetch(url, {
        credentials: 'omit',
        referrerPolicy: 'strict-origin',
        ...init,
        signal: AbortSignal.any([signal, AbortSignal.timeout(patience)]),
    });

/** @param {Response} response @returns {Outcome} */
const outcomeOf = ({ ok, status }) => (ok ? 'done' : status === 409 ? 'already' : 'failed');

/**
 * Any other: the form itself, whose answer may be read where the page's own site takes it or where CORS allows it.
 *
 * @param {Subscription} subscription
 * @param {AbortSignal} signal
 */
async function sendForm({ url, fields }, signal) {
    const headers = { Accept: 'application/json' };
    return outcomeOf(await send(url, { method: 'POST', headers, body: new URLSearchParams(fields) }, signal));
}

/**
 * Mailchimp's and Buttondown's forms let no page read what they answer: all that is known is that it was sent, and both
 * write to whom they do not know yet.
 *
 * @param {Subscription} subscription
 * @param {AbortSignal} signal
 * @returns {Promise<Outcome>}
 */
async function sendUnread({ url, fields }, signal) {
    await send(url, { method: 'POST', mode: 'no-cors', body: new URLSearchParams(fields) }, signal);
    return 'check_mail';
}

/**
 * Kit's forms answer with JSON: {"status": "success" | "failed" | "quarantined"}.
 *
 * @param {Subscription} subscription
 * @param {AbortSignal} signal
 * @returns {Promise<Outcome>}
 */
async function sendToKit({ url, fields }, signal) {
    const headers = { Accept: 'application/json' };
    const response = await send(url, { method: 'POST', headers, body: new URLSearchParams(fields) }, signal);
    return response.ok && (await response.json()).status === 'success' ? 'check_mail' : 'failed';
}

/**
 * Ghost's members API: a token first, then JSON; the reader confirms by mail.
 *
 * @param {Subscription} subscription
 * @param {AbortSignal} signal
 * @returns {Promise<Outcome>}
 */
async function sendToGhost({ url, email, lists }, signal) {
    const api = new URL('members/api/', url).href;
    const token = await send(`${api}integrity-token/`, {}, signal);
    if (!token.ok) return 'failed';
    const headers = { 'Content-Type': 'application/json' };
    const body = JSON.stringify({
        email,
        emailType: 'subscribe',
        newsletters: lists.map((name) => ({ name })),
        integrityToken: await token.text(),
    });
    const response = await send(`${api}send-magic-link/`, { method: 'POST', headers, body }, signal);
    return response.ok ? 'check_mail' : 'failed';
}

/** @type {Record<string, typeof sendForm>} */
const services = {
    mailchimp: sendUnread,
    buttondown: sendUnread,
    convertkit: sendToKit,
    ghost: sendToGhost,
};

/**
 * @param {Subscription} subscription
 * @param {AbortSignal} signal
 * @returns {Promise<Outcome>} rejected where nothing came of it
 */
export const subscribe = (subscription, signal) =>
    (services[subscription.service] ?? sendForm)(subscription, signal);
