// A real WordPress, its posts made through its own REST interface and read through the widget.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { installed } from '../browser/browsers.mjs';
import { files } from './media.mjs';
import { openReader, readEach, wordsLeft } from './reading.mjs';
import { postsOf } from './wordpress-blocks.mjs';
import { skipped, startWordPress } from './wordpress.mjs';

const why = skipped || (installed('chromium') ? false : 'chromium is not installed');

describe('WordPress', { skip: why, timeout: 600_000 }, () => {
  let site, reader, media, author, terms, whole;
  /** Every post with its document and what it is to show. */
  const posts = [];

  before(async () => {
    reader = await openReader();
    site = await startWordPress();
    media = {};
    for (const [name, [type, bytes]] of Object.entries(files)) media[name] = await site.upload(name, type, bytes);
    await site.ask(`media/${media['harbour.png'].id}`, { alt_text: 'The harbour & its lamp', caption: 'Seen from the <em>pier</em>' });
    author = await site.ask('users', { username: 'zoe', name: 'Zoë O’Brien', email: 'zoe@example.org', password: 'not-a-secret-3Qx', roles: ['author'], description: 'Writes on tides & trade.' });
    const category = await site.ask('categories', { name: 'Sea & Shore' });
    const tags = [await site.ask('tags', { name: 'Fog' }), await site.ask('tags', { name: 'Lamps' })];
    terms = { categories: [category.id], tags: tags.map(({ id }) => id) };
    const blocks = postsOf(media);
    for (const { name, content, ...expected } of blocks) posts.push({ name, ...expected, src: await publish({ title: `Block: ${name}`, content }) });
    const src = await publish({ title: 'The tide’s “price” & the <em>lamp</em>', content: blocks.map(({ content }) => content).join('\n\n'), excerpt: 'What a town learned from the sea.', featured_media: media['harbour.png'].id });
    whole = { src, ...(await fetchPost(src)) };
    // Not before all are there: some show the others.
    for (const post of posts) Object.assign(post, await fetchPost(post.src));
  });
  after(() => Promise.all([reader?.close(), site?.stop()]));

  let made = 0;
  const publish = async (values) => {
    const date = `2024-11-08T10:${String(made++).padStart(2, '0')}:54`;
    const { id } = await site.ask('posts', { status: 'publish', date, author: author.id, ...terms, ...values });
    return `${site.origin}/wp-json/wp/v2/posts/${id}?_embed`;
  };
  const fetchPost = async (src) => {
    const text = await (await fetch(src)).text();
    return { text, html: JSON.parse(text).content.rendered };
  };

  test('each block of its editor shows as what it is, without a word lost', (context) => readEach(context, reader, posts, 'block'));

  test('a post of all blocks has its headline, author, date, picture, terms and words', async (context) => {
    const { absent, lost, alive, words } = await reader.read({ ...whole, shows: {} });
    assert.deepEqual({ absent, lost: wordsLeft(lost, 'no such plugin id 3 Download'), alive }, { absent: [], lost: [], alive: [] });
    const text = (selector) => reader.page.locator(selector).allTextContents();
    await reader.show({ src: whole.src });
    assert.deepEqual(await text('h1.headline'), ['The tide’s “price” & the lamp']);
    assert.deepEqual(await text('.dek'), ['What a town learned from the sea.']);
    assert.deepEqual(await text('.kicker a'), ['Sea & Shore']);
    assert.deepEqual(await text('.byline a'), ['Zoë O’Brien']);
    assert.deepEqual(await text('.author-bio'), ['Writes on tides & trade.']);
    assert.deepEqual(await text('.tags a'), ['Fog', 'Lamps']);
    const hero = reader.page.locator('.hero img');
    assert.equal(await hero.getAttribute('alt'), 'The harbour & its lamp');
    await hero.evaluate((image) => image.decode());
    assert.equal(await hero.evaluate((image) => image.naturalWidth > 0), true);
    assert.equal(await reader.page.locator('time.published').getAttribute('datetime'), JSON.parse(whole.text).date + '+02:00');
    context.diagnostic(`${words} words`);
  });

  test('the list of posts is a feed for the stories below', async () => {
    const feed = `${site.origin}/wp-json/wp/v2/posts?_embed&per_page=20`;
    await reader.show({ src: posts[0].src, feed });
    const cards = reader.page.locator('.card');
    await cards.first().waitFor();
    const titles = (await (await fetch(feed)).json()).map(({ title }) => title.rendered);
    const shown = await reader.page.locator('.card-headline').allTextContents();
    assert.ok(shown.length > 2, shown.join());
    for (const title of shown) assert.ok(titles.some((one) => one.replaceAll(/<[^>]+>|&[^;]+;|\W/g, '') === title.replaceAll(/\W/g, '')), title);
  });

  test('pages of other origins may read posts; a post that is not there says so', async () => {
    const { headers } = await fetch(whole.src, { headers: { Origin: 'https://n.example' } });
    assert.equal(headers.get('access-control-allow-origin'), 'https://n.example');
    const { type, code } = await reader.show({ src: `${site.origin}/wp-json/wp/v2/posts/99999` });
    assert.deepEqual([type, code], ['error', 'http-status']);
  });
});
