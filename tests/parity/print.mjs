// The same article by the command, and its findings in the page's own form.
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { command, root } from '../command.mjs';

/** That the page's markup names. */
export const donate_hosts = 'donate.harbour-lantern.example give.example';

mkdirSync(join(root, 'build'), { recursive: true });
const folder = mkdtempSync(join(root, 'build/parity-'));
process.on('exit', () => rmSync(folder, { recursive: true }));

/** @param {Parameters<import('./page.mjs').showInPage>[0] & {base: string, now: string}} given */
export function printArticle({ article, feeds = [], campaigns, attributes = {}, base, now }) {
  const write = (name, bytes) => {
    writeFileSync(join(folder, name), bytes);
    return name;
  };
  const options = ['--fragment', '--base', base, '--now', now, '--notes', 'notes'];
  feeds.forEach((bytes, index) => options.push('--feed', write(`feed-${index}`, bytes)));
  if (campaigns) options.push('--campaigns', write('campaigns', campaigns), '--donate-hosts', donate_hosts);
  for (const [name, value] of Object.entries(attributes)) {
    if (name !== 'src') options.push(`--${name}=${value}`);
  }
  const { status, stdout, stderr } = spawnSync(command, ['render', ...options, write('article', article)], { cwd: folder, encoding: 'utf8', maxBuffer: 64 << 20 });
  if (status !== 0) return { status, error: stderr };
  return { status, html: stdout, notes: readFileSync(join(folder, 'notes'), 'utf8') };
}

/** The code of a finding and its sentence, as the command prints them. */
const sentences = new Map(
  [...readFileSync(join(root, 'src/base/code_sentences.cpp'), 'utf8').matchAll(/case Code::(\w+):\s*return "(.*?)";/g)].map(
    ([, code, sentence]) => [code.replaceAll('_', '-'), sentence],
  ),
);

/** A finding as a line of the command's, but for its place in bytes, which is not printed. */
export function formatFinding({ code, path, line, column, detail }) {
  const place = line ? `article:${line}:${column}` : 'article';
  return `${place}: ${code}: ${sentences.get(code)}${detail ? ` (${detail})` : ''}${path ? ` at ${path}` : ''}\n`;
}
