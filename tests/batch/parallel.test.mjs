// An archive built in parts by GNU parallel: the same bytes as in one run.
import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { after, test } from 'node:test';

import { command } from '../command.mjs';
import { Archive, parts } from './archive.mjs';

const archive = new Archive();
after(() => archive.remove());

function runRound(name) {
  const numbers = Array.from({ length: parts }, (_, i) => String(i + 1));
  execFileSync('parallel', ['--will-cite', '--halt', 'now,fail=1', '-j', '2', command, ...archive.arguments(name), '--part', `{}/${parts}`, ':::', ...numbers], {
    stdio: ['ignore', 'ignore', 'pipe'],
  });
}

test('three rounds of parts and a merge are the same as one run', () => {
  archive.build('whole');
  for (let round = 1; round <= 3; round++) runRound('parts');
  archive.build('parts', '--merge');
  archive.assertSame('whole', 'parts');
});

test('a merge before its time, and a round before its time, say what is missing', () => {
  const run = (...more) => spawnSync(command, [...archive.arguments('early'), ...more], { encoding: 'utf8' });
  assert.equal(run('--part', `1/${parts}`).status, 0);
  const round = run('--part', `1/${parts}`);
  assert.equal(round.status, 1);
  assert.match(round.stderr, /1-analysed-\d+ is missing: all parts must have ended the round before/);
  const merge = run('--merge');
  assert.equal(merge.status, 1);
  assert.match(merge.stderr, /a part of round 1 is missing/);
});

test('a part that is done again changes nothing', () => {
  for (let round = 1; round <= 3; round++) runRound('again');
  runRound('again');
  archive.build('again', '--merge');
  archive.assertSame('whole', 'again');
});
