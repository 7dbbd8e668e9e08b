// The decision about asking over a table of cases, by the command; tests/parity runs the same in the module. After a change that is
// meant: LONGREAD_UPDATE=1 node --test tests/golden, then read the diff.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { command, root } from '../command.mjs';
import { askCases, base, decisionOf } from './ask-cases.mjs';

const golden = join(root, 'tests/golden/ask-decisions.txt');

test('whom the command asks', () => {
  const folder = mkdtempSync(join(tmpdir(), 'longread-asks-'));
  const cases = askCases();
  const lines = cases.map(({ name, article, campaigns, state, now, hosts, expected }) => {
    for (const [file, text] of Object.entries({ article, campaigns, state })) writeFileSync(join(folder, file), text);
    const { stdout, stderr, status } = spawnSync(command, ['render', '--fragment', '--campaigns', 'campaigns', '--state', 'state', '--base', base, '--now', now, '--donate-hosts', hosts, 'article'], { cwd: folder, encoding: 'utf8' });
    assert.equal(status, 0, `${name}: ${stderr}`);
    const decided = decisionOf(stdout);
    assert.equal(decided, expected, name);
    return `${name}: ${decided}\n`;
  });
  rmSync(folder, { recursive: true });
  if (process.env.LONGREAD_UPDATE === '1') writeFileSync(golden, lines.join(''));
  assert.ok(cases.length >= 300, `${cases.length} cases`);
  assert.equal(new Set(cases.map(({ name }) => name)).size, cases.length, 'every case has a name of its own');
  assert.equal(lines.join(''), readFileSync(golden, 'utf8'));
});
