/** Signs of networks, drawn for this page: paths in a box of 16 by 16, filled. A link has its name in text beside it. */
const signs = {
    mastodon: 'M3 2h10q2 0 2 3v3q0 3-3 3H7q0 2 4 1v2q-8 2-9-4V5q0-3 1-3zM5 5v4h1.5V6H8v2h1V6h1.5v3H12V5H9L8.5 6 8 5z',
    bluesky: 'M8 7Q6 3 2 1.5 0 2 1.5 7 2 9 5 9-1 10 4 14q3 1 4-4 1 5 4 4 5-4-1-5 3 0 3.5-2Q16 2 14 1.5 10 3 8 7z',
    x: 'M1 2h4l3 4 3.5-4H14L9.2 7.5 15 14h-4L7.5 9.7 4 14H1.5l4.8-5.7z',
    facebook: 'M6 15V9H4V6h2V4q0-3 3-3h3v3h-2q-1 0-1 1v1h3l-.5 3H9v6z',
    instagram: 'M4 1h8q3 0 3 3v8q0 3-3 3H4q-3 0-3-3V4q0-3 3-3zm4 3.5a3.5 3.5 0 1 0 .01 0zm0 1.5a2 2 0 1 1-.01 0zM11.5 3v1.5H13V3z',
    threads: 'M8 1q6 0 6 7t-6 7-6-7 6-7zm0 2Q4 3 4 8t4 5q3.5 0 3.5-2.5T7 9V7.5q3-.5 3-1.5T8 5z',
    youtube: 'M3 3h10q2 0 2 2v6q0 2-2 2H3q-2 0-2-2V5q0-2 2-2zm3.5 2.5v5L11 8z',
    linkedin: 'M2 6h3v8H2zm0-4h3v3H2zm5 4h3v1q1-1.3 2.5-1.3T15 9v5h-3V9.5Q12 8 11 8t-1 1.5V14H7z',
    telegram: 'M1 8 15 2l-2 12-4-3-2 2-1-4 6-4-7 4z',
    whatsapp: 'M8 1a7 7 0 1 1-3.5 13L1 15l1-3.5A7 7 0 0 1 8 1zM5.5 4 4.5 5.5Q6 11 11 11.5l1-1.5-2-1-1 .8Q7 9 6.5 7.5L7 6.5z',
    tiktok: 'M8 1h2.5q.5 3 3.5 3v2.5q-2 0-3.5-1V11a4.5 4.5 0 1 1-4-4.5V9A2 2 0 1 0 8 11z',
    reddit: 'M8 5l1-4 3 .5v1.5L10 2.5 9.5 5q5 .5 5.5 4.5 0 5-7 5t-7-5Q1.5 5.5 8 5zM5 8v2h2V8zm4 0v2h2V8z',
    signal: 'M8 1.5q7 0 7 6t-7 6l-1-.1L3 15l.5-3Q1 10.5 1 7.5q0-6 7-6z',
    rss: 'M2 11a1.7 1.7 0 1 1 0 3.4zM2 6a8 8 0 0 1 8 8H7.5A5.5 5.5 0 0 0 2 8.5zm0-5a13 13 0 0 1 13 13h-2.5A10.5 10.5 0 0 0 2 3.5z',
    /** Any other: an arrow that leaves. */
    link: 'M5 3h8v8h-2V6.5L4.5 13 3 11.5 9.5 5H5z',
    email: 'M1 3h14L8 9zm0 2 7 6 7-6v8H1z',
};

const svg = 'http://www.w3.org/2000/svg';

/** @param {string} path */
function draw(path) {
    const picture = document.createElementNS(svg, 'svg');
    picture.setAttribute('viewBox', '0 0 16 16');
    picture.setAttribute('aria-hidden', 'true');
    picture.setAttribute('class', 'follow-sign');
    const shape = document.createElementNS(svg, 'path');
    shape.setAttribute('d', path);
    shape.setAttribute('fill', 'currentColor');
    shape.setAttribute('fill-rule', 'evenodd');
    picture.append(shape);
    return picture;
}

/**
 * Puts signs before the names of networks.
 *
 * @param {ShadowRoot} root
 */
export function attachFollow(root) {
    /** @type {Element[]} */
    const drawn = [];
    for (const link of root.querySelectorAll('.follow-link[data-network]')) {
        const network = link.getAttribute('data-network')?.toLowerCase() ?? '';
        const known = /** @type {keyof typeof signs} */ (Object.hasOwn(signs, network) ? network : 'link');
        const sign = draw(signs[known]);
        link.prepend(sign);
        drawn.push(sign);
    }
    return () => drawn.forEach((sign) => sign.remove());
}
