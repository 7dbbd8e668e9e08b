// An archive to build in parts: its input, the whole build to compare with, and the files of a folder.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { command } from '../command.mjs';

export const parts = 4;
export const options = ['--piece-size', '20k', '--threads', '1'];

// Stories by number, on topics with words of their own.
function story(number) {
  const topic = Math.floor(number / 12);
  const words = [];
  for (let i = 0; i < 60; i++) {
    const chance = (number * 7919 + i * 104729) % 1009;
    words.push(chance % 3 ? `word${chance % 300}` : `topic${topic}x${chance % 7}`);
  }
  return { id: `s${number}`, url: `https://news.example/s${number}`, title: `Topic${topic}x1 and word${number}`, text: words.join(' ') };
}

export class Archive {
  constructor() {
    this.root = mkdtempSync(join(tmpdir(), 'longread-batch-'));
    this.input = join(this.root, 'stories.jsonl');
    writeFileSync(this.input, Array.from({ length: 400 }, (_, i) => `${JSON.stringify(story(i))}\n`).join(''));
  }

  // The arguments of `longread index` for an archive of that name.
  arguments(name) {
    return ['index', this.input, '--out', join(this.root, name), ...options];
  }

  build(name, ...more) {
    execFileSync(command, [...this.arguments(name), ...more], { stdio: ['ignore', 'ignore', 'pipe'] });
  }

  files(name) {
    const folder = join(this.root, name);
    const files = new Map();
    for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
      if (entry.isFile()) {
        const path = join(entry.parentPath ?? entry.path, entry.name);
        files.set(path.slice(folder.length), readFileSync(path).toString('base64'));
      }
    }
    return files;
  }

  assertSame(name, other) {
    const [a, b] = [this.files(name), this.files(other)];
    assert.ok(a.size > 4000);
    assert.deepEqual([...a.keys()].sort(), [...b.keys()].sort());
    for (const [path, bytes] of a) assert.equal(bytes, b.get(path), path);
  }

  remove() {
    rmSync(this.root, { recursive: true, force: true });
  }
}
