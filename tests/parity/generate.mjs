// Documents made by a seeded generator: every kind of block and inline, and in every field now and then what does not belong there.

/** @param {number} seed @returns {() => number} from 0 up to 1 (mulberry32) */
function makeRandom(seed) {
  return () => {
    seed = (seed + 0x6d2b79f5) | 0;
    let mixed = Math.imul(seed ^ (seed >>> 15), 1 | seed);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

const langs = ['en', 'en-GB', 'es', 'fr', 'de', 'ar', 'ja', 'he', 'fi', 'nl', 'pt-BR', 'zh-Hant', 'x', 'not a tag', 'sr-Latn', '', 'ur'];
const words = [
  'The', 'ferry', "isn't", '"late"', 'again', '--', '-', 'l’été', 'Straße', 'mañana', 'ship\'s', '...', '5\'10"', '1914-18', 'https://a.example/b--c',
  'الجزيرة', '«قال»', 'שלום', '"דו"ח"', '島の', '「灯台」', '"夜"', '漢字', '\u00a0', '\u202f!', '\u00a0\u00a0', '\u200f', '\u200d', '👩‍🚀', '🇫🇷', 'e\u0301', '𝔘𝔫𝔦',
  '\ufeff', '\ufffe', '\uffff', '\u0000', '\u0001', '\u007f', '\u0085', '\u2028', '\u2029', '\t', '\n', '\r\n', '\r', '<b>', '</p>', '&amp;', '&', '<!--', ']]>',
  '$&', '{amount}', 'C++20', '\u{10ffff}', '\ud83d\ude00', '\u3000', '”', '‘', '–', '\\', '`code`', '*star*', '[link](x)', '![p](q)', '~~old~~', '| a | b |', '# h', '1. x',
];
const urls = [
  'https://a.example/x', 'http://b.example:8080/p?q=1&r=<2>#f', '../up/../b.html', '/root', 'x y.html', '#notes', '?only=query', '', '//c.example/p', 'HTTPS://D.Example/Ü?ß',
  'https://bücher.example/', 'https://[::1]/', 'https://1.2.3.4/', 'https://user@e.example/', 'javascript:alert(1)', ' java\tscript:x', 'data:text/html,x', 'mailto:a@b.example', 'tel:+1-2',
  'ftp://f.example', 'https://e.example\\@g.example/', 'https:h.example', 'https://%zz.example/%zz', 'https://i.example/"\'<>`', 'a:b', `https://j.example/${'l'.repeat(2100)}`,
  'https://news.example/other.html', 'https://video.example/watch?v=x', 'https://www.youtube.com/watch?v=abc_DEF-123', 'https://vimeo.com/12345',
];
const dates = [
  '2021-07-30', '2021-07-30T09:15:00Z', '2026-03-14 06:00 +0530', '2024-02-29T23:59:60-08:00', '0001-01-01', '9999-12-31T23:59:59+14:00', '2021-02-29', 'yesterday', '', '2021-07-30T25:00:00Z',
  '2026-11-01T00:00:00Z', '2026-12-31T10:20:30.456+01:00', '1969-12-31T23:59:59Z',
];
const strange = [null, true, false, 0, -1, 7, 1.5, 1e99, '', [], {}, [[]], { a: { b: [null] } }, 'text', 9007199254740993, ['x', null, 3]];
const inline_kinds = 'text strong em link code sub sup mark del ins break abbr quote footnote time image kbd small ruby nonsense'.split(' ');
const block_kinds =
  'paragraph heading list quote pull-quote image gallery code table divider embed audio video footnotes aside button timeline fact-box details list-item nonsense'.split(' ');

/** One article with what stands around it, by its seed. */
export function generate(seed) {
  const random = makeRandom(seed);
  const chance = (part) => random() < part;
  const below = (count) => Math.floor(random() * count);
  const pick = (list) => list[below(list.length)];
  const many = (most, make) => Array.from({ length: below(most + 1) }, make);

  /** Members by their makers: some are left out, few hold what they should not. */
  const object = (makers) => {
    const made = {};
    for (const [name, make] of Object.entries(makers)) {
      if (chance(0.03)) made[name] = pick(strange);
      else if (chance(0.75)) made[name] = make();
    }
    if (chance(0.03)) made[chance(0.5) ? `unknown ${text()}` : '_ours'] = pick(strange);
    return made;
  };
  const text = () => (chance(0.01) ? `${pick(words)}é`.repeat(900) : many(9, () => pick(words)).join(pick([' ', ' ', ' ', '', '\n'])));
  const url = () => pick(urls);
  const date = () => pick(dates);
  const lang = () => pick(langs);
  const id = () => pick(['a', 'b', 'c', 'two words', 'é', '"><', 'lr-x', 12]);
  const size = () => pick([1, 640, 1200, 20000, 20001, 0, -3, 1.5]);
  const label = () => (chance(0.3) ? text() : object({ label: text, url }));
  const image = () =>
    chance(0.15)
      ? url()
      : object({
          src: url, srcset: () => `${url()} 480w, ${url()} 2x, ${url()}`, sizes: () => pick(['100vw', '(max-width: 40em) 100vw, 50vw', '<']), width: size, height: size,
          alt: () => (chance(0.2) ? pick(['photo.jpg', 'DSC01234', 'some-slug', 'a_b']) : text()), caption: text, credit: text, focus: () => [below(110), below(110)],
        });

  const inline = (depth) => {
    if (depth > 4 || chance(0.5)) return text();
    const kind = pick(inline_kinds);
    const content = () => (chance(0.5) ? text() : many(3, () => inline(depth + 1)));
    return { type: kind, ...(kind === 'image' ? image() : {}), ...object({ [pick(['text', 'children'])]: content, url, title: text, lang, datetime: date, id, label: text }) };
  };
  const inlines = () => (chance(0.4) ? text() : many(5, () => inline(0)));
  const content = (depth) => {
    const way = below(3);
    if (way === 0) return { text: inlines() };
    return way === 1 ? { blocks: blocks(depth + 1) } : { text: text() };
  };
  const item = (depth) => (chance(0.4) ? inlines() : { ...content(depth), ...object({ id, title: text, date: text, label: text }), ...(chance(0.2) && depth < 4 ? { items: many(2, () => item(depth + 1)) } : {}) });
  const cell = () => (chance(0.2) ? object({ text: inlines, header: () => chance(0.5), columns: () => below(5), rows: () => below(4) }) : pick([inlines(), 12, -1.5, text()]));
  const media = () => object({ src: url, url, title: text, label: text, provider: text, caption: inlines, poster: image });
  const members = {
    heading: () => object({ text: inlines, level: () => below(8), id }),
    list: (depth) => object({ items: () => many(4, () => item(depth)), ordered: () => chance(0.5), start: () => below(12) - 1 }),
    quote: (depth) => ({ ...content(depth), ...object({ attribution: inlines, url }) }),
    image: () => ({ ...Object(image()), link: url() }),
    gallery: () => object({ images: () => many(4, image), caption: inlines }),
    code: () => object({ [pick(['text', 'code'])]: () => `\n${text()}\n  ${text()}`, language: text }),
    table: () => object({ caption: inlines, header: () => many(5, cell), rows: () => many(4, () => (chance(0.05) ? pick(strange) : many(5, cell))) }),
    footnotes: (depth) => object({ items: () => many(3, () => item(depth)) }),
    timeline: (depth) => object({ title: text, entries: () => many(3, () => item(depth)) }),
  };
  members['pull-quote'] = members.quote;
  const block = (depth) => {
    if (chance(0.15)) return inlines();
    const type = pick(block_kinds);
    if (/^(embed|audio|video|button)$/.test(type)) return { type, ...media() };
    const make = members[type] ?? ((at) => ({ ...content(at), ...object({ title: text, open: () => chance(0.5) }) }));
    return { type, ...make(depth), ...(chance(0.1) ? { lang: lang() } : {}) };
  };
  const blocks = (depth) => (depth > 4 ? [text()] : many(depth ? 3 : 14, () => block(depth)));

  // Without `<`: Markdown that holds HTML needs a parser of HTML.
  const plain = (string) => string.replaceAll('<', '‹').replaceAll('\u0000', '');
  const markdown_lines = [
    () => `${'#'.repeat(1 + below(6))} ${text()}`, () => `> ${text()}\n> ${text()}`, () => many(3, () => `- ${text()}`).join('\n'), () => many(3, (_, at) => `${at + 3}. ${text()}`).join('\n'),
    () => `\`\`\`js\n${text()}\n\`\`\``, () => '---', () => `![${text()}](https://a.example/p.jpg "${pick(['t', 'u v'])}")`, () => `**${text()}** *${text()}* \`${text()}\` [${text()}](${pick(urls)})`,
    () => `${text()}  \n${text()}`, () => `    ${text()}`, () => 'Title\n=====', text, text, text,
  ];
  const markdown = () => plain(many(12, () => pick(markdown_lines)()).join('\n\n'));

  const card = () => object({ id, url, title: text, series: text, [pick(['teaser', 'dek'])]: () => pick([text(), many(3, text)]), image, kicker: () => many(2, label), published: date, tags: () => many(3, text), lang });
  const feed_item = () => object({ id, url, title: text, summary: text, image: url, date_published: date, tags: () => many(3, () => pick(['Sea', 'sea', 'Land', text()])), _longread: () => card() });
  const feed = () =>
    chance(0.7)
      ? { version: 'https://jsonfeed.org/version/1.1', ...object({ title: text, language: lang, items: () => many(9, feed_item) }) }
      : { longread: 1, ...object({ title: text, lang, items: () => many(9, card) }) };
  const choice = () => object({ amount: () => pick([5, 25, 1000, 1234567, 0, -5]), frequency: () => pick(['once', 'monthly', 'annual', 'weekly', '']), label: () => pick(['', '', text()]), recommended: () => chance(0.3), benefits: () => many(2, text) });
  const variant = () => ({
    ...object({ id, heading: text, body: () => pick([text(), blocks(3)]), choices: () => many(5, choice) }),
    action: { label: pick(['', text()]), url: pick([...urls, 'https://give.example/?a={amount}&c={currency}&f={frequency}', 'https://give.example/{amount}']) },
  });
  const campaign = () => object({ id: () => pick(['a', 'b', 'c.1', 'd-2', id()]), start: date, end: date, priority: () => below(20) - 10, currency: () => pick(['EUR', 'USD', 'JPY', 'CHF', 'nonsense', '']), goal: () => ({ currency: pick(['GBP', '']) }), variants: () => many(3, variant) });

  const article = {
    longread: 1,
    ...object({
      id, url, lang, dir: () => pick(['ltr', 'rtl', 'up']), title: text, dek: text, kicker: () => many(3, label), tags: () => many(3, () => pick(['Sea', label()])),
      byline: () => many(3, () => (chance(0.3) ? text() : object({ name: text, url, role: text, image, bio: text }))), published: date, updated: date, hero: image,
      follow: () => many(2, () => object({ network: () => pick(['mastodon', 'x', text()]), label: text, url })), related: () => many(3, card),
      rails: () => many(3, () => object({ title: text, feed: () => pick(['latest', 'tag:sea', 'tag:Land', '']), items: () => many(3, card) })),
      newsletter: () => object({ title: text, pitch: text, action: url, field: () => pick(['mail', 'a"b']), button: text, consent: text }), sensitive: () => chance(0.1),
      corrections: () => many(2, () => object({ date, text })),
    }),
  };
  article.body = chance(0.25) ? { markdown: markdown() } : { blocks: blocks(0) };
  // So that few of them are empty.
  if (article.body.blocks && chance(0.95)) article.body.blocks.push('The end.');
  if (chance(0.1)) article.body = article.body.blocks ?? article.body;

  const write = (document) => Buffer.from(JSON.stringify(document, null, pick([0, 2, '\t'])));
  return {
    article: write(article),
    feeds: many(2, () => write(feed())),
    ...(chance(0.6) ? { campaigns: write({ longread: 1, ...(chance(0.3) ? { lang: lang() } : {}), campaigns: many(4, campaign) }) } : {}),
    attributes: {
      src: '/articles/generated.json',
      // The command refuses what is no tag, and words that name no part.
      ...(chance(0.3) ? { lang: pick(langs.slice(0, 12)) } : {}),
      ...(chance(0.3) ? { 'heading-level': String(1 + below(4)) } : {}),
      ...(chance(0.3) ? { hide: many(4, () => pick(['follow', 'hero', 'meta', 'tags', 'prompt', 'related', 'rails', 'newsletter'])).join(' ') } : {}),
    },
  };
}
