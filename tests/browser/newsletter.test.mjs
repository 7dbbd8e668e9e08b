// The newsletter's form: what becomes of it in the page, what each service is sent, and that it works without JavaScript.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { after, before, describe, test } from 'node:test';
import { command } from '../command.mjs';
import { requireWeb } from '../web-modules.mjs';
import { browsers, installed, serve } from './browsers.mjs';

const axe = readFileSync(requireWeb.resolve('axe-core/axe.min.js'), 'utf8');
const lists = [{ id: 'daily', title: 'Daily', checked: true }, { id: 'weekly', title: 'Weekly', description: 'On Sundays' }];
const address = 'reader@news.example';

for (const [name, launch] of Object.entries(browsers)) {
  describe(`newsletter in ${name}`, { skip: installed(name) ? false : `${name} is not installed`, timeout: 240_000 }, () => {
    let browser, context, page, server, origin, faults, story, came, answers, policy;
    before(async () => {
      ({ server, origin } = await serve(async (request, response, path) => {
        if (path === '/story.json') response.writeHead(200, { 'Content-Type': 'application/json' }).end(story);
        else if (path === '/printed.html') {
          const page_of_story = execFileSync(command, ['render', '--page', '--src', '/story.json', '--base', `${origin}/story.json`, '-'], { input: story, encoding: 'utf8', stdio: ['pipe', 'pipe', 'ignore'] });
          response.writeHead(200, { 'Content-Type': 'text/html; charset=utf-8' }).end(page_of_story);
        } else if (path === '/story.html') {
          response.writeHead(200, { 'Content-Type': 'text/html; charset=utf-8', ...(policy ? { 'Content-Security-Policy': policy } : {}) })
            .end('<!doctype html><html lang=en><title>Story</title><body><script type=module src=/longread/longread.js></script><long-read src=/story.json></long-read>');
        } else if (path.startsWith('/letters')) {
          let body = '';
          for await (const part of request) body += part;
          came.push({ method: request.method, path, type: request.headers['content-type'], body });
          const [status, text] = answers?.[path] ?? [200, 'Welcome'];
          response.writeHead(status, { 'Content-Type': 'text/plain' }).end(text);
        } else return false;
        return true;
      }));
      browser = await launch();
    });
    after(async () => {
      await browser?.close();
      await server?.close();
    });

    const open = async ({ newsletter = {}, init, reply, csp, options = {} } = {}) => {
      await context?.close();
      [faults, came, answers, policy] = [[], [], reply, csp];
      story = JSON.stringify({ longread: 1, url: '/story.html', lang: 'en', title: 'Tables', body: { blocks: ['Words.'] }, newsletter: { title: 'Letters', action: '/letters', ...newsletter } });
      context = await browser.newContext({ viewport: { width: 900, height: 700 }, ...options });
      if (init) await context.addInitScript(init);
      page = await context.newPage();
      page.setDefaultTimeout(10_000);
      page.on('pageerror', (error) => faults.push(error.message));
      await page.goto(`${origin}/story.html`);
      await page.locator('.newsletter-form .field').waitFor();
      await page.waitForFunction(() => document.querySelector('long-read').shadowRoot.querySelector('.newsletter-form').noValidate);
    };
    const subscribe = async (email = address) => {
      // fill() of Firefox's driver adds to what stands in a field of a shadow root.
      await page.locator('.newsletter-form .field').evaluate((field) => (field.value = ''));
      await page.locator('.newsletter-form .field').fill(email);
      await page.locator('.newsletter-form button').click();
    };
    const says = (words) => page.locator('.form-status').getByText(words).waitFor();
    const sent = () => came.map(({ body }) => body);

    test('an address that is none is said at the field, which has the focus', async () => {
      await open();
      await subscribe('reader');
      await says('Please enter an email address.');
      assert.deepEqual(await page.evaluate(() => {
        const { activeElement } = document.querySelector('long-read').shadowRoot;
        return [activeElement.className, activeElement.getAttribute('aria-invalid'), activeElement.getAttribute('aria-describedby')];
      }), ['field', 'true', 'lr-form-status']);
      assert.deepEqual(came, []);
    });

    test('a form of the site is sent with the lists that were chosen, and is not drawn for its subscribers', async () => {
      await open({ newsletter: { lists } });
      await page.getByText('Weekly').click();
      await subscribe();
      await says('You are subscribed.');
      assert.deepEqual(sent(), ['lists=daily&lists=weekly&email=reader%40news.example&lr-website=']);
      await page.waitForFunction(() => JSON.parse(localStorage.getItem('longread') ?? '{}').subscribed?.length === 2);
      assert.ok(!(await page.evaluate(() => JSON.stringify(localStorage))).includes('@'));
      await page.reload();
      await page.locator('.headline').waitFor();
      await page.waitForTimeout(700);
      assert.equal(await page.locator('.newsletter').count(), 0);
      assert.deepEqual(faults, []);
    });

    test('what a server has drawn goes before a subscriber comes to it, and stays for all others', async () => {
      await open({ newsletter: { lists } });
      const words = Array.from({ length: 60 }, (_, index) => `Paragraph ${index}.`);
      story = story.replace('"Words."', JSON.stringify(words).slice(1, -1));
      const comeNear = async () => {
        await page.goto(`${origin}/printed.html`);
        await page.waitForFunction(() => document.querySelector('long-read').shadowRoot.querySelector('.newsletter-form').noValidate);
        await page.locator('.body > p').nth(50).scrollIntoViewIfNeeded();
      };
      await comeNear();
      await subscribe();
      await says('You are subscribed.');
      await page.waitForFunction(() => JSON.parse(localStorage.getItem('longread') ?? '{}').subscribed?.length === 1);
      await page.getByText('Weekly').click();
      await comeNear();
      await page.waitForTimeout(700);
      assert.equal(await page.locator('.newsletter').count(), 1, 'one list is not all of them');
      await page.getByText('Weekly').click();
      await subscribe();
      await page.waitForFunction(() => JSON.parse(localStorage.getItem('longread') ?? '{}').subscribed?.length === 2);
      await comeNear();
      await page.waitForFunction(() => !document.querySelector('long-read').shadowRoot.querySelector('.newsletter'));
      assert.deepEqual(faults, []);
    });

    test('who has subscribed already is told so; what failed can be tried again', async () => {
      await open({ reply: { '/letters': [409, ''] } });
      await subscribe();
      await says('You are already subscribed.');
      await open({ reply: { '/letters': [500, ''] } });
      await subscribe();
      await says('That did not work.');
      answers = {};
      await subscribe();
      await says('You are subscribed.');
      assert.equal(came.length, 2);
    });

    // https://github.com/buttondown/docs: the embeddable form; Mailchimp's embedded form: EMAIL, b_U_ID. Neither lets pages read
    // its answer.
    test('Mailchimp and Buttondown are sent their own forms, and nothing is claimed', async () => {
      await open({ newsletter: { service: 'mailchimp', action: '/letters?u=a1&id=b2', lists: [{ id: 'group[7][1]' }] } });
      await subscribe();
      await says('Please check your mail.');
      assert.deepEqual([...new URLSearchParams(sent()[0])], [['group[7][1]', '1'], ['EMAIL', address], ['b_a1_b2', '']]);
      await open({ newsletter: { service: 'buttondown', lists } });
      await subscribe();
      await says('Please check your mail.');
      assert.deepEqual([...new URLSearchParams(sent()[0])], [['tag', 'daily'], ['email', address], ['lr-website', ''], ['embed', '1']]);
    });

    test('Kit says in JSON what came of it', async () => {
      await open({ newsletter: { service: 'convertkit', lists }, reply: { '/letters': [200, '{"status":"success"}'] } });
      await subscribe();
      await says('Please check your mail.');
      assert.deepEqual([...new URLSearchParams(sent()[0])].slice(0, 2), [['tags[]', 'daily'], ['email_address', address]]);
      answers = { '/letters': [200, '{"status":"failed"}'] };
      await subscribe();
      await says('That did not work.');
    });

    // Ghost 5.91 and later: /members/api/integrity-token/, then /members/api/send-magic-link/ with the token.
    test('Ghost is asked for its token first', async () => {
      await open({ newsletter: { service: 'ghost', action: '/letters/', lists }, reply: { '/letters/members/api/integrity-token/': [200, 'tok'], '/letters/members/api/send-magic-link/': [201, 'Created.'] } });
      await subscribe();
      await says('Please check your mail.');
      assert.deepEqual(came.map(({ method, path }) => `${method} ${path}`), ['GET /letters/members/api/integrity-token/', 'POST /letters/members/api/send-magic-link/']);
      assert.deepEqual(JSON.parse(came[1].body), { email: address, emailType: 'subscribe', newsletters: [{ name: 'daily' }], integrityToken: 'tok' });
    });

    test('a program that fills in every field sends nothing', async () => {
      await open();
      await page.locator('.trap').evaluate((field) => (field.value = 'x'));
      await subscribe();
      await says('That did not work.');
      assert.deepEqual(came, []);
    });

    const offline = () => {
      window.is_online = false;
      Object.defineProperty(Navigator.prototype, 'onLine', { get: () => window.is_online });
      const real = fetch;
      window.fetch = (...given) => (window.is_online || !String(given[0]).includes('letters') ? real(...given) : Promise.reject(new TypeError('offline')));
    };
    test('offline it is kept, and sent once there is a network', async () => {
      await open({ init: offline });
      await subscribe();
      await says('It will be sent later.');
      assert.ok(await page.evaluate(() => localStorage.getItem('longread-letters')));
      await page.evaluate(() => {
        window.is_online = true;
        dispatchEvent(new Event('online'));
      });
      await says('You are subscribed.');
      assert.equal(came.length, 1);
      assert.equal(await page.evaluate(() => localStorage.getItem('longread-letters')), null);
    });

    test('what waited and failed waits on; the ledger names it and deletes it', async () => {
      await open({ init: offline, reply: { '/letters': [500, ''] } });
      await subscribe();
      await says('It will be sent later.');
      const since = await page.evaluate(() => JSON.parse(localStorage.getItem('longread-letters'))[0].at);
      await page.evaluate(() => {
        window.is_online = true;
        dispatchEvent(new Event('online'));
      });
      await says('That did not work.');
      assert.equal(await page.evaluate(() => JSON.parse(localStorage.getItem('longread-letters'))[0].at), since);
      await page.evaluate(() => document.querySelector('long-read').setAttribute('hide', 'meta'));
      await page.getByRole('button', { name: 'What this page remembers' }).click();
      await page.locator('.ledger').getByText(`${address} →`).waitFor();
      await page.getByRole('button', { name: 'Delete everything' }).click();
      await page.waitForFunction(() => !localStorage.length);
      await page.locator('.ledger').getByText(address).waitFor({ state: 'detached' });
      assert.deepEqual(faults, []);
    });

    test('without storage nothing is kept, and the reader is told that it failed', async () => {
      await open({ init: `(${offline})();Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('no', 'SecurityError'); } });` });
      await subscribe();
      await says('That did not work.');
      assert.deepEqual(faults, []);
    });

    test('a policy without the host makes it a plain form', async () => {
      const other = origin.replace('127.0.0.1', 'localhost');
      const target = other === origin ? origin.replace('localhost', '127.0.0.1') : other;
      await open({ newsletter: { action: `${target}/letters` }, csp: "connect-src 'self'" });
      await subscribe();
      await page.waitForURL('**/letters');
      assert.equal(came.at(-1).method, 'POST');
      assert.match(came.at(-1).body, /email=reader%40news\.example/);
    });

    test('the page may take the address itself', async () => {
      await open();
      await page.evaluate(() => document.addEventListener('longread-subscribe', (event) => event.preventDefault()));
      await subscribe();
      await page.waitForTimeout(300);
      assert.deepEqual(came, []);
    });

    test('axe finds nothing before and after', async () => {
      await open({ newsletter: { lists, consent: 'We keep it.', consent_link: { label: 'Privacy', url: '/p' } } });
      await page.evaluate(axe);
      const faultsOf = () => page.evaluate(async () => (await window.axe.run(document.querySelector('long-read'))).violations.map(({ id }) => id));
      assert.deepEqual(await faultsOf(), []);
      await subscribe('x');
      assert.deepEqual(await faultsOf(), []);
    });
  });
}
