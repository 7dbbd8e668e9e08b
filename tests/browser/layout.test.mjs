// What an audit of screenshots found: where things stand on pages, at sizes and in languages that no demo shows.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { browsers, installed, serve } from './browsers.mjs';

const text = 'The law is enforced by three pensioners with a light meter. They answer to the council. '.repeat(5);
const picture = { type: 'image', src: '/pictures/portrait.svg', alt: 'A portrait' };
const odd = {
  longread: 1,
  title: 'T',
  lang: 'en',
  kicker: ['k'.repeat(80)],
  byline: ['n'.repeat(80)],
  tags: ['t'.repeat(80)],
  body: [text, { ...picture, width: 40, height: 40 }, { ...picture, width: 4000, height: 2000 }, { type: 'table', rows: [['c'.repeat(400), '1']] },
    { type: 'pull-quote', text: 'Straight before pictures.' }, { type: 'gallery', images: [0, 1, 2].map(() => ({ src: '/pictures/portrait.svg', width: 600, height: 600, alt: '' })) },
    text, { type: 'pull-quote', text: 'In the margin.' }, text],
  newsletter: { action: '/n', title: 'N'.repeat(80), button: 'b'.repeat(40), consent: 'c'.repeat(80) },
};

for (const [name, launch] of Object.entries(browsers)) {
  describe(`layout in ${name}`, { skip: installed(name) ? false : `${name} is not installed`, timeout: 240_000 }, () => {
    let browser, page, server, origin;
    before(async () => {
      ({ server, origin } = await serve((_request, response, path) => {
        if (path === '/odd.json') response.writeHead(200, { 'Content-Type': 'application/json' }).end(JSON.stringify(odd));
        else if (path === '/plain.html') response.writeHead(200, { 'Content-Type': 'text/html; charset=utf-8' }).end('<!doctype html><html lang=en><title>t</title><style>body{margin:0;background:#f4e3c1}long-read{--longread-gutter:16px}</style><script type=module src=/longread/longread.js></script>');
        else return false;
        return true;
      }));
      browser = await launch();
    });
    after(async () => {
      await browser?.close();
      await server?.close();
    });
    const open = async (src, width, root_size = 100) => {
      await page?.context().close();
      page = await (await browser.newContext({ viewport: { width, height: 800 } })).newPage();
      page.setDefaultTimeout(20_000);
      await page.goto(`${origin}/plain.html`);
      await page.evaluate(([file, size]) => {
        document.documentElement.style.fontSize = `${size}%`;
        document.body.innerHTML = `<long-read src=${file} feed=/articles/latest.json></long-read>`;
      }, [src, root_size]);
      await page.locator('.newsletter, .related').first().waitFor();
    };
    const box = (part, nth = 0) => page.locator(part).nth(nth).boundingBox();

    for (const [size, widths] of [[200, [320, 640, 700, 780]], [150, [640, 1240]]]) {
      test(`the newsletter's form gives way to text of ${size} %`, async () => {
        await open('/articles/tide.json', widths[0], size);
        for (const width of widths) {
          await page.setViewportSize({ width, height: 800 });
          assert.equal(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth), 0, `${width} px`);
        }
      });
    }

    test('words without an end break, wherever they stand', async () => {
      await open('/odd.json', 360);
      for (const width of [360, 768, 1280]) {
        await page.setViewportSize({ width, height: 800 });
        assert.equal(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth), 0, `${width} px`);
      }
    });

    test('on a wide window the hero stands in line with the headline', async () => {
      await open('/articles/tide.json', 1500);
      assert.equal((await box('.hero img')).x, (await box('.headline')).x);
    });

    test('a picture is not wider than it says, nor than the text', async () => {
      await open('/odd.json', 1280);
      assert.equal((await box('.body > .figure img')).width, 40);
      assert.equal((await box('.body > .figure img', 1)).width, (await box('.body > p')).width);
    });

    test('pull quotes hang into the margin, but not before pictures and not in Japanese', async () => {
      await open('/odd.json', 1280);
      const column = await box('.body > p');
      assert.equal((await box('.pull-quote')).x, column.x);
      assert.ok((await box('.pull-quote', 1)).x > column.x + column.width);
      await open('/articles/japanese.json', 1280);
      assert.equal((await box('.pull-quote')).x, (await box('.body > p')).x);
    });

    test('a table that scrolls paints no ground, and keeps its ring', async () => {
      await open('/articles/all-blocks.json', 360);
      const style = () => page.locator('.table-box').evaluate((element) => {
        const { backgroundColor, backgroundImage, maskImage } = getComputedStyle(element);
        return [backgroundColor, backgroundImage, maskImage !== 'none'];
      });
      assert.deepEqual(await style(), ['rgba(0, 0, 0, 0)', 'none', true]);
      await page.keyboard.press('Tab');
      await page.locator('.table-box').focus();
      assert.deepEqual(await style(), ['rgba(0, 0, 0, 0)', 'none', false]);
    });
  });
}
