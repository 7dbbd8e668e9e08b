// What `longread simulate` prints for campaigns of the demo, kept beside it, and how it refuses what is wrong. After a change that is
// meant, also of the habits assumed: LONGREAD_UPDATE=1 node --test tests/golden, then read the diff.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { command, root } from '../command.mjs';

const folder = mkdtempSync(join(tmpdir(), 'longread-simulate-'));
after(() => rmSync(folder, { recursive: true }));

const asks = 'web/demo/campaigns/asks.json';
const hosts = ['--donate-hosts', 'donate.harbour-lantern.example'];

/** @param {string} cwd @param {string[]} args */
const simulateIn = (cwd, args) => spawnSync(command, ['simulate', ...args], { cwd, encoding: 'utf8' });

/** @param {string[]} args */
const simulate = (...args) => simulateIn(root, args);

/** @param {string} name @param {string} cwd @param {string[]} args */
function golden(name, cwd, ...args) {
  test(name, () => {
    const { status, stdout, stderr } = simulateIn(cwd, args);
    assert.equal(stderr, '');
    assert.equal(status, 0);
    const path = join(root, 'tests/golden', `${name}.txt`);
    if (process.env.LONGREAD_UPDATE === '1') writeFileSync(path, stdout);
    assert.equal(stdout, readFileSync(path, 'utf8'));
  });
}

golden('simulate-made-articles', root, asks, '--readers', '2000', '--days', '60', ...hosts);
golden('simulate-feed', root, 'web/demo/campaigns/foot-bar.json', '--readers', '500', '--days', '30', '--seed', '7', '--start', '2026-03-15T00:00:00Z',
  '--articles', 'web/demo/articles/latest.json', ...hosts);

// Two variants, some readers held back, and an ask for those who are not asked for more.
const action = { label: 'Give', url: 'https://give.example/' };
writeFileSync(join(folder, 'experiment.json'), JSON.stringify({ longread: 1, budget: { day: 1, week: 2 }, exclusions: [{ tags: ['Obituary'] }], campaigns: [
  { id: 'tide', start: '2026-03-01T00:00:00Z', priority: 2, holdback: 100, audience: { min_articles: 2, tags: ['Energy'] },
    variants: [{ id: 'boat', weight: 2, action }, { id: 'quay', weight: 1, action }] },
  { id: 'follow', kind: 'follow', cap: { views: 2, days: 60 }, variants: [{}] }] }));
golden('simulate-experiment', folder, 'experiment.json', '--readers', '2000', '--donate-hosts', 'give.example');

test('the report has the figures of the summary', () => {
  const report = join(folder, 'report.html');
  const { status, stdout } = simulate(asks, '--readers', '300', '--threads', '2', '--report', report, ...hosts);
  assert.equal(status, 0);
  assert.equal(stdout, simulate(asks, '--readers', '300', '--threads', '1', ...hosts).stdout);
  const html = readFileSync(report, 'utf8');
  const cells = new Set([...html.matchAll(/<t[dh][^>]*>([^<]*)</g)].map(([, text]) => text));
  const told = stdout.split('\n').filter((line) => line.startsWith('  ')).flatMap((line) => line.trim().split(/ {2,}/));
  assert.ok(told.length > 60);
  for (const cell of told) assert.ok(cells.has(cell), `${cell} is not in the report`);
});

test('bad usage', () => {
  for (const [args, problem] of /** @type {[string[], string][]} */ ([
    [[], 'simulate takes one file of campaigns'],
    [[asks, asks], 'simulate takes one file of campaigns'],
    [[asks, '--readers', '0'], '--readers takes 1 to 10000000'],
    [[asks, '--readers', '10000001'], '--readers takes 1 to 10000000'],
    [[asks, '--days', '367'], '--days takes 1 to 366'],
    [[asks, '--days', '9x'], '--days takes 1 to 366'],
    [[asks, '--seed', '-1'], '--seed takes 0 to 18446744073709551615'],
    [[asks, '--threads', '1025'], '--threads takes 0 to 1024'],
    [[asks, '--start', 'yesterday'], '--start takes a time from 2025 to 2099, 2026-07-30T09:15:00Z'],
    [[asks, '--start', '2024-12-31'], '--start takes a time from 2025 to 2099, 2026-07-30T09:15:00Z'],
  ])) {
    const { status, stdout, stderr } = simulate(...args);
    assert.equal(stderr, `longread: ${problem}\n`);
    assert.equal(status, 2, args.join(' '));
    assert.equal(stdout, '');
  }
});

test('bad input has its place', () => {
  const bad = join(folder, 'bad.json');
  writeFileSync(bad, '{"longread": 1,\n "campaigns": [}');
  const empty = join(folder, 'empty.json');
  writeFileSync(empty, '{"longread": 1, "items": []}');
  const nowhere = join(folder, 'nowhere/report.html');
  for (const [args, problem] of /** @type {[string[], RegExp][]} */ ([
    [[bad], /bad\.json:2:16: json-syntax: /],
    [[asks, '--articles', bad], /bad\.json:2:16: json-syntax: /],
    [[empty], /empty\.json: there is no campaign in it\n$/],
    [[asks, '--articles', empty], /empty\.json: there is no story in it\n$/],
    [[join(folder, 'missing.json')], /missing\.json: No such file or directory\n$/],
    [[asks, '--readers', '1', '--report', nowhere], /report\.html: could not be written\n$/],
  ])) {
    const { status, stderr } = simulate(...args);
    assert.match(stderr, problem);
    assert.equal(status, 1, args.join(' '));
  }
});

test('what was dropped of the campaigns is said', () => {
  const path = join(folder, 'odd.json');
  writeFileSync(path, JSON.stringify({ longread: 1, campaigns: [{ id: 'c', kind: 'follow', variants: [{}] }, { kind: 'follow' }] }, null, 1));
  const { status, stderr } = simulate(path, '--readers', '10');
  assert.match(stderr, /odd\.json:\d+:\d+: missing-field: /);
  assert.equal(status, 0);
});
