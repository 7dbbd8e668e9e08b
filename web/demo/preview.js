// A preview of campaigns for newsrooms: what the form says is asked of the core, and shown in a page of its own.
import { askCore } from './preview/ask-core.js';
import { findDraw, findObstacles, findVariant, narrow } from './preview/conditions.js';
import { makeReader, writeTime } from './preview/readers.js';

/** @typedef {import('./preview/ask-core.js').Situation} Situation */
/** @typedef {import('./preview/ask-core.js').Decision} Decision */

/** Of src/read/read_campaigns.cpp, in bytes. */
const file_limit = 64 << 10;
const article_limit = 4 << 20;
/** In ms. */
const patience = 8000;
const typing_pause = 300;

/** The draw of readers for whom no variant has been chosen: of this visit, so that they stay the same. */
const [chance] = crypto.getRandomValues(new Uint16Array(1));

/** @param {string} id @returns {any} */
const byId = (id) => document.getElementById(id);
/** @type {HTMLFormElement} */
const form = byId('form');

/** @param {string} name @returns {string} */
const valueOf = (name) => String(new FormData(form).get(name) ?? '');

/** @param {string} url @param {number} limit */
async function fetchText(url, limit) {
    const response = await fetch(url, { signal: AbortSignal.timeout(patience) });
    if (!response.ok) throw new Error(`${url}: ${response.status}`);
    const bytes = await response.arrayBuffer();
    if (bytes.byteLength > limit) throw new Error(`${url}: over ${limit} bytes`);
    return new TextDecoder().decode(bytes);
}

/** @param {string} text @returns {any} undefined where it is no JSON */
function parse(text) {
    try {
        return JSON.parse(text);
    } catch {
        return undefined;
    }
}

/** Which rows of the form count. */
function showRows() {
    const shown = [valueOf('file') ? '' : 'own-file', valueOf('reader')];
    for (const row of form.querySelectorAll('[data-only]')) {
        /** @type {HTMLElement} */ (row).hidden = !shown.includes(row.getAttribute('data-only') ?? '');
    }
}

/**
 * @param {HTMLSelectElement} select
 * @param {[value: string, words: string][]} options
 */
function offer(select, options) {
    const before = select.value;
    select.replaceChildren(...options.map(([value, words]) => new Option(words, value)));
    select.value = options.some(([value]) => value === before) ? before : (options[0]?.[0] ?? '');
    select.disabled = options.length < 2;
}

/** @param {any} file @returns {any[]} campaigns that can be chosen */
const campaignsOf = (file) => (Array.isArray(file?.campaigns) ? file.campaigns.filter((/** @type {any} */ one) => typeof one?.id === 'string') : []);

/** @param {any} campaign @returns {any[]} */
const variantsOf = (campaign) => (Array.isArray(campaign?.variants) ? campaign.variants : []);

/** @param {any} variant @param {number} at */
const nameOf = (variant, at) => variant?.id || `number ${at + 1}`;

/** What can be chosen of a file. @param {any} file */
function offerCampaigns(file) {
    const campaigns = campaignsOf(file);
    offer(byId('campaign'), [
        ['', 'Whichever is chosen for the reader'],
        ...campaigns.map(({ id }) => /** @type {[string, string]} */ ([`=${id}`, id])),
    ]);
    const campaign = campaigns.find(({ id }) => `=${id}` === byId('campaign').value);
    offer(byId('variant'), [
        ['', 'As the reader’s draw falls'],
        ...variantsOf(campaign).map((variant, at) => /** @type {[string, string]} */ ([String(at), nameOf(variant, at)])),
        ...(campaign?.holdback > 0 ? [/** @type {[string, string]} */ (['-1', 'Held back: sees nothing'])] : []),
    ]);
    return campaign;
}

/** @param {string} words */
const sentence = (words) => Object.assign(document.createElement('p'), { textContent: words });

/** @param {string[]} items */
function list(items) {
    const element = document.createElement('ul');
    element.append(...items.map((words) => Object.assign(document.createElement('li'), { textContent: words, dir: 'auto' })));
    return element;
}

/** @param {Decision['notes']} notes */
const listNotes = (notes) =>
    notes.length
        ? [sentence('Longread’s notes on the documents:'), list(notes.map(({ code, line, column, detail }) => `${line ? `line ${line}, column ${column}: ` : ''}${code} ${detail}`))]
        : [];

/**
 * @param {boolean | undefined} is_shown
 * @param {string} heading
 * @param {Element[]} reasons
 */
function say(is_shown, heading, reasons) {
    byId('verdict').dataset.shown = is_shown === undefined ? '' : is_shown ? 'yes' : 'no';
    byId('decision').textContent = heading;
    byId('reasons').replaceChildren(...reasons);
}

/** What the prompt itself would tell its reader. @param {Decision} decision */
const whyOf = ({ prompt }) => [...(prompt?.querySelectorAll('.why li') ?? [])].map(({ textContent }) => textContent ?? '');

/**
 * @param {Situation} situation
 * @param {Decision} decision
 */
async function explainShown(situation, decision) {
    const campaign = campaignsOf(situation.file).find(({ id }) => id === decision.campaign);
    const at = await findVariant(situation, campaign);
    const heading = `Shown: ${decision.campaign}${at < 0 ? '' : `, variant ${nameOf(campaign.variants[at], at)}`}`;
    const why = list(whyOf(decision));
    why.lang = situation.lang || parse(situation.article)?.lang || '';
    return { heading, reasons: [sentence('All twenty conditions are met. The prompt tells its reader:'), why] };
}

/** @param {Situation} situation */
async function explainHidden(situation) {
    const campaigns = campaignsOf(situation.file);
    /** @type {Element[]} */
    const reasons = [];
    for (const campaign of campaigns) {
        if (campaigns.length > 1) reasons.push(Object.assign(document.createElement('h3'), { textContent: campaign.id }));
        reasons.push(list(await findObstacles(situation, campaign)));
    }
    if (!campaigns.length) reasons.push(sentence('The file has no campaign that can be read.'));
    return { heading: 'Not shown: this reader is asked for nothing', reasons };
}

/**
 * Of a campaign that is looked at alone: whether the whole file would give the reader another.
 *
 * @param {Situation} alone
 * @param {any} file
 */
async function compare(alone, file) {
    const { campaign } = await askCore({ ...alone, file });
    if (!campaign || campaign === alone.file.campaigns[0].id) return [];
    return [sentence(`Of the whole file this reader gets ${campaign}, which has a higher priority, or the same and comes first.`)];
}

/** @param {Situation} situation */
function writeCommand({ state, now, hosts }) {
    const quote = (/** @type {string} */ text) => `'${text.replaceAll("'", "'\\''")}'`;
    const path = (/** @type {string} */ name) => (name ? `web/demo/${name}` : 'campaigns.json');
    byId('command').textContent = [
        `printf '%s' ${quote(JSON.stringify(state))} > state.json`,
        `longread explain ${path(valueOf('file'))} --article ${path(valueOf('article'))} --state state.json --now ${now}${hosts ? ` --donate-hosts ${quote(hosts)}` : ''}`,
    ].join('\n');
}

/** @param {Situation} situation @param {number} now @param {boolean} is_shown */
function showPage({ address, file, state, hosts, lang }, now, is_shown) {
    const frame = byId('frame');
    frame.dataset.width = valueOf('width');
    frame.dataset.page = 'coming';
    byId('told').textContent = '';
    /** @type {any} */ (window).longreadPreview = {
        now,
        state: JSON.stringify(state),
        campaigns: typeof file === 'string' ? file : JSON.stringify(file),
        dark: valueOf('scheme') === 'dark',
        is_shown,
        attributes: { src: address, 'donate-hosts': hosts, lang },
    };
    frame.contentWindow.location.replace(new URL('preview/frame.html', location.href));
}

/**
 * @param {Situation} situation
 * @param {Date} time
 * @param {any} campaign
 * @returns {Promise<any>} the reader's state, with a draw where a variant has been chosen
 */
async function findReader(situation, time, campaign) {
    const reader = valueOf('reader');
    const state = reader === 'own' ? parse(valueOf('state')) : await makeReader(situation, time, reader, Math.min(Number(valueOf('articles')) || 0, 200), campaign);
    if (!state || typeof state !== 'object') throw new Error('What the device remembers is no JSON.');
    const variant = valueOf('variant');
    if (!campaign || variant === '') return { draw: chance, ...state };
    const draw = await findDraw({ ...situation, state }, campaign, Number(variant));
    if (draw === undefined) throw new Error('No reader sees this variant: it has no weight, or hardly any, or no host that is named below.');
    return { ...state, draw };
}

/** @param {() => boolean} is_current */
async function update(is_current) {
    showRows();
    const name = valueOf('file');
    const text = name ? await fetchText(name, file_limit) : valueOf('text');
    const file = parse(text);
    if (!is_current()) return;
    const campaign = offerCampaigns(file);
    const article_name = valueOf('article');
    const time = new Date(valueOf('time'));
    if (Number.isNaN(time.getTime())) throw new Error('The date and time are missing.');
    const start = {
        article: await fetchText(article_name, article_limit),
        address: new URL(article_name, location.href).href,
        file: typeof file === 'object' && file ? file : text,
        state: { longread: 1 },
        now: writeTime(time),
        hosts: valueOf('hosts').trim().replace(/\s+/g, ' '),
        lang: valueOf('lang'),
    };
    const state = await findReader(start, time, campaign);
    const whole = { ...start, state };
    const situation = campaign ? narrow(whole, campaign) : whole;
    const decision = await askCore(situation);
    const verdict = await (decision.campaign ? explainShown : explainHidden)(situation, decision);
    const others = campaign ? await compare(situation, start.file) : [];
    if (!is_current()) return;
    showPage(situation, time.getTime(), Boolean(decision.campaign));
    writeCommand(whole);
    say(Boolean(decision.campaign), verdict.heading, [...verdict.reasons, ...others, ...listNotes(decision.notes)]);
}

let updates = 0;

async function refresh() {
    const number = ++updates;
    const is_current = () => number === updates;
    byId('verdict').setAttribute('aria-busy', 'true');
    try {
        await update(is_current);
    } catch (error) {
        if (is_current()) say(undefined, 'Not decided', [sentence(error instanceof Error ? error.message : String(error))]);
    }
    if (is_current()) byId('verdict').removeAttribute('aria-busy');
}

/** @type {ReturnType<typeof setTimeout>} */
let pause;
form.addEventListener('submit', (event) => event.preventDefault());
form.addEventListener('input', ({ target }) => {
    if (target instanceof HTMLInputElement && target.name === 'width') return void (byId('frame').dataset.width = target.value);
    clearTimeout(pause);
    // What is being decided is of a form that has changed.
    ++updates;
    byId('verdict').setAttribute('aria-busy', 'true');
    pause = setTimeout(refresh, typing_pause);
});
byId('upload').addEventListener('change', async () => {
    const [chosen] = byId('upload').files;
    if (!chosen) return;
    byId('text').value = chosen.size > file_limit ? '' : await chosen.text();
    if (chosen.size > file_limit) return say(undefined, 'Not decided', [sentence('The file is larger than 64 KB, which is more than Longread reads.')]);
    void refresh();
});
byId('copy').addEventListener('click', async () => {
    try {
        await navigator.clipboard.writeText(byId('command').textContent);
        byId('copied').textContent = 'Copied.';
    } catch {
        byId('copied').textContent = 'This browser does not allow it: select the text, and copy it.';
    }
});

/** Scroll bars take none of the width that was asked for. */
function finishPage() {
    const frame = byId('frame');
    const bar = frame.contentWindow.innerWidth - frame.contentDocument.documentElement.clientWidth;
    frame.style.setProperty('--scroll-bar', `${bar}px`);
    frame.dataset.page = 'drawn';
}

/** @type {Record<string, string>} */
const told = {
    donate: 'Here the reader would leave for',
    subscribe: 'Here the address would be sent to',
    select: 'Here the reader would go on to',
    link: 'Here the reader would go on to',
};
addEventListener('message', ({ data, origin, source }) => {
    if (origin !== location.origin || source !== byId('frame').contentWindow) return;
    if (data.longread === 'drawn') finishPage();
    else if (told[data.longread]) byId('told').textContent = `${told[data.longread]} ${data.url}`;
});

const now = new Date();
byId('time').value = writeTime(now).slice(0, 16);
// A link may choose: preview.html?file=campaigns/goal.json&reader=regular
for (const [name, value] of new URLSearchParams(location.search)) {
    const field = form.elements.namedItem(name);
    if (field instanceof HTMLSelectElement || field instanceof HTMLInputElement || field instanceof RadioNodeList) field.value = value;
}
void refresh();
