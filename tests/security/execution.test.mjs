// Nothing from the publisher's input can ever execute: every attack of ../shared/corpora/security, as an article, is shown
// by the element in a page of Chromium and of Firefox and poked at there; then what the command printed and what stood
// in the page's shadow root goes to ../shared/tools/xss-judge.mjs, which loads each text in a page of its own.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { browsers, installed, serve } from '../browser/browsers.mjs';
import { untilPrinted } from '../browser/pages.mjs';
import { root } from '../command.mjs';
import { attacks, sample, shared, skipped, surfaces } from './cases.mjs';
import { installProbe, probe_headers, probeAll } from './probe.mjs';
import { answerBodies, articleOf, printAll } from './render-bodies.mjs';

const all = Boolean(process.env.SECURITY_ALL);
const chosen = all ? [...attacks(), ...surfaces()] : sample([...attacks(), ...surfaces()], 24);
/** Of many attacks nothing is left, and an article cannot be empty: so each comes before a paragraph, too. */
const bodies = chosen.flatMap((body) => body.format === 'document' ? [body] : [body, { ...body, name: `${body.name} before a paragraph`, text: `${body.text}\n\n<p>after</p>` }]);
const articles = bodies.map(articleOf);

/** Texts that execute, request or shadow something, and how the probe and the judge are to say so. */
const alive = [
  ['<img src=x onerror=alert(1)>', /executed|policy/, /executed|handler/],
  ['<p onclick="alert(1)">a</p>', /attribute/, /handler/],
  ['<a href="javascript:alert(1)">a</a>', /scheme/, /scheme/],
  ['<svg><a href="javascript:alert(1)">a</a></svg>', /element/, /scheme/],
  ['<iframe srcdoc="<script>parent.alert(1)</script>"></iframe>', /element/, /active-element/],
  ['<form><input name="action"></form>', /clobber/, /clobber/],
  ['<link rel="stylesheet" href="https://evil.example/a.css">', /element/, /active-element/],
  ['<p style="position:fixed">a</p>', /overlay/, /overlay/],
];

const minutes = (count) => count * 60_000;

describe('nothing executes', { skip: skipped, timeout: minutes(all ? 120 : 8) }, () => {
  let server, origin, printed;
  /** What the page of each browser showed, by its name. */
  const shown = new Map();

  before(async () => {
    const answer = answerBodies(articles);
    ({ server, origin } = await serve((request, response, path) => {
      if (path === '/probe.js') return response.writeHead(200, { 'Content-Type': 'text/javascript' }).end(`(${installProbe})()`);
      if (path !== '/probe.html') return answer(request, response, path);
      response.writeHead(200, { 'Content-Type': 'text/html; charset=utf-8', ...probe_headers });
      response.end('<!doctype html><meta charset=utf-8><title>t</title><body><script src=/probe.js></script><script type=module src=/longread/longread.js></script>');
      return true;
    }));
    printed = await printAll(articles, origin);
  });
  after(() => server?.close());

  test('the cases are those of the corpora, and most of them leave an article', () => {
    assert.ok(bodies.length > (all ? 11_000 : 400), `${bodies.length} cases`);
    assert.equal(new Set(bodies.map(({ kind }) => kind)).size, 15);
    const codes = new Set(printed.filter((text) => text.startsWith('error ')));
    for (const code of codes) assert.match(code, /^error (empty-body|input-too-large|tree-too-(deep|large))$/);
    const articles_left = printed.filter((text) => text.startsWith('<article')).length;
    assert.ok(articles_left > bodies.length / 2, `${articles_left} of ${bodies.length}`);
  });

  for (const [name, launch] of Object.entries(browsers)) {
    describe(name, { skip: installed(name) ? false : `${name} is not installed` }, () => {
      let browser, page;
      const dialogs = [];
      before(async () => {
        browser = await launch();
        page = await browser.newPage();
        page.on('dialog', (dialog) => {
          dialogs.push(dialog.message());
          dialog.dismiss().catch(() => {});
        });
      });
      after(() => browser?.close());

      const load = async () => {
        await page.goto(`${origin}/probe.html`);
        await page.waitForFunction(() => Boolean(customElements.get('long-read')));
      };
      const probe = (list) => page.evaluate(probeAll, list);

      test('the probe notices what is alive', async () => {
        for (const [html, expected] of alive) {
          await load();
          const { results, findings } = await probe([{ html }]);
          assert.match([...results[0].found, ...findings].join(), expected, html);
        }
      });

      test('nothing is alive in what the element shows', async () => {
        const list = bodies.map((_, index) => ({ src: `/bodies/${index}.json`, until: untilPrinted(printed[index]) }));
        const results = [];
        const bad = [];
        // A fresh page now and then: a browser tires of thousands.
        for (let begin = 0; begin < list.length; begin += 250) {
          await load();
          const part = list.slice(begin, begin + 250);
          const { results: some, findings } = await probe(part);
          results.push(...some);
          some.forEach(({ found }, index) => found.length && bad.push(`${bodies[begin + index].name}: ${found.join('; ')}`));
          if (findings.length) bad.push(`${bodies[begin].name} and the ${part.length - 1} after it: ${findings.join('; ')}`);
          assert.equal(page.url(), `${origin}/probe.html`);
        }
        assert.deepEqual(bad, []);
        assert.deepEqual(dialogs, []);
        shown.set(name, results.map(({ html }) => html));
      });
    });
  }

  test('the judge finds nothing in what is printed and shown, only in what we planted', { skip: installed('chromium') ? false : 'chromium is not installed' }, async (context) => {
    const canaries = alive.map(([html], index) => ({ id: `planted ${index}`, html }));
    // Most outputs stand there three times: printed, and shown by two browsers. A text is alive or it is not.
    const outputs = new Map([['printed', printed], ...shown].flatMap(([from, texts]) =>
      texts.map((html, index) => [html, { id: `${from} ${bodies[index].name}`, html }])).filter(([html]) => !html.startsWith('error ')));
    assert.ok(shown.has('chromium') && outputs.size > bodies.length / 8, `${outputs.size} outputs of ${bodies.length} cases`);
    const { total, bad } = await judge([...canaries, ...outputs.values()]);
    assert.equal(total, canaries.length + outputs.size);
    const said = new Map(bad.map(({ id, findings }) => [id, findings.map(({ kind, what }) => `${kind} (${what})`).join('; ')]));
    assert.deepEqual([...said].filter(([id]) => !id.startsWith('planted ')), []);
    alive.forEach(([html, , expected], index) => assert.match(said.get(`planted ${index}`) ?? 'nothing', expected, html));
    context.diagnostic(`${outputs.size} different outputs judged`);
  });
});

/** Strictly, which finds all that is found otherwise, and what a browser would print in another way. */
async function judge(outputs) {
  const tool = join(shared, 'tools/xss-judge.mjs');
  assert.ok(existsSync(tool));
  const place = mkdtempSync(join(tmpdir(), 'longread-judge-'));
  try {
    const input = join(place, 'outputs.json');
    const report = join(place, 'report.json');
    writeFileSync(input, JSON.stringify(outputs));
    // The judge takes Playwright from where it is started. Pictures are what a publisher lets an article have.
    const child = spawn(process.execPath, [tool, input, '--strict', '--allow-images', '--jobs', '2', '--report', report], { cwd: join(root, 'web'), stdio: ['ignore', 'ignore', 'inherit'] });
    const code = await new Promise((resolve) => child.on('exit', resolve));
    assert.ok(code === 0 || code === 1, `the judge could not run: ${code}`);
    return JSON.parse(readFileSync(report, 'utf8'));
  } finally {
    rmSync(place, { recursive: true });
  }
}
