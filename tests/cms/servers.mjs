// Servers of other projects, on loopback for the time of a suite. None outlives it, however the suite ends.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { closeSync, mkdirSync, openSync, readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { root } from '../command.mjs';

/** Where scripts/setup --cms puts the systems, and they their data. */
export const place = join(root, 'build/cms');

/** A port that nothing listens on. @returns {Promise<number>} */
export const findPort = () => new Promise((resolve) => {
  const server = createServer().listen(0, '127.0.0.1', () => {
    const { port } = /** @type {import('node:net').AddressInfo} */ (server.address());
    server.close(() => resolve(port));
  });
});

const wait = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));

/**
 * Starts a server and waits until it answers. What it says is kept in build/cms/NAME.log.
 *
 * @param {string} name
 * @param {string[]} command a program and its arguments
 * @param {{answers: () => Promise<boolean> | boolean, env?: Record<string, string>, folder?: string, seconds?: number}} options
 * @returns {Promise<() => Promise<void>>} stops it
 */
export async function startServer(name, command, { answers, env = {}, folder = place, seconds = 60 }) {
  mkdirSync(place, { recursive: true });
  const log = join(place, `${name}.log`);
  const output = openSync(log, 'w');
  // setpriv: the kernel ends the server when this process is gone, even where that was killed.
  const child = spawn('setpriv', ['--pdeathsig', 'KILL', ...command], { cwd: folder, env: { ...process.env, ...env }, stdio: ['ignore', output, output] });
  closeSync(output);
  const ended = new Promise((resolve) => child.on('exit', resolve).on('error', resolve));
  const runs = () => child.exitCode === null && child.signalCode === null && child.pid !== undefined;
  const stop = async () => {
    if (runs()) child.kill('SIGTERM');
    const patience = setTimeout(() => child.kill('SIGKILL'), 10_000);
    await ended;
    clearTimeout(patience);
  };
  for (const end = Date.now() + seconds * 1000; Date.now() < end && runs(); await wait(100)) {
    if (await answers()) return stop;
  }
  await stop();
  assert.fail(`${name} did not start:\n${readFileSync(log, 'utf8').split('\n').slice(-20).join('\n')}`);
}

/** Whether something answers there. @param {string} url */
export const answersAt = (url) => fetch(url).then(({ ok }) => ok, () => false);
