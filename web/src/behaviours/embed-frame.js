/** @typedef {import('./embed-providers.js').Frame} Frame */

/** In ms, for the first page of a frame. */
const patience = 10_000;

// A frame of the page's own origin could take these off again: embeds.js refuses it.
const sandbox = 'allow-scripts allow-same-origin allow-popups allow-popups-to-escape-sandbox';

/**
 * @param {Frame} frame
 * @param {string} title
 */
function makeFrame({ url, allow, referrer, plays, width, height }, title) {
    const iframe = document.createElement('iframe');
    iframe.title = title;
    iframe.setAttribute('sandbox', sandbox + (plays ? ' allow-presentation' : ''));
    iframe.allow = allow;
    iframe.referrerPolicy = referrer;
    if (width) iframe.width = String(width);
    if (height) iframe.height = String(height);
    iframe.src = url;
    return iframe;
}

/**
 * Puts a frame in a link's place, and the focus into it.
 *
 * @param {HTMLAnchorElement} link
 * @param {Frame} frame
 * @param {string} close_word
 * @param {() => void} fail called when there is nothing in the frame, after the link is back
 * @returns {(focus?: boolean) => void} brings the link back, and the focus if it was in the frame or shall be
 */
export function openFrame(link, frame, close_word, fail) {
    const title = link.querySelector('.embed-title')?.textContent || frame.host;
    const box = document.createElement('div');
    box.className = 'embed-open';
    const iframe = makeFrame(frame, title);
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'embed-close';
    button.textContent = close_word;
    button.setAttribute('aria-label', `${close_word}: ${title}`);
    box.append(iframe, button);

    const close = (focus = box.contains(/** @type {ShadowRoot} */ (box.getRootNode()).activeElement)) => {
        clearTimeout(timer);
        document.removeEventListener('securitypolicyviolation', refuse);
        box.replaceWith(link);
        if (focus) link.focus();
    };
    const giveUp = () => {
        close();
        fail();
    };
    /** @param {SecurityPolicyViolationEvent} event */
    const refuse = ({ disposition, effectiveDirective, blockedURI }) => {
        // Of some frames only the origin is told.
        const is_ours = `${blockedURI}/`.startsWith(`${new URL(frame.url).origin}/`);
        if (is_ours && disposition === 'enforce' && /^(frame|child)-src$/.test(effectiveDirective)) giveUp();
    };
    const timer = setTimeout(giveUp, patience);
    iframe.addEventListener('load', () => clearTimeout(timer));
    document.addEventListener('securitypolicyviolation', refuse);
    link.replaceWith(box);
    iframe.focus();
    return close;
}
