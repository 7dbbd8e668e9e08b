// A real Ghost, its posts made through its admin's interface and read, as its Content API gives them, through the widget.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { installed } from '../browser/browsers.mjs';
import { postsOf } from './ghost-cards.mjs';
import { skipped, startGhost } from './ghost.mjs';
import { files } from './media.mjs';
import { openReader, readEach, wordsLeft } from './reading.mjs';

const why = skipped || (installed('chromium') ? false : 'chromium is not installed');
/** The places that Ghost has for uploads, by the first part of a type. */
const kinds = { image: 'images', audio: 'media', video: 'media', application: 'files' };

describe('Ghost', { skip: why, timeout: 600_000 }, () => {
  let site, reader, whole;
  /** Every post with its document and what it is to show. */
  const posts = [];

  before(async () => {
    reader = await openReader();
    site = await startGhost();
    /** @type {Record<string, string>} */
    const url = {};
    for (const [name, [type, bytes]] of Object.entries(files)) url[name] = await site.upload(kinds[type.split('/')[0]], name, type, bytes);
    const cards = postsOf(url);
    for (const { name, nodes, ...expected } of cards) posts.push({ name, ...expected, ...(await publish({ title: `Card: ${name}` }, nodes)) });
    whole = await publish({
      title: 'The tide’s “price” & the lamp', custom_excerpt: 'What a town learned from the sea.', tags: ['Sea & Shore', 'Fog', '#internal'],
      feature_image: url['harbour.png'], feature_image_alt: 'The harbour & its lamp', feature_image_caption: 'Seen from the <em>pier</em>', published_at: '2024-11-08T10:36:54.000Z',
    }, cards.flatMap(({ nodes }) => nodes));
  });
  after(() => Promise.all([reader?.close(), site?.stop()]));

  const publish = async (values, nodes) => {
    const lexical = JSON.stringify({ root: { type: 'root', version: 1, direction: 'ltr', format: '', indent: 0, children: nodes } });
    const { posts: [{ id }] } = await site.send('posts/', { posts: [{ status: 'published', lexical, ...values }] });
    const src = site.content(`posts/${id}/`);
    const text = await (await fetch(src)).text();
    return { src, text, html: JSON.parse(text).posts[0].html };
  };
  /** Of all cards. */
  const drops = () => posts.map((post) => post.drops ?? '').join(' ');

  test('each card of its editor shows as what it is, without a word lost', (context) => readEach(context, reader, posts, 'card'));

  test('a post of all cards has its headline, author, date, picture, tags and words', async (context) => {
    const { lost, alive, words } = await reader.read({ ...whole, shows: {} });
    assert.deepEqual({ lost: wordsLeft(lost, drops()), alive }, { lost: [], alive: [] });
    await reader.show({ src: whole.src });
    const text = (selector) => reader.page.locator(selector).allTextContents();
    assert.deepEqual(await text('h1.headline'), ['The tide’s “price” & the lamp']);
    assert.deepEqual(await text('.dek'), ['What a town learned from the sea.']);
    assert.deepEqual(await text('.kicker a'), ['Sea & Shore']);
    assert.deepEqual(await text('.byline a'), ['Zoë O’Brien']);
    assert.deepEqual(await text('.tags a'), ['Fog']);
    assert.deepEqual(await text('.hero .caption'), ['Seen from the pier']);
    const hero = reader.page.locator('.hero img');
    assert.equal(await hero.getAttribute('alt'), 'The harbour & its lamp');
    assert.equal(await hero.evaluate(async (image) => (await image.decode(), image.naturalWidth > 0)), true);
    assert.match(await reader.page.locator('time.published').getAttribute('datetime'), /^2024-11-08T10:36:54/);
    context.diagnostic(`${words} words`);
  });

  test('the list of posts is a feed for the stories below', async () => {
    const feed = site.content('posts/?limit=20');
    await reader.show({ src: posts[0].src, feed });
    await reader.page.locator('.card').first().waitFor();
    const titles = (await (await fetch(feed)).json()).posts.map(({ title }) => title);
    const shown = await reader.page.locator('.card-headline').allTextContents();
    assert.ok(shown.length > 2 && shown.every((title) => titles.includes(title)), shown.join(', '));
  });

  test('pages of other origins may read posts; a post that is not there says so', async () => {
    const { headers } = await fetch(whole.src, { headers: { Origin: 'https://n.example' } });
    assert.equal(headers.get('access-control-allow-origin'), '*');
    const { type, code } = await reader.show({ src: site.content('posts/5f000000000000000000000f/') });
    assert.deepEqual([type, code], ['error', 'http-status']);
  });
});
