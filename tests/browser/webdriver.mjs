// A client for W3C WebDriver (https://www.w3.org/TR/webdriver2/), as far as the smoke tests need it.

const element_key = 'element-6066-11e4-a52e-4f735466cecf';
const shadow_key = 'shadow-6066-11e4-a52e-4f735466cecf';

/** The code points that WebDriver gives to keys which are no characters. */
export const keys = { tab: '\uE004', enter: '\uE007' };

/** One command; the driver's refusal becomes an exception that names it. */
async function send(method, url, body) {
  const response = await fetch(url, { method, body: body && JSON.stringify(body), signal: AbortSignal.timeout(30_000) });
  const { value } = await response.json();
  if (!response.ok) throw new Error(`${method} ${new URL(url).pathname}: ${value.error}: ${value.message}`);
  return value;
}

/** Whether the driver at this address takes sessions. */
export const isReady = (driver) => send('GET', `${driver}/status`).then((status) => status.ready, () => false);

export class Session {
  #url;
  constructor(url) {
    this.#url = url;
  }

  /** @param {string} driver its address @param {object} capabilities */
  static async start(driver, capabilities) {
    const { sessionId } = await send('POST', `${driver}/session`, { capabilities: { alwaysMatch: capabilities } });
    const session = new Session(`${driver}/session/${sessionId}`);
    await session.#post('timeouts', { script: 10_000, pageLoad: 20_000, implicit: 0 });
    return session;
  }

  #post(command, body = {}) {
    return send('POST', `${this.#url}/${command}`, body);
  }

  end() {
    return send('DELETE', this.#url);
  }

  open(url) {
    return this.#post('url', { url });
  }

  /** Runs a function in the page and gives what it returns, or what its promise resolves to. */
  async run(action, ...given) {
    // Not execute/sync: drivers differ in whether they wait for a promise there.
    const script = `const done = arguments[arguments.length - 1];
      Promise.resolve().then(() => (${action})(...[...arguments].slice(0, -1))).then((value) => done({ value }), (error) => done({ error: String(error) }));`;
    const { value, error } = await this.#post('execute/async', { script, args: given });
    if (error) throw new Error(`in the page: ${error}`);
    return value;
  }

  /** Asks the page until it says yes. */
  async waitFor(question, ...given) {
    const deadline = Date.now() + 15_000;
    while (!(await this.run(question, ...given))) {
      if (Date.now() > deadline) throw new Error(`it never came true: ${question}`);
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }

  /** An element in the shadow root of the first host that matches. */
  async findInside(host, selector) {
    const { [element_key]: outer } = await this.#post('element', { using: 'css selector', value: host });
    const { [shadow_key]: shadow } = await send('GET', `${this.#url}/element/${outer}/shadow`);
    const { [element_key]: inner } = await this.#post(`shadow/${shadow}/element`, { using: 'css selector', value: selector });
    return inner;
  }

  /** As a reader does: the driver scrolls there and refuses where something else lies on top. */
  click(element) {
    return this.#post(`element/${element}/click`);
  }

  press(key) {
    const actions = [{ type: 'keyDown', value: key }, { type: 'keyUp', value: key }];
    return this.#post('actions', { actions: [{ type: 'key', id: 'keyboard', actions }] });
  }
}
