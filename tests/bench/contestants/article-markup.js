/**
 * The article frame as its author would write it without us: a template string with the markup of src/render/README.md,
 * so that every contestant has the same nodes and the same stylesheet fits.
 */

const entities = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escape = (text) => String(text ?? '').replace(/[&<>"]/g, (character) => entities[character]);
const link = ({ url, label }) => `<a href="${escape(url)}">${escape(label)}</a>`;
const listOf = (items) => items.map((item) => `<li>${item}</li>`).join('');
const date = (time) => new Date(time).toLocaleDateString('en', { dateStyle: 'long', timeZone: 'UTC' });

const picture = ({ src, width, height, alt }, attributes) =>
  `<img src="${escape(src)}" width="${width}" height="${height}" alt="${escape(alt)}" decoding="async" ${attributes}>`;

const caption = ({ caption, credit }) =>
  '<figcaption class="figcaption">' +
  (caption ? `<span class="caption" part="caption">${escape(caption)}</span> ` : '') +
  `<span class="credit" part="credit">${escape(credit)}</span></figcaption>`;

const header = (article, minutes) =>
  `<header class="header"><ul class="kicker" part="kicker">${listOf(article.kicker.map(link))}</ul>` +
  `<h1 class="headline" part="headline" id="lr-headline">${escape(article.title)}</h1>` +
  `<p class="dek" part="dek">${escape(article.dek)}</p><div class="meta" part="meta">` +
  `<p class="byline" part="byline">By ${article.byline
    .map(({ name, url }) => (url ? `<a href="${escape(url)}" rel="author">${escape(name)}</a>` : escape(name)))
    .join(' and ')}</p>` +
  `<p class="dates"><time class="published" datetime="${escape(article.published)}">${date(article.published)}</time></p>` +
  `<p class="reading-time" part="reading-time">${minutes} min read</p></div>` +
  `<nav class="follow" part="follow" aria-label="Follow us"><span class="follow-label">Follow us</span><ul>${listOf(
    article.follow.map(
      ({ network, url, label }) =>
        `<a class="follow-link" href="${escape(url)}" rel="me noopener" data-network="${escape(network)}">${escape(label)}</a>`,
    ),
  )}</ul></nav></header>`;

const card = ({ url, title, kicker, teaser, image }) =>
  `<li class="card"><figure class="card-figure">${picture(image, 'loading="lazy"')}${caption(image)}</figure>` +
  `<ul class="kicker card-kicker">${listOf(kicker.map(({ label }) => escape(label)))}</ul>` +
  `<h3 class="card-headline"><a class="card-link" href="${escape(url)}">${escape(title)}</a></h3>` +
  `<p class="teaser">${escape(teaser[0])}</p>` +
  '<details class="more" data-part="expander"><summary class="more-toggle"><span class="more-open">Keep reading</span>' +
  `<span class="more-close">Show less</span><span class="visually-hidden">: ${escape(title)}</span></summary>` +
  `<div class="more-body"><p class="teaser">${escape(teaser[1])}</p></div></details></li>`;

/**
 * @param {any} article the document
 * @param {string} body safe HTML
 * @param {any[]} related cards, in the order in which they stand
 * @param {string | number} minutes
 * @returns {string}
 */
export function articleMarkup(article, body, related, minutes) {
  return (
    `<article class="article" lang="${escape(article.lang)}" dir="ltr" data-longread="1" aria-labelledby="lr-headline">` +
    header(article, minutes) +
    `<figure class="hero" part="hero">${picture(article.hero, 'fetchpriority="high"')}${caption(article.hero)}</figure>` +
    `<div class="body" part="body">${body}</div>` +
    `<ul class="tags" part="tags" aria-label="Topics">${listOf(article.tags.map(link))}</ul>` +
    '<div data-slot="related"><section class="related" part="related" data-part="carousel" aria-labelledby="lr-related">' +
    '<div class="related-head"><h2 id="lr-related">Related stories</h2></div>' +
    `<ul class="cards" data-part="track">${related.map(card).join('')}</ul></section></div></article>`
  );
}
