// A post for each block of WordPress's editor, as the editor saves it, with what its reader is to see.

/**
 * @typedef {object} Block
 * @property {string} name
 * @property {string} content what the editor saves
 * @property {Record<string, string>} shows selectors inside the article's body, and a text that what they find has
 * @property {string} [hides] a selector that finds nothing
 * @property {string[]} [notes] the codes that `longread check` says of it
 * @property {string} [drops] words that are left out on purpose
 */

/** `<!-- wp:name {attributes} -->html<!-- /wp:name -->` @param {string} name @param {string} html @param {object} [attributes] */
const block = (name, html, attributes) => `<!-- wp:${name}${attributes ? ` ${JSON.stringify(attributes)}` : ''} -->\n${html}\n<!-- /wp:${name} -->`;

const paragraph = (html) => block('paragraph', `<p>${html}</p>`);
const image = ({ id, source_url }, alt, caption = '') => block('image',
  `<figure class="wp-block-image size-large"><img src="${source_url}" alt="${alt}" class="wp-image-${id}"/>${caption && `<figcaption class="wp-element-caption">${caption}</figcaption>`}</figure>`, { id, sizeSlug: 'large', linkDestination: 'none' });
const items = (...list) => list.map((html) => block('list-item', `<li>${html}</li>`)).join('\n\n');
const list = (...list_items) => block('list', `<ul>${items(...list_items)}</ul>`);
const embed = (url, kind, provider, caption = '') => block('embed',
  `<figure class="wp-block-embed is-type-${kind} is-provider-${provider} wp-block-embed-${provider} wp-embed-aspect-16-9 wp-has-aspect-ratio"><div class="wp-block-embed__wrapper">\n${url}\n</div>${caption && `<figcaption class="wp-element-caption">${caption}</figcaption>`}</figure>`,
  { url, type: kind, providerNameSlug: provider, responsive: true });

/**
 * @param {Record<string, {id: number, source_url: string}>} media what was uploaded, by the file's name
 * @returns {Block[]}
 */
export const postsOf = (media) => {
  const [harbour, pier, lamp] = ['harbour.png', 'pier.png', 'lamp.png'].map((name) => media[name]);
  const url = (name) => media[name].source_url;
  return [
    {
      name: 'paragraph',
      content: paragraph('The <strong>tide</strong> <em>turned</em> at <a href="https://example.org/six">six</a>, as <code>tide.c</code> says: H<sub>2</sub>O, 3<sup>rd</sup> time, <s>never</s>, <mark style="background-color:#ffe600" class="has-inline-color">marked</mark> &amp; <kbd>Ctrl</kbd>.<br>A second line.')
        + block('paragraph', '<p class="has-drop-cap has-background" style="background-color:#eee">Dropped capital.</p>', { dropCap: true }),
      shows: { 'p > strong': 'tide', 'p > em': 'turned', 'p > a[href="https://example.org/six"]': 'six', 'p > code': 'tide.c', sub: '2', sup: 'rd', 'del, s': 'never', mark: 'marked', 'p > br': '', 'p + p': 'Dropped capital' },
    },
    {
      name: 'heading',
      content: block('heading', '<h2>The second level</h2>') + block('heading', '<h3 id="third">The <em>third</em> level</h3>', { level: 3 }) + block('heading', '<h1>The first level</h1>', { level: 1 }) + paragraph('Text.'),
      shows: { h2: 'The second level', 'h3 > em': 'third', 'h2:last-of-type': 'The first level' },
      hides: 'h1',
    },
    {
      name: 'list',
      content: list('Buoys', `Ropes<!-- wp:list --><ul>${items('hemp', `nylon<!-- wp:list --><ul>${items('braided')}</ul><!-- /wp:list -->`)}</ul><!-- /wp:list -->`, '<strong>Nets</strong>')
        + block('list', `<ol start="4" reversed>${items('fourth', 'fifth')}</ol>`, { ordered: true, start: 4, reversed: true }),
      shows: { 'ul > li': 'Buoys', 'ul > li > ul > li': 'hemp', 'ul ul ul > li': 'braided', 'li > strong': 'Nets', 'ol[start="4"] > li + li': 'fifth' },
    },
    {
      name: 'quote',
      content: block('quote', `<blockquote class="wp-block-quote">${paragraph('The sea keeps its accounts.')}\n\n${list('every wave')}<cite>Ana <em>Ruiz</em></cite></blockquote>`),
      shows: { 'blockquote.quote > p': 'The sea keeps its accounts.', 'blockquote li': 'every wave', 'blockquote > footer.attribution': 'Ana Ruiz' },
    },
    {
      name: 'pullquote',
      content: block('pullquote', '<figure class="wp-block-pullquote"><blockquote><p>Nobody sold the fog.</p><cite>A pilot</cite></blockquote></figure>'),
      shows: { 'aside.pull-quote > blockquote > p': 'Nobody sold the fog.', 'aside.pull-quote footer.attribution': 'A pilot' },
    },
    {
      name: 'image',
      content: image(pier, 'A pier with two people', 'The pier at dawn. <a href="https://example.org/pier">Photograph</a>: Ana Ruiz')
        + block('image', `<div class="wp-block-image"><figure class="alignleft size-medium"><a href="https://example.org/lamp"><img src="${lamp.source_url}" alt="" class="wp-image-${lamp.id}"/></a></figure></div>`, { align: 'left', id: lamp.id }),
      shows: { 'figure.figure > img[alt="A pier with two people"][srcset][width]': '', 'figure.figure > figcaption': 'The pier at dawn. Photograph: Ana Ruiz', 'figure.figure > a[href="https://example.org/lamp"] > img[src*="lamp"]': '' },
    },
    {
      name: 'gallery',
      content: block('gallery', `<figure class="wp-block-gallery has-nested-images columns-default is-cropped">${image(pier, 'Pier', 'First picture')}\n\n${image(lamp, 'Lamp', 'Second picture')}\n\n${image(harbour, 'Harbour')}<figcaption class="blocks-gallery-caption wp-element-caption">Three views</figcaption></figure>`, { linkTo: 'none' }),
      shows: { 'figure.gallery > ul > li:nth-child(3) img[alt="Harbour"]': '', 'figure.gallery li figcaption': 'First picture', 'figure.gallery > figcaption': 'Three views' },
    },
    {
      name: 'cover',
      content: block('cover', `<div class="wp-block-cover"><span aria-hidden="true" class="wp-block-cover__background has-background-dim"></span><img class="wp-block-cover__image-background wp-image-${harbour.id}" alt="The harbour" src="${harbour.source_url}" data-object-fit="cover"/><div class="wp-block-cover__inner-container">${block('paragraph', '<p class="has-text-align-center has-large-font-size">Written over the water</p>', { align: 'center', fontSize: 'large' })}</div></div>`, { url: harbour.source_url, id: harbour.id, dimRatio: 50 }),
      shows: { 'figure.figure > img[alt="The harbour"]': '', p: 'Written over the water' },
    },
    {
      name: 'cover with a fixed picture',
      content: block('cover', `<div class="wp-block-cover has-parallax"><span aria-hidden="true" class="wp-block-cover__background has-background-dim"></span><div role="img" class="wp-block-cover__image-background has-parallax" style="background-position:50% 50%;background-image:url(${harbour.source_url})"></div><div class="wp-block-cover__inner-container">${paragraph('A picture that stands still')}</div></div>`, { url: harbour.source_url, id: harbour.id, hasParallax: true }),
      shows: { p: 'A picture that stands still' },
    },
    {
      name: 'media-text',
      content: block('media-text', `<div class="wp-block-media-text alignwide is-stacked-on-mobile"><figure class="wp-block-media-text__media"><img src="${lamp.source_url}" alt="The lamp" class="wp-image-${lamp.id} size-full"/></figure><div class="wp-block-media-text__content">${paragraph('Beside the lamp')}</div></div>`, { mediaId: lamp.id, mediaType: 'image' }),
      shows: { 'figure.figure > img[alt="The lamp"]': '', p: 'Beside the lamp' },
    },
    {
      name: 'audio',
      content: block('audio', `<figure class="wp-block-audio"><audio controls src="${url('horn.wav')}"></audio><figcaption class="wp-element-caption">The horn in fog</figcaption></figure>`, { id: media['horn.wav'].id }),
      shows: { 'figure.media > audio[controls][preload="none"][src$="horn.wav"]': '', 'figure.media > figcaption': 'The horn in fog' },
    },
    {
      name: 'video',
      content: block('video', `<figure class="wp-block-video"><video controls poster="${lamp.source_url}" src="${url('tide.webm')}"></video><figcaption class="wp-element-caption">The tide in a minute</figcaption></figure>`, { id: media['tide.webm'].id }),
      shows: { 'figure.media > video[controls][preload="none"][src$="tide.webm"][poster*="lamp"]': '', 'figure.media > figcaption': 'The tide in a minute' },
    },
    {
      name: 'file',
      content: block('file', `<div class="wp-block-file"><a id="wp-block-file--media-1" href="${url('chart.pdf')}">The chart as a document</a><a href="${url('chart.pdf')}" class="wp-block-file__button wp-element-button" download aria-describedby="wp-block-file--media-1">Download</a></div>`, { id: media['chart.pdf'].id, href: url('chart.pdf') }),
      shows: { 'a[href$="chart.pdf"]': 'The chart as a document', p: 'The chart as a document' },
      drops: 'Download',
    },
    {
      name: 'table',
      content: block('table', '<figure class="wp-block-table is-style-stripes"><table class="has-fixed-layout"><thead><tr><th>Port</th><th class="has-text-align-right" data-align="right">Ships</th></tr></thead><tbody><tr><td>North</td><td class="has-text-align-right" data-align="right"><strong>12</strong></td></tr></tbody><tfoot><tr><td>Total</td><td>12</td></tr></tfoot></table><figcaption class="wp-element-caption">Ships by port</figcaption></figure>', { hasFixedLayout: true }),
      shows: { 'table > caption': 'Ships by port', 'thead > tr > th[scope="col"]': 'Port', 'tbody > tr > td > strong': '12', 'tbody > tr:last-child > td': 'Total' },
    },
    {
      name: 'code',
      content: block('code', '<pre class="wp-block-code"><code>if (tide &lt; 2 &amp;&amp; moon) {\n    wait(&#91;1, 2]);\n}</code></pre>'),
      shows: { 'pre.code > code': 'if (tide < 2 && moon) {\n    wait([1, 2]);\n}' },
    },
    {
      name: 'preformatted',
      content: block('preformatted', '<pre class="wp-block-preformatted">low   04:10\nhigh  <strong>10:22</strong></pre>'),
      shows: { 'pre.code': 'low   04:10\nhigh  10:22' },
    },
    {
      name: 'verse',
      content: block('verse', '<pre class="wp-block-verse">The lamp is lit,\n    the water listens.</pre>'),
      shows: { pre: 'The lamp is lit,\n    the water listens.' },
    },
    {
      name: 'embed of YouTube',
      content: embed('https://www.youtube.com/watch?v=dQw4w9WgXcQ', 'video', 'youtube', 'A walk, filmed'),
      shows: { 'figure.embed > a[href*="dQw4w9WgXcQ"]': 'A walk on the pier', 'figure.embed > figcaption': 'A walk, filmed' },
      notes: ['embed-as-link'],
    },
    {
      name: 'embed of Vimeo',
      content: embed('https://vimeo.com/22439234', 'video', 'vimeo'),
      shows: { 'figure.embed > a[href*="22439234"]': 'The lamp room' },
      notes: ['embed-as-link'],
    },
    {
      name: 'embed of Twitter',
      content: embed('https://twitter.com/jack/status/20', 'rich', 'twitter'),
      shows: { 'blockquote.quote > p': 'just setting up my twttr', 'blockquote a[href^="https://twitter.com/jack/status/20"]': 'March 21, 2006' },
      notes: ['html-dropped'],
    },
    {
      name: 'embed whose host does not answer',
      content: embed('https://www.tiktok.com/@harbour/video/6718335390845095173', 'video', 'tiktok', 'Without an answer'),
      shows: { 'figure.embed > a[href^="https://www.tiktok.com/@harbour"]': 'tiktok.com', 'figure.embed > figcaption': 'Without an answer' },
      notes: ['embed-as-link'],
    },
    {
      name: 'buttons',
      content: block('buttons', `<div class="wp-block-buttons">${block('button', '<div class="wp-block-button"><a class="wp-block-button__link wp-element-button" href="https://example.org/join">Join the crew</a></div>')}\n\n${block('button', '<div class="wp-block-button is-style-outline"><a class="wp-block-button__link wp-element-button" href="https://example.org/read">Read the log</a></div>', { className: 'is-style-outline' })}</div>`),
      shows: { 'a[href="https://example.org/join"]': 'Join the crew', 'a[href="https://example.org/read"]': 'Read the log' },
    },
    {
      name: 'columns',
      content: block('columns', `<div class="wp-block-columns">${block('column', `<div class="wp-block-column">${paragraph('Left column')}</div>`)}\n\n${block('column', `<div class="wp-block-column" style="flex-basis:66.66%">${paragraph('Right column')}${list('in a column')}</div>`, { width: '66.66%' })}</div>`),
      shows: { p: 'Left column', 'p + p': 'Right column', 'ul > li': 'in a column' },
    },
    {
      name: 'group',
      content: block('group', `<div class="wp-block-group has-background" style="background-color:#eee">${block('heading', '<h3>In a group</h3>', { level: 3 })}\n\n${paragraph('Grouped text')}</div>`, { layout: { type: 'constrained' } })
        + block('group', `<section class="wp-block-group">${paragraph('In a section')}</section>`, { tagName: 'section' }),
      shows: { h3: 'In a group', 'h3 + p': 'Grouped text', 'p + p': 'In a section' },
    },
    {
      name: 'separator',
      content: paragraph('Above') + block('separator', '<hr class="wp-block-separator has-alpha-channel-opacity is-style-dots"/>', { className: 'is-style-dots' }) + paragraph('Below'),
      shows: { 'p + hr.divider': '', 'hr + p': 'Below' },
    },
    {
      name: 'spacer',
      content: paragraph('Above') + block('spacer', '<div style="height:100px" aria-hidden="true" class="wp-block-spacer"></div>', { height: '100px' }) + paragraph('Below'),
      shows: { 'p + p': 'Below' },
    },
    {
      name: 'details',
      content: block('details', `<details class="wp-block-details"><summary>What is a <em>spring</em> tide?</summary>${paragraph('The sun and the moon pull together.')}</details>`),
      shows: { 'details.details > summary': 'What is a spring tide?', 'details > p': 'The sun and the moon pull together.' },
    },
    {
      name: 'shortcode',
      content: block('shortcode', `[caption id="attachment_${pier.id}" align="aligncenter" width="300"]<img src="${pier.source_url}" alt="Pier" width="300" height="200"> A classic <em>caption</em>[/caption]`)
        + block('shortcode', `[gallery ids="${pier.id},${lamp.id}" link="file"]`) + block('shortcode', `[audio src="${url('horn.wav')}"]`)
        + block('shortcode', `[video src="${url('tide.webm')}" width="640" height="360"]`) + block('shortcode', '[no-such-plugin id="3"]') + paragraph('After the codes'),
      shows: { 'figure.figure > figcaption': 'A classic caption', 'figure a[href$="lamp.png"] > img': '', 'audio[src*="horn.wav"]': '', 'video[src*="tide.webm"]': '', 'p:last-child': 'After the codes' },
      notes: ['unknown-block'],
      drops: 'no such plugin id 3',
    },
    {
      name: 'html',
      content: block('html', '<div class="box" onclick="alert(1)"><p>By hand <script>alert(2)</script><a href="javascript:alert(3)">linked</a></p><img src="x" onerror="alert(4)" alt="none"><iframe src="https://www.youtube.com/embed/M7lc1UVf-VE" title="By hand too"></iframe><dl><dt>Ebb</dt><dd>the tide going out</dd></dl></div><style>.box{position:fixed}</style>'),
      shows: { p: 'By hand', 'figure.embed > a': 'By hand too', '.body': 'the tide going out' },
      hides: 'script, style, iframe, [onclick], [onerror], [href^="javascript"]',
      notes: ['html-dropped', 'bad-url', 'embed-as-link', 'html-dropped'],
    },
    {
      // Of WordPress 6.3 and newer, which make it of a post's meta: here as they print it.
      name: 'footnotes',
      content: paragraph('A claim<sup data-fn="f1" class="fn"><a href="#f1" id="f1-link">1</a></sup> and more.') + block('html', '<ol class="wp-block-footnotes"><li id="f1">Its source. <a href="#f1-link" aria-label="Jump to footnote reference 1">↩︎</a></li></ol>'),
      shows: { 'p sup > a[href="#lr-f1"]': '1', 'ol > li > #lr-f1': 'Its source.', '#lr-f1 a[href="#lr-f1-link"]': '', 'p#lr-f1-link': 'A claim' },
    },
    {
      name: 'more and nextpage',
      content: `${paragraph('The first part')}\n\n${block('more', '<!--more Go on reading-->', { customText: 'Go on reading' })}\n\n${paragraph('After the fold')}\n\n${block('nextpage', '<!--nextpage-->')}\n\n${paragraph('On the second page')}`,
      shows: { p: 'The first part', 'p + p': 'After the fold' },
    },
    {
      name: 'latest posts, social links, search',
      content: paragraph('Around the text') + '<!-- wp:latest-posts {"postsToShow":2} /-->' + `<!-- wp:social-links --><ul class="wp-block-social-links"><!-- wp:social-link {"url":"https://example.org/feed","service":"feed"} /--></ul><!-- /wp:social-links -->` + '<!-- wp:search {"label":"Search the log","buttonText":"Search"} /-->',
      shows: { 'p:first-child': 'Around the text', 'ul > li > a': '' },
      hides: 'form, input, svg',
      notes: ['html-dropped', 'html-dropped'],
    },
    {
      name: 'classic',
      content: 'A first paragraph without any block.\n\nA second one\nwith a line break.\n\n<h2>A heading</h2>\n<ul>\n<li>an item</li>\n</ul>\n<blockquote>A quote of old.</blockquote>',
      shows: { 'p + p': 'A second one', 'p > br': '', h2: 'A heading', 'ul > li': 'an item', 'blockquote.quote > p': 'A quote of old.' },
    },
  ];
};
