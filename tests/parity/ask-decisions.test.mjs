// The decision about asking over the table of tests/golden, by the module: the same as the command's.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { root } from '../command.mjs';
import { askCases, decisionOf } from '../golden/ask-cases.mjs';
import { askSlots } from './page.mjs';

const encoder = new TextEncoder();
const keys = { article: 1, campaigns: 3, state: 10, hosts: 17 };

test('whom the module asks', async () => {
  let lines = '';
  for (const given of askCases()) {
    const sections = Object.entries(keys).map(([name, key]) => [key, encoder.encode(given[name])]);
    lines += `${given.name}: ${decisionOf(await askSlots(sections, given.now))}\n`;
  }
  assert.equal(lines, readFileSync(join(root, 'tests/golden/ask-decisions.txt'), 'utf8'));
});

test('a draw is kept when an experiment first needs one', async () => {
  const { article } = [...askCases()].find((one) => one.article.includes('published'));
  const ask = (campaign, state, random) => {
    const campaigns = JSON.stringify({ longread: 1, campaigns: [{ id: 'c', variants: [{ id: 'v', action: { url: 'https://give.example/c/v' } }], ...campaign }] });
    const sections = [[1, article], [3, campaigns], [10, state], [17, 'give.example']].map(([key, text]) => [key, encoder.encode(text)]);
    return askSlots([...sections, [18, Uint8Array.from(random)]], '2026-11-23T12:00:00Z', 'state');
  };
  assert.equal(await ask({ holdback: 1 }, '', [0x39, 0x30, 0xff, 0xff]), '{"longread":1,"read":{},"draw":12345}');
  assert.equal(await ask({}, '', [1, 2, 3, 4]), '', 'no experiment');
  assert.equal(await ask({ holdback: 1 }, '{"longread":1,"draw":7}', [1, 2, 3, 4]), '', 'there is one');
  assert.equal(await ask({ holdback: 1 }, '', [1]), '', 'no chance');
});
