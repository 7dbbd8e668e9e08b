// The page that Longread must be able to reproduce: a text that is kept outside of this repository and is never copied
// into it. What a publisher's system would give for that page is made of it when the tests run.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../command.mjs';

const path = join(root, '../shared/seed/article-page.txt');

export const why_no_seed = existsSync(path) ? undefined : `${path} is not there`;

/** A story beneath the article: picture's text, perhaps a credit, headline, section, two paragraphs. */
function readStory(lines) {
  const credit = /^Top \w+ credit: /.test(lines[1]) ? lines[1] : '';
  const [headline, section, ...teaser] = lines.slice(credit ? 2 : 1);
  return { alt: lines[0], credit, headline, section, teaser };
}

/** Three stories, each closed by the two labels of its button in one line. */
function readStories(lines, toggle) {
  const stories = [[]];
  for (const line of lines) {
    if (line === toggle) stories.push([]);
    else stories.at(-1).push(line);
  }
  return stories.slice(0, -1).map(readStory);
}

/** The text by its elements, in the order of the page. A line of one no-break space is a paragraph of the appeal. */
export function readSeed() {
  const lines = readFileSync(path, 'utf8').split('\n').filter((line) => line !== '');
  const [follow, hero_alt, headline, dek, kicker] = lines;
  const body = lines.slice(5, 17);
  const appeal = lines.slice(17, 20);
  const [hero_caption, tags] = lines.slice(20, 22);
  const toggle = lines.at(-5);
  const stories = readStories(lines.slice(22, -4), toggle);
  const [topic, latest, newsletter, pitch] = lines.slice(-4);
  return { follow, hero_alt, headline, dek, kicker, body, appeal, hero_caption, tags, stories, toggle, topic, latest, newsletter, pitch };
}

/** "One (A/B) and another (C/D)": what the picture shows, and whose it is. */
export function splitCredits(text) {
  const credits = [...text.matchAll(/ \(([^)]*)\)/g)].map(([, credit]) => credit);
  return { caption: text.replace(/ \([^)]*\)/g, ''), credit: credits.join(', ') };
}

/** "Top image credit: A sentence. AGENCY/Name" is a caption and a credit; without a sentence the line is a credit. */
export function splitStoryCredit(text) {
  const sentence = /^Top \w+ credit: (.*\.) ([A-Z]+\/.*)$/.exec(text);
  return sentence ? { caption: sentence[1], credit: sentence[2] } : { caption: '', credit: text };
}

/** The publisher knows which prefix is a series: another headline has a colon of its own. */
export function splitSeries(headline) {
  const [series, ...title] = headline.split(/(?<=^Diplomacy Watch): /);
  return title.length ? { series, title: title[0] } : { series: '', title: headline };
}

const labels = (line) => line.split(' | ').map((label) => ({ label, url: `/${label.toLowerCase()}` }));

/** A paragraph whose citation has its link again; the text has lost it. */
function linkOutlet(paragraph, url) {
  const [before, outlet, after] = paragraph.split(/(?<= )(\w+)(?= article reported)/);
  return outlet ? [before, { type: 'link', url, text: outlet }, after] : paragraph;
}

export const source_url = 'https://wire.example/story';

function makeCard(story, index) {
  const { caption, credit } = splitStoryCredit(story.credit);
  const image = { src: '/pictures/market.svg', width: 1600, height: 900, alt: story.alt, caption, credit };
  return { id: `story-${index}`, url: `/stories/${index}.html`, ...splitSeries(story.headline), kicker: [story.section], teaser: story.teaser, image };
}

export function makeArticle(seed) {
  return {
    longread: 1,
    id: 'seed',
    lang: 'en',
    title: seed.headline,
    dek: seed.dek,
    kicker: labels(seed.kicker),
    tags: labels(seed.tags),
    hero: { src: '/pictures/harbour.svg', width: 1600, height: 900, alt: seed.hero_alt, focus: [50, 25], ...splitCredits(seed.hero_caption) },
    follow: ['Bluesky', 'Mastodon', 'RSS'].map((label) => ({ network: label.toLowerCase(), label, url: `https://${label.toLowerCase()}.example/us` })),
    body: { blocks: seed.body.map((paragraph) => ({ type: 'paragraph', text: linkOutlet(paragraph, source_url) })) },
    related: seed.stories.map(makeCard),
    rails: [{ title: seed.topic, feed: `tag:${seed.topic}` }, { title: seed.latest, feed: 'latest' }],
    newsletter: { title: seed.newsletter, pitch: seed.pitch, action: '/subscribe' },
  };
}

/** The seed's appeal is a year older: before 2025 no clock is believed. */
export const year_end = '2025-12-20T12:00:00Z';
export const donate_url = 'https://donate.example/give';
export const amounts = [25, 50, 100];

/** The appeal of a December, and what takes its place for the rest of time. */
export function makeCampaigns(seed) {
  const choices = amounts.map((amount) => ({ amount, frequency: 'once', recommended: amount === 50 }));
  const action = { label: 'Donate', url: `${donate_url}?amount={amount}&currency={currency}` };
  const goal = { currency: 'USD' };
  const audience = { max_article_age_days: 0 };
  return {
    longread: 1,
    campaigns: [
      { id: 'year-end', start: '2025-12-01T00:00:00Z', end: '2026-01-01T00:00:00Z', priority: 2, goal, audience, variants: [{ id: 'a', body: seed.appeal, choices, action }] },
      { id: 'always', priority: 1, goal, audience, variants: [{ id: 'a', heading: 'All year', body: 'Readers pay for this.', choices, action }] },
    ],
  };
}

/** Stories of a feed, the newest first. */
const makeItems = (count, name, tags, month) =>
  Array.from({ length: count }, (_, index) => ({
    id: `${name}-${index}`, url: `/${name}/${index}.html`, title: `${name} story ${index}`, tags,
    date_published: `2024-${month}-${28 - index}T12:00:00Z`,
  }));

const makeFeed = (items) => ({ version: 'https://jsonfeed.org/version/1.1', title: 'Feed', items });

/** Feeds of the two rails. The related stories take what is newest first, so there is more than they can hold. */
export const makeFeeds = (seed) => ({
  filled: { topic: makeFeed(makeItems(4, 'Topic', [seed.topic], '10')), latest: makeFeed(makeItems(12, 'Recent', [], '11')) },
  empty: { topic: makeFeed([]), latest: makeFeed([]) },
});
