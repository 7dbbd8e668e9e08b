// How good `longread related` is on the labelled sets of ../shared/corpora/related, by ../shared/tools/related-judge.mjs:
// never below these figures (src/decide/related/README.md says where they come from).
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { command, root } from '../command.mjs';

const corpora = join(root, '../shared/corpora/related');
const judge = join(root, '../shared/tools/related-judge.mjs');
const is_there = existsSync(corpora) && existsSync(judge);
const most_copies = 0.005;

/** @type {Record<string, { figure: 'R@5' | 'P@10', archive: number, page: number }>} */
const least = {
  ecbplus: { figure: 'R@5', archive: 0.975, page: 0.97 },
  'uci-headlines': { figure: 'R@5', archive: 0.905, page: 0.892 },
  bbc: { figure: 'P@10', archive: 0.92, page: 0.908 },
  reuters: { figure: 'P@10', archive: 0.845, page: 0.829 },
  'gnad-de': { figure: 'P@10', archive: 0.578, page: 0.552 },
  'livedoor-ja': { figure: 'P@10', archive: 0.712, page: 0.704 },
  agnews: { figure: 'P@10', archive: 0.752, page: 0.735 },
  huffpost: { figure: 'P@10', archive: 0.475, page: 0.465 },
};

/**
 * @param {string} program
 * @param {string[]} args
 */
function run(program, args) {
  const result = spawnSync(program, args, { encoding: 'utf8', maxBuffer: 1 << 28 });
  assert.equal(result.status, 0, result.stderr);
  return result.stdout;
}

for (const [name, { figure, archive, page }] of Object.entries(least)) {
  test(`related: ${name}`, { skip: is_there ? false : '../shared/corpora/related is not there' }, (t) => {
    const folder = mkdtempSync(join(tmpdir(), 'related-'));
    t.after(() => rmSync(folder, { recursive: true }));
    const corpus = join(corpora, `${name}.jsonl`);
    for (const [mode, wanted, options] of /** @type {const} */ ([
      ['archive', archive, ['--archive-quality']],
      ['page', page, []],
    ])) {
      const lists = run(command, ['related', '--feed', corpus, '--all', ...options]);
      assert.equal(lists, run(command, ['related', '--feed', corpus, '--all', ...options]), 'two runs differ');
      const results = join(folder, `${mode}.jsonl`);
      writeFileSync(results, lists);
      const found = JSON.parse(run(process.execPath, [judge, corpus, results, '--json']));
      t.diagnostic(`${mode}: ${figure} ${found[figure]} (least ${wanted}), copies ${found.dup}`);
      assert.ok(found[figure] >= wanted, `${mode}: ${figure} is ${found[figure]}, not ${wanted}`);
      assert.ok(found.dup <= most_copies, `${mode}: ${found.dup} of all places are lost to copies`);
    }
  });
}

test('related: what cannot be read is told with its place', () => {
  const folder = mkdtempSync(join(tmpdir(), 'related-'));
  const file = join(folder, 'stories.jsonl');
  const ask = (/** @type {string} */ text, /** @type {string[]} */ ...args) => {
    writeFileSync(file, text);
    return spawnSync(command, ['related', '--feed', file, ...(args.length > 0 ? args : ['--all'])], { encoding: 'utf8' });
  };
  const story = '{"id":"1","title":"A"}';
  assert.equal(ask(`${story}\n\n${story.replace('1', '2')}\n`).stdout, '{"id":"1","related":[]}\n{"id":"2","related":[]}\n');
  assert.match(ask(`${story}\n{"id":\n`).stderr, /stories\.jsonl:2:\d+: json-syntax/);
  assert.match(ask(`${story}\n[]\n`).stderr, /stories\.jsonl:2:1: not-a-document/);
  assert.match(ask(`${story}\n{"title":"B"}\n`).stderr, /stories\.jsonl:2:1: missing-field: .*\(id\)/);
  assert.equal(ask(`${story}\n[]\n`).status, 1);
  assert.match(ask(story, '--id', '7').stderr, /no story has the id 7/);
  assert.equal(ask(story, '--id', '1').stdout, '{"id":"1","related":[]}\n');
  assert.equal(ask(story, '--all', '-k', '0').status, 2);
  assert.equal(ask(story, '--all', '--id', '1').status, 2);
  assert.match(ask('').stderr, /empty-input/);
  assert.match(ask('{"longread":1,"items":[{"title":"Storm in harbour","url":"https://news.example/a"},{"title":"Harbour storm over","url":"https://news.example/b"}]}').stdout,
    /\{"id":"https:\/\/news\.example\/a","related":\["https:\/\/news\.example\/b"\]\}/);
  rmSync(folder, { recursive: true });
});
