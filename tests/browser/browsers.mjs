// The two browsers of the suite, each with the options that make it quiet, and the demo's server for them.
import { existsSync } from 'node:fs';
import { requireWeb } from '../web-modules.mjs';
import { createServer } from '../../web/tools/dev-server.mjs';

const { chromium, firefox } = requireWeb('playwright-core');

const quiet = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
  '--disable-component-update', '--disable-sync'];

export const browsers = {
  chromium: () => chromium.launch({ executablePath: '/usr/bin/chromium', args: quiet }),
  firefox: () => firefox.launch({ channel: 'moz-firefox', executablePath: '/usr/bin/firefox-esr' }),
};

export const installed = (name) => existsSync(name === 'chromium' ? '/usr/bin/chromium' : '/usr/bin/firefox-esr');

/** @param {import('../../web/tools/static-server.mjs').Hook} [hook] */
export async function serve(hook) {
  const server = await createServer({ port: 0, ...(hook && { hook }) });
  return { server, origin: server.url };
}
