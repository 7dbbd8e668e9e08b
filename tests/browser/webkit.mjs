// WebKitGTK for the tests: its driver on a display of its own. Playwright has no WebKit that runs here.
import { spawn } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { createServer } from 'node:net';
import { once } from 'node:events';
import { isReady, Session } from './webdriver.mjs';

const driver_path = '/usr/bin/WebKitWebDriver';
const needed = [driver_path, '/usr/bin/xvfb-run', '/usr/bin/Xvfb'];

/** The browser stands in a folder named for the machine's architecture. */
const browser_path = readdirSync('/usr/lib')
  .map((folder) => `/usr/lib/${folder}/webkit2gtk-4.1/MiniBrowser`)
  .find((path) => existsSync(path));

/** Why there can be no test in WebKit; undefined where there can. */
export function whyNoWebkit() {
  const missing = needed.find((path) => !existsSync(path)) ?? (browser_path ? undefined : 'MiniBrowser of webkit2gtk-4.1');
  return missing && `${missing} is not installed`;
}

// The driver lives as long as this process holds the other end of its standard input. So it ends, and then its display,
// however this process ends.
const driver_script = '"$0" --port="$1" </dev/null & cat >/dev/null; kill $!; wait';

async function findPort() {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address();
  server.close();
  return port;
}

async function stop(display, group_ended) {
  display.stdin.end();
  const late = setTimeout(() => process.kill(-display.pid, 'SIGKILL'), 10_000);
  await group_ended;
  clearTimeout(late);
}

/** A session, and what ends it together with browser, driver and display. */
export async function launchWebkit() {
  const port = await findPort();
  const arguments_ = ['-a', '-s', '-screen 0 1280x900x24', 'sh', '-c', driver_script, driver_path, String(port)];
  // A group of its own: what does not end by itself can be ended as a whole.
  const display = spawn('/usr/bin/xvfb-run', arguments_, { detached: true, stdio: ['pipe', 'ignore', 'pipe'] });
  // WebKit complains of video plug-ins that no test needs: heard only when nothing works.
  let complaints = '';
  display.stderr.on('data', (text) => (complaints += text));
  const ended = once(display, 'exit');
  try {
    const driver = `http://127.0.0.1:${port}`;
    for (let tries = 0; !(await isReady(driver)); ++tries) {
      if (tries === 150 || display.exitCode !== null) throw new Error(`WebKitWebDriver does not answer\n${complaints}`);
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    const session = await Session.start(driver, {
      browserName: 'MiniBrowser',
      'webkitgtk:browserOptions': { binary: browser_path, args: ['--automation'] },
    });
    const close = async () => {
      await session.end().catch(() => {});
      await stop(display, ended);
    };
    return { session, close };
  } catch (error) {
    await stop(display, ended);
    throw error;
  }
}
