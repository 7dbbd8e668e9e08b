// A post for each card of Ghost's editor, as the editor saves it (Lexical), with what its reader is to see.

/**
 * @typedef {object} Card
 * @property {string} name
 * @property {object[]} nodes what the editor saves
 * @property {Record<string, string>} shows selectors inside the article's body, and a text that what they find has
 * @property {string} [hides] a selector that finds nothing
 * @property {string[]} [notes] the codes that `longread check` says of it
 * @property {string} [drops] words that are left out on purpose
 */

const [bold, italic, strike, underline, code, sub, sup, mark] = [1, 2, 4, 8, 16, 32, 64, 128];
const text = (words, format = 0) => ({ type: 'extended-text', version: 1, text: words, format, mode: 'normal', style: '', detail: 0 });
const node = (type, children, more = {}) => ({ type, version: 1, direction: 'ltr', format: '', indent: 0, children, ...more });
const paragraph = (...children) => node('paragraph', children.map((child) => (typeof child === 'string' ? text(child) : child)));
const card = (type, values) => ({ type, version: 1, ...values });
const link = (url, words) => node('link', [text(words)], { url, rel: null, target: null, title: null });
const item = (value, ...children) => node('listitem', children, { value });
const list = (tag, ...items) => node('list', items.map((children, index) => item(index + 1, ...children)), { tag, listType: tag === 'ol' ? 'number' : 'bullet', start: 1 });

/**
 * @param {Record<string, string>} url of the files that were uploaded, by their names
 * @returns {Card[]}
 */
export const postsOf = (url) => [
  {
    name: 'paragraph',
    nodes: [
      paragraph(text('The '), text('tide', bold), text(' turned', italic), text(' at '), link('https://example.org/six', 'six'), text(', '), text('never', strike), text(' under', underline), text(' tide.c', code), text(' H'), text('2', sub), text(' 3'), text('rd', sup), text(' marked', mark), { type: 'linebreak', version: 1 }, text('A second line.')),
      paragraph('Another paragraph.'),
    ],
    shows: { 'p > strong': 'tide', 'p > em': 'turned', 'p > a[href^="https://example.org/six"]': 'six', 'del, s': 'never', 'p > code': 'tide.c', sub: '2', sup: 'rd', mark: 'marked', 'p > br': '', 'p + p': 'Another paragraph.' },
  },
  {
    name: 'heading',
    nodes: [node('extended-heading', [text('The second level')], { tag: 'h2' }), node('extended-heading', [text('The third level')], { tag: 'h3' }), paragraph('Text.')],
    shows: { 'h2#lr-the-second-level': 'The second level', h3: 'The third level' },
  },
  {
    name: 'list',
    nodes: [list('ul', [text('Buoys')], [text('Ropes')], [list('ul', [text('hemp')], [text('nylon')])], [text('Nets', bold)]), list('ol', [text('first')], [text('second')])],
    shows: { 'ul > li': 'Buoys', 'ul > li > ul > li': 'hemp', 'li > strong': 'Nets', 'ol > li + li': 'second' },
  },
  {
    name: 'quotes',
    nodes: [node('extended-quote', [text('The sea keeps its accounts.')]), node('aside', [text('Nobody sold the fog.')])],
    shows: { 'blockquote.quote > p': 'The sea keeps its accounts.', blockquote: 'Nobody sold the fog.' },
  },
  {
    name: 'image',
    nodes: [card('image', { src: url['pier.png'], width: 1200, height: 800, alt: 'A pier with two people', title: '', caption: '<span style="white-space: pre-wrap;">The pier at dawn. </span><a href="https://example.org/pier"><span>Photograph</span></a>', cardWidth: 'wide', href: '' }), card('image', { src: url['lamp.png'], width: 800, height: 600, alt: '', caption: '', cardWidth: 'regular', href: 'https://example.org/lamp' })],
    shows: { 'figure.figure > img[alt="A pier with two people"][srcset][width="1200"]': '', 'figure.figure > figcaption': 'The pier at dawn. Photograph', 'figure.figure > a[href^="https://example.org/lamp"] > img[src*="lamp"]': '' },
  },
  {
    name: 'gallery',
    nodes: [card('gallery', { images: ['pier.png', 'lamp.png', 'harbour.png'].map((name, row) => ({ row: 0, fileName: name, src: url[name], width: 800 + row, height: 600, alt: `View ${row}` })), caption: 'Three views' })],
    shows: { 'figure.gallery > ul > li:nth-child(3) img[alt="View 2"]': '', 'figure.gallery > figcaption': 'Three views' },
  },
  {
    name: 'bookmark',
    nodes: [card('bookmark', { url: 'https://example.org/tides', metadata: { icon: 'https://example.org/icon.png', title: 'Tide tables', description: 'Every tide of the year.', author: 'Ana Ruiz', publisher: 'The Almanac', thumbnail: 'https://example.org/thumbnail.png' }, caption: 'Worth keeping' })],
    shows: { 'a[href^="https://example.org/tides"]': 'Tide tables', p: 'Every tide of the year.', 'p > a': 'The Almanac Ana Ruiz', '.body': 'Worth keeping' },
    // So in Ghost's HTML.
    drops: 'AlmanacAna',
  },
  {
    name: 'callout',
    nodes: [card('callout', { calloutText: '<p><span style="white-space: pre-wrap;">Mind the </span><b><strong>step</strong></b></p>', calloutEmoji: '⚓', backgroundColor: 'blue' })],
    shows: { 'aside.callout': 'Mind the step', '.body strong': 'step' },
  },
  {
    name: 'toggle',
    nodes: [card('toggle', { heading: '<span style="white-space: pre-wrap;">What is a spring tide?</span>', content: '<p><span style="white-space: pre-wrap;">The sun and the moon pull together.</span></p>' })],
    shows: { 'details.details > summary': 'What is a spring tide?', 'details > p': 'The sun and the moon pull together.' },
    notes: ['html-dropped'],
  },
  {
    name: 'button',
    nodes: [card('button', { buttonText: 'Join the crew', alignment: 'center', buttonUrl: 'https://example.org/join' })],
    shows: { 'a[href^="https://example.org/join"]': 'Join the crew' },
  },
  {
    name: 'audio',
    nodes: [card('audio', { src: url['horn.wav'], title: 'The horn in fog', duration: 3, mimeType: 'audio/wav', thumbnailSrc: '' })],
    shows: { 'figure.media > audio[controls][preload="none"][src$="horn.wav"]': '', 'figure.media > figcaption': 'The horn in fog' },
    hides: '.body > :not(figure)',
    drops: '0 00 3 1 audio thumbnail',
  },
  {
    name: 'video',
    nodes: [card('video', { src: url['tide.webm'], caption: 'The tide in a minute', fileName: 'tide.webm', mimeType: 'video/webm', width: 640, height: 360, duration: 3, thumbnailSrc: url['lamp.png'], customThumbnailSrc: '', thumbnailWidth: 800, thumbnailHeight: 600, cardWidth: 'regular', loop: false })],
    shows: { 'figure.media > video[controls][preload="none"][src$="tide.webm"][poster*="lamp"]': '', 'figure.media > figcaption': 'The tide in a minute' },
    hides: '.body > :not(figure)',
    drops: '0 00 03 1',
  },
  {
    name: 'file',
    nodes: [card('file', { src: url['chart.pdf'], fileTitle: 'The chart', fileCaption: 'As a document', fileName: 'chart.pdf', fileSize: 2048 })],
    shows: { 'a[href$="chart.pdf"]': 'The chart', p: 'As a document', 'p:last-child': '2 KB' },
    drops: 'chart pdf',
  },
  {
    name: 'product',
    nodes: [card('product', { productImageSrc: url['lamp.png'], productImageWidth: 800, productImageHeight: 600, productTitle: '<span style="white-space: pre-wrap;">The lamp</span>', productDescription: '<p><span style="white-space: pre-wrap;">It burns all night.</span></p>', productRatingEnabled: true, productStarRating: 4, productButtonEnabled: true, productButton: 'Buy the lamp', productUrl: 'https://example.org/lamp' })],
    shows: { 'figure.figure > img[src*="lamp"]': '', h4: 'The lamp', p: 'It burns all night.', 'a[href^="https://example.org/lamp"]': 'Buy the lamp' },
    notes: ['missing-alt', 'html-dropped'],
  },
  {
    name: 'header',
    nodes: [card('header', { version: 2, size: 'small', style: 'dark', header: '<span style="white-space: pre-wrap;">A harbour for all</span>', subheader: '<span style="white-space: pre-wrap;">And for their boats</span>', buttonEnabled: true, buttonText: 'See the boats', buttonUrl: 'https://example.org/boats', backgroundImageSrc: url['harbour.png'], alignment: 'center', backgroundColor: '#000000', textColor: '#FFFFFF', buttonColor: '#ffffff', buttonTextColor: '#000000', layout: 'full' })],
    shows: { h2: 'A harbour for all', p: 'And for their boats', 'a[href^="https://example.org/boats"]': 'See the boats', 'img[src*="harbour"]': '' },
  },
  {
    name: 'call to action',
    nodes: [card('call-to-action', { layout: 'immersive', alignment: 'left', textValue: '<p><span style="white-space: pre-wrap;">Every lamp needs oil.</span></p>', showButton: true, showDividers: true, buttonText: 'Give some', buttonUrl: 'https://example.org/oil', buttonColor: '#000000', buttonTextColor: '#ffffff', hasSponsorLabel: true, sponsorLabel: '<p><span style="white-space: pre-wrap;">SPONSORED</span></p>', backgroundColor: 'grey', linkColor: 'text', imageUrl: url['lamp.png'], imageWidth: 800, imageHeight: 600, visibility: { web: { nonMember: true, memberSegment: 'status:free,status:-free' }, email: { memberSegment: '' } } })],
    shows: { '.body': 'Every lamp needs oil.', 'a[href^="https://example.org/oil"]': 'Give some', 'img[src*="lamp"]': '' },
  },
  {
    name: 'embed of YouTube',
    nodes: [card('embed', { url: 'https://www.youtube.com/watch?v=dQw4w9WgXcQ', embedType: 'video', html: '<iframe width="200" height="113" src="https://www.youtube.com/embed/dQw4w9WgXcQ?feature=oembed" frameborder="0" allowfullscreen title="A walk on the pier"></iframe>', metadata: { title: 'A walk on the pier', provider_name: 'YouTube' }, caption: 'A walk, filmed' })],
    shows: { 'figure.embed > a[href*="dQw4w9WgXcQ"]': 'A walk on the pier', 'figure.embed > figcaption': 'A walk, filmed' },
    notes: ['embed-as-link'],
  },
  {
    name: 'embed of Twitter',
    nodes: [card('embed', { url: 'https://twitter.com/jack/status/20', embedType: 'twitter', html: '<blockquote class="twitter-tweet"><p lang="en" dir="ltr">just setting up my twttr</p>&mdash; jack (@jack) <a href="https://twitter.com/jack/status/20?ref_src=twsrc%5Etfw">March 21, 2006</a></blockquote>\n<script async src="https://platform.twitter.com/widgets.js" charset="utf-8"></script>', metadata: { provider_name: 'Twitter' }, caption: '' })],
    shows: { 'blockquote.quote > p': 'just setting up my twttr', 'blockquote a[href^="https://twitter.com/jack/status/20"]': 'March 21, 2006' },
    notes: ['html-dropped'],
  },
  {
    name: 'html',
    nodes: [card('html', { html: '<div onclick="alert(1)"><p>By hand <script>alert(2)</script><a href="javascript:alert(3)">linked</a></p><img src="x" onerror="alert(4)" alt="none"></div><style>p{position:fixed}</style>' })],
    shows: { p: 'By hand linked' },
    hides: 'script, style, [onclick], [onerror], [href^="javascript"]',
    notes: ['html-dropped', 'bad-url', 'html-dropped'],
  },
  {
    name: 'markdown',
    nodes: [card('markdown', { markdown: '### In *Markdown*\n\nA [link](https://example.org/md) and a note[^1].\n\n- one\n- two\n\n| Port | Ships |\n|------|-------|\n| North | 12 |\n\n[^1]: Its source.' })],
    shows: { 'h3 > em': 'Markdown', 'p > a[href^="https://example.org/md"]': 'link', 'ul > li': 'one', 'table td': '12', 'ol li': 'Its source.' },
  },
  {
    name: 'code',
    nodes: [card('codeblock', { code: 'if (tide < 2 && moon) {\n    wait();\n}', language: 'js', caption: 'The whole rule' })],
    shows: { 'pre.code > code': 'if (tide < 2 && moon) {\n    wait();\n}', '.body': 'The whole rule' },
  },
  {
    name: 'divider and paywall',
    nodes: [paragraph('Above'), card('horizontalrule', {}), paragraph('Below'), card('paywall', {}), paragraph('Behind')],
    shows: { 'p + hr.divider': '', 'hr + p': 'Below', 'p:last-child': 'Behind' },
  },
  {
    name: 'signup',
    nodes: [paragraph('Before the form'), card('signup', { alignment: 'left', backgroundColor: '#F0F0F0', backgroundImageSrc: '', backgroundSize: 'cover', textColor: '#000000', buttonColor: 'accent', buttonTextColor: '#FFFFFF', buttonText: 'Subscribe', disclaimer: 'No spam.', header: 'Letters from the harbour', labels: [], layout: 'wide', subheader: 'Every week.', successMessage: 'Sent!', swapped: false })],
    shows: { p: 'Before the form' },
    hides: 'form, input, h2',
    drops: 'Letters from the harbour Every week No spam',
  },
  {
    name: 'e-mail only',
    nodes: [paragraph('For all'), card('email', { html: '<p>For letters alone</p>' }), card('email-cta', { alignment: 'left', buttonText: 'Buy', buttonUrl: 'https://example.org/buy', html: '<p>In letters too</p>', segment: 'status:free', showButton: true, showDividers: true })],
    shows: { p: 'For all' },
    hides: 'a[href*="buy"]',
  },
];
