// The article of the benchmark: about 1,390 words of made-up newspaper prose, the same at every run, in the forms that
// contestants take: Markdown, HTML and blocks in one frame of headline, picture, tags and related stories.

const adjectives = (
  'quiet northern municipal cautious reluctant seasonal narrow wooden unfinished regional stubborn elderly modest coastal annual ' +
  'provisional familiar distant careful ambitious disputed temporary crowded ordinary sceptical remote generous public hasty patient'
).split(' ');
const people = (
  'the mayor|a retired engineer|the harbour office|her deputy|the county archivist|a group of bakers|the ferry crew|two economists|' +
  'the school board|a union delegate|most residents|the auditor|a visiting botanist|the night editor|several tenants|the youngest councillor'
).split('|');
const verbs = (
  'postponed|described|rebuilt|questioned|measured|financed|misunderstood|photographed|defended|abandoned|repaired|approved|' +
  'counted|inherited|published|exchanged|surveyed|rejected|praised|examined'
).split('|');
const objects = (
  'bridge timetable reservoir budget orchard agreement tramline library harbour lease turbine archive census ballot seawall ' +
  'workshop petition market railway catalogue greenhouse tariff shelter footpath observatory dialect ledger festival quarry vineyard'
).split(' ');
const tails = (
  'before the first frost|without much ceremony|for the third time in a decade|under a law that few had read|at a cost nobody would name|' +
  'as the tide went out|in a hall that smelt of floor polish|over the objections of two neighbours|with money left from the year before|' +
  'while the cameras looked elsewhere|because the alternative was worse|in the week when the boats come home|by a margin of eleven votes|' +
  'long after the newspapers had lost interest|and then thought better of it|on the advice of an almanac'
).split('|');
const openers = (
  'In the end|By Tuesday|According to the minutes|Until last spring|For most of the century|Some say that|It helped that|' +
  'Nobody was surprised when|To general relief|Three winters ago|Officially|On paper'
).split('|');

/** A small linear congruential generator, so that no run and no machine differs. */
function makeChooser(seed) {
  let state = seed;
  return (list) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return list[Math.floor((state / 2 ** 32) * list.length)];
  };
}

const capital = (text) => text[0].toUpperCase() + text.slice(1);

/** @typedef {string | {type: 'em' | 'strong' | 'link', text: string, url?: string}} Run */
/** @typedef {{type: string, level?: number, text?: Run[], items?: Run[][]}} Block */

/** @returns {Run[]} */
function sentence(choose, mark) {
  const subject = choose(people);
  const start = choose([`${choose(openers)} ${subject}`, capital(subject), `${capital(subject)}, like ${choose(people)},`]);
  const object = `${choose(adjectives)} ${choose(objects)}`;
  const marked = {
    em: { type: 'em', text: object },
    strong: { type: 'strong', text: object },
    link: { type: 'link', text: object, url: `https://news.example/${object.replace(' ', '-')}` },
  }[mark];
  return [`${start} ${choose(verbs)} the `, marked ?? object, ` ${choose(tails)}.`];
}

/** @returns {Run[]} neighbouring strings joined, as an author would write them */
function join(runs) {
  const joined = [];
  for (const run of runs) {
    if (typeof run === 'string' && typeof joined.at(-1) === 'string') joined[joined.length - 1] += run;
    else joined.push(run);
  }
  return joined;
}

/** @returns {Run[]} */
function paragraph(choose, sentences, marks = []) {
  const runs = [];
  for (let i = 0; i < sentences; ++i) {
    if (i > 0) runs.push(' ');
    runs.push(...sentence(choose, marks[i]));
  }
  return join(runs);
}

/** @returns {Block[]} */
function writeBlocks() {
  const choose = makeChooser(20261123);
  const blocks = [];
  for (const title of ['', 'What the minutes say', 'A season of delay', 'The price of waiting', 'After the vote', 'What happens next']) {
    if (title) blocks.push({ type: 'heading', level: 2, text: [title] });
    blocks.push({ type: 'paragraph', text: paragraph(choose, 4, ['', 'link', '', 'em']) });
    blocks.push({ type: 'paragraph', text: paragraph(choose, 4, ['strong', '', '', 'link']) });
    if (title === 'A season of delay' || title === 'After the vote') {
      blocks.push({ type: 'quote', text: paragraph(choose, 3) });
    }
    if (title === 'The price of waiting') {
      blocks.push({ type: 'list', items: [1, 2, 3, 4, 5, 6].map(() => paragraph(choose, 1, ['link'])) });
    }
    blocks.push({ type: 'paragraph', text: paragraph(choose, 5, ['', '', 'link', 'em']) });
  }
  return blocks;
}

function markdownOf(runs) {
  const write = { em: (text) => `*${text}*`, strong: (text) => `**${text}**`, link: (text, url) => `[${text}](${url})` };
  return runs.map((run) => (typeof run === 'string' ? run : write[run.type](run.text, run.url))).join('');
}

function htmlOf(runs) {
  const write = {
    em: (text) => `<em>${text}</em>`,
    strong: (text) => `<strong>${text}</strong>`,
    link: (text, url) => `<a href="${url}">${text}</a>`,
  };
  return runs.map((run) => (typeof run === 'string' ? run : write[run.type](run.text, run.url))).join('');
}

function blockMarkdown({ type, text, items }) {
  if (type === 'list') return items.map((item) => `- ${markdownOf(item)}`).join('\n');
  return { heading: '## ', quote: '> ' }[type]?.concat(markdownOf(text)) ?? markdownOf(text);
}

function blockHtml({ type, text, items }) {
  if (type === 'list') return `<ul>\n${items.map((item) => `<li>${htmlOf(item)}</li>`).join('\n')}\n</ul>`;
  if (type === 'heading') return `<h2>${htmlOf(text)}</h2>`;
  if (type === 'quote') return `<blockquote>\n<p>${htmlOf(text)}</p>\n</blockquote>`;
  return `<p>${htmlOf(text)}</p>`;
}

/** The native form: a text without marks is a plain string. */
function blockJson({ type, level, text, items }) {
  const plain = (runs) => (runs.length === 1 && typeof runs[0] === 'string' ? runs[0] : runs);
  if (items) return { type, items: items.map((item) => ({ text: plain(item) })) };
  return level ? { type, level, text: plain(text) } : { type, text: plain(text) };
}

const related = ['Bridge over the Aller to close until June', 'Who pays for the sea wall?', 'A census of orchards', 'The ferry that would not sink'];

/** Everything but the body. Pictures stand on the benchmark's own server. */
const frame = {
  longread: 1,
  id: 'bench-1',
  url: '/article.html',
  lang: 'en',
  title: 'The town that could not agree on a bridge',
  dek: 'Eleven votes, three budgets and one almanac: how a small place spent a decade deciding where to cross a river.',
  kicker: [{ label: 'Analysis', url: '/analysis' }, { label: 'Europe', url: '/europe' }],
  tags: ['Bridges', 'Rivers', 'Local democracy', 'Budgets'].map((label) => ({ label, url: `/tags/${label.toLowerCase().replace(' ', '-')}` })),
  byline: [{ name: 'Ana Ruiz', url: '/ana-ruiz' }, { name: 'Tom Lee' }],
  published: '2026-07-30T06:00:00Z',
  hero: {
    src: '/hero.png', width: 1120, height: 628, alt: 'A half-finished bridge in morning fog',
    caption: 'The eastern pier, as it has stood since the second budget.', credit: 'Photo: E. Sommer',
  },
  follow: [{ network: 'mastodon', label: 'Mastodon', url: 'https://social.example/@news' }, { network: 'rss', label: 'RSS', url: '/feed.xml' }],
  related: related.map((title, index) => ({
    id: `story-${index}`, url: `/stories/${index}`, title, tags: [['bridges', 'rivers', 'orchards', 'ferries'][index], 'budgets'],
    kicker: [{ label: 'Europe', url: '/europe' }],
    teaser: ['Another story from the river, told by those who live beside it.', 'And what the council has to say about it, at some length.'],
    image: { src: `/card-${index}.png`, width: 600, height: 400, alt: 'The river from above', credit: 'Photo: E. Sommer' },
  })),
};

const blocks = writeBlocks();
const bodies = {
  markdown: { markdown: blocks.map(blockMarkdown).join('\n\n') + '\n' },
  html: { html: blocks.map(blockHtml).join('\n') + '\n' },
  blocks: { blocks: blocks.map(blockJson) },
};

export const bodyKinds = Object.keys(bodies);

/**
 * @param {string} body one of bodyKinds
 * @returns {string} the article document
 */
export const articleJson = (body) => JSON.stringify({ ...frame, body: bodies[body] });

/** Links of the body. */
export const articleLinks = bodies.markdown.markdown.match(/\]\(/g).length;

/** Words of the body, counted in its Markdown. */
export const articleWords = bodies.markdown.markdown.match(/[A-Za-z][\w’'-]*(?![^(]*\))/g).length;

/** What every contestant has to show: read-article.js says in which form. */
export const articleText = [frame.title, frame.dek, ...blocks.flatMap(({ text, items }) => items?.flat() ?? text)]
  .map((run) => (typeof run === 'string' ? run : run.text))
  .join('')
  .replace(/\s+/g, '');

/**
 * @param {string} name of a contestant
 * @param {string} text that it shows
 */
export function checkText(name, text) {
  if (text === articleText) return;
  const at = [...articleText].findIndex((letter, index) => letter !== text[index]);
  const near = (whole) => JSON.stringify(whole.slice(Math.max(0, at - 20), at + 20));
  throw new Error(`${name} does not show the article: at ${at} ${near(text)}, not ${near(articleText)}`);
}
