// A WordPress of our own: Debian's files, MariaDB behind a socket, PHP's own server. What it holds is made anew each time.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { answersAt, findPort, place, startServer } from './servers.mjs';

const folder = join(place, 'wordpress/usr/share/wordpress');
const ours = (name) => fileURLToPath(new URL(`wordpress/${name}`, import.meta.url));

export const skipped = existsSync(join(folder, 'wp-load.php')) ? false : 'WordPress is not there: scripts/setup --cms says why';

function copyOurs() {
  const plugins = join(folder, 'wp-content/mu-plugins');
  rmSync(join(folder, 'wp-content/uploads'), { recursive: true, force: true });
  mkdirSync(plugins, { recursive: true });
  copyFileSync(ours('wp-config.php'), join(folder, 'wp-config.php'));
  copyFileSync(ours('oembed.php'), join(plugins, 'oembed.php'));
}

/** Without users: the socket stands in a folder that only we can enter. */
function startDatabase(socket) {
  const data = join(place, 'mariadb');
  mkdirSync(data, { recursive: true });
  const command = ['mariadbd', '--no-defaults', `--user=${userInfo().username}`, `--datadir=${data}`, `--socket=${socket}`,
    '--skip-networking', '--skip-grant-tables', '--innodb-flush-log-at-trx-commit=0'];
  return startServer('mariadb', command, { answers: () => existsSync(socket) });
}

/** @returns {Promise<{origin: string, ask: Function, upload: Function, stop: () => Promise<void>}>} */
export async function startWordPress() {
  const sockets = mkdtempSync(join(tmpdir(), 'longread-cms-'));
  const stops = [async () => rmSync(sockets, { recursive: true })];
  const stop = async () => {
    for (const one of stops.splice(0).reverse()) await one();
  };
  try {
    copyOurs();
    const socket = join(sockets, 'database');
    stops.push(await startDatabase(socket));
    const port = await findPort();
    const origin = `http://127.0.0.1:${port}`;
    const env = { CMS_DATABASE_SOCKET: socket, CMS_ORIGIN: origin };
    const password = execFileSync('php', [ours('install.php'), folder, origin], { encoding: 'utf8', env: { ...process.env, ...env } });
    stops.push(await startServer('wordpress', ['php', '-S', `127.0.0.1:${port}`, '-t', folder], { env, answers: () => answersAt(`${origin}/wp-json/`) }));
    return { origin, stop, ...makeClient(origin, `editor:${password}`) };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** What the tests ask of the REST interface, as the site's administrator. */
function makeClient(origin, credentials) {
  const Authorization = `Basic ${Buffer.from(credentials).toString('base64')}`;
  const send = async (path, options) => {
    const response = await fetch(`${origin}/wp-json/wp/v2/${path}`, options);
    const text = await response.text();
    assert.ok(response.ok, `${path}: ${response.status} ${text.slice(0, 400)}`);
    return JSON.parse(text);
  };
  return {
    /** Posts the values where there are some. @param {string} path @param {object} [values] */
    ask: (path, values) => send(path, values && { method: 'POST', headers: { Authorization, 'Content-Type': 'application/json' }, body: JSON.stringify(values) }),
    /** @param {string} name @param {string} type @param {Buffer} bytes */
    upload: (name, type, bytes) => send('media', { method: 'POST', headers: { Authorization, 'Content-Type': type, 'Content-Disposition': `attachment; filename="${name}"` }, body: bytes }),
  };
}
