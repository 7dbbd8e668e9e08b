// A Ghost of our own, with SQLite. What it holds is made anew each time.
import assert from 'node:assert/strict';
import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { answersAt, findPort, place, startServer } from './servers.mjs';

const folder = join(place, 'ghost');
const owner = { name: 'Zoë O’Brien', email: 'zoe@example.org', password: 'not-a-secret-3Qx', blogTitle: 'The Harbour Gazette' };

export const skipped = existsSync(join(folder, '.fetched')) ? false : 'Ghost is not there: build/cms/ghost-fetch.log says why';

/** Its settings: nothing is asked of other hosts, no letter is sent. */
const settings = (origin, port, database) => ({
  NODE_ENV: 'production',
  url: origin,
  server__port: String(port),
  database__client: 'sqlite3',
  database__connection__filename: database,
  database__useNullAsDefault: 'true',
  logging__transports: '["stdout"]',
  mail__transport: 'stub',
  privacy__useUpdateCheck: 'false',
  privacy__useGravatar: 'false',
  security__staffDeviceVerification: 'false',
});

export async function startGhost() {
  const port = await findPort();
  const origin = `http://127.0.0.1:${port}`;
  const database = join(place, 'ghost.sqlite');
  rmSync(database, { force: true });
  for (const kind of ['images', 'media', 'files']) rmSync(join(folder, 'content', kind), { recursive: true, force: true });
  const admin = `${origin}/ghost/api/admin`;
  const stop = await startServer('ghost', [process.execPath, 'index.js'], {
    folder, env: settings(origin, port, database), seconds: 180, answers: () => answersAt(`${admin}/site/`),
  });
  try {
    return { origin, stop, ...(await makeClient(origin, admin)) };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** Makes the owner and a key; then what the tests ask of the admin's interface. */
async function makeClient(origin, admin) {
  const headers = { Origin: origin };
  const send = async (path, body) => {
    const is_form = body instanceof FormData;
    const response = await fetch(`${admin}/${path}`, {
      method: 'POST', headers: is_form ? headers : { ...headers, 'Content-Type': 'application/json' }, body: is_form ? body : JSON.stringify(body),
    });
    const text = await response.text();
    assert.ok(response.ok, `${path}: ${response.status} ${text.slice(0, 600)}`);
    Object.assign(headers, response.headers.has('set-cookie') && { Cookie: response.headers.get('set-cookie').split(';')[0] });
    return text.startsWith('{') ? JSON.parse(text) : text;
  };
  await send('authentication/setup/', { setup: [owner] });
  await send('session/', { username: owner.email, password: owner.password });
  const { integrations: [{ api_keys }] } = await send('integrations/?include=api_keys', { integrations: [{ name: 'tests' }] });
  const key = api_keys.find(({ type }) => type === 'content').secret;
  return {
    send,
    /** The address of posts for readers. @param {string} path */
    content: (path) => `${origin}/ghost/api/content/${path}${path.includes('?') ? '&' : '?'}key=${key}&include=authors,tags`,
    /** @param {'images' | 'media' | 'files'} kind @param {string} name @param {string} type @param {Buffer} bytes @returns {Promise<string>} its address */
    upload: async (kind, name, type, bytes) => {
      const form = new FormData();
      form.append('file', new Blob([bytes], { type }), name);
      return (await send(`${kind}/upload/`, form))[kind][0].url;
    },
  };
}
