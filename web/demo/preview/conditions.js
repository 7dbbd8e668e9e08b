/**
 * Why a campaign is shown or not. The core says only whether it is; so each condition is tried alone: everything else
 * is made to pass, by changing what it depends on, and the core decides again.
 *
 * @typedef {import('./ask-core.js').Situation} Situation
 * @typedef {import('./ask-core.js').Decision} Decision
 * @typedef {(situation: Situation, campaign: any) => void} Relax takes away what the condition could stumble over
 */
import { askCore } from './ask-core.js';

const give_host = 'donate.preview.invalid';

/** @param {any} campaign @param {string} part @param {object} values */
const set = (campaign, part, values) => void (campaign[part] = { ...campaign[part], ...values });

/** In the order of src/decide/asking/README.md: name, what stops it, what it depends on. @type {[name: string, words: string, relax: Relax][]} */
const conditions = [
    ['schedule', 'The campaign does not run at this time: see its start and end.', (_, campaign) => {
        delete campaign.start;
        delete campaign.end;
    }],
    ['exclusion', 'One of the file’s exclusions holds for this article at this time.', ({ file }) => void (file.exclusions = [])],
    ['sensitive', 'The article is marked as sensitive, and the campaign keeps away from those.', (_, campaign) =>
        set(campaign, 'audience', { exclude_sensitive: false })],
    ['section', 'The article’s section is not one that the campaign wants.', (_, campaign) =>
        set(campaign, 'audience', { sections: [], not_sections: [] })],
    ['tag', 'The article’s tags are not those that the campaign wants.', (_, campaign) =>
        set(campaign, 'audience', { tags: [], not_tags: [] })],
    ['language', 'The article’s language is not one of the campaign’s.', (_, campaign) => set(campaign, 'audience', { languages: [] })],
    ['article-age', 'The article is too old for it, or has no date: see max_article_age_days, 365 where it is not given.', (_, campaign) =>
        set(campaign, 'audience', { max_article_age_days: 0 })],
    ['host', 'The page’s donate-hosts do not name every host that the campaign leads to, or a link is not https.', (situation, campaign) => {
        situation.hosts += ` ${give_host}`;
        for (const variant of campaign.variants ?? []) variant.action = { url: `https://${give_host}/` };
    }],
    ['opted-out', 'The reader has said “do not ask me”, and is left alone for opt_out_days, 90 where it is not given.', ({ state }) =>
        void delete state.silent],
    ['donated', 'The reader has given, and is left alone for after_donation_days, 90 where it is not given.', ({ state }) =>
        void delete state.donated],
    ['dismissed', 'The reader has said “not now”, and is left alone for dismissed_days, 7 where it is not given.', (_, campaign) =>
        void (campaign.dismissed_days = 0)],
    ['subscribed', 'The reader has subscribed to the newsletter already, or the article has no form for one.', (situation) => {
        delete situation.state.subscribed;
        situation.article = JSON.stringify({ newsletter: { action: 'newsletter.html' }, ...JSON.parse(situation.article) });
    }],
    ['articles-read', 'The reader has read fewer articles, or more, than the campaign wants: see min_articles and max_articles.', (_, campaign) =>
        set(campaign, 'audience', { min_articles: 0, max_articles: 0 })],
    ['cap', 'The reader has seen it, or others of its kind, as often as cap allows: 4 times in 30 days where it is not given.', (_, campaign) =>
        set(campaign, 'cap', { views: 60, days: 1 })],
    ['gap', 'The reader has seen it less than cap.min_gap_days ago.', (_, campaign) => set(campaign, 'cap', { min_gap_days: 0 })],
    ['budget-day', 'The reader has been asked as often in 24 hours as the file’s budget allows: once where it is not given.', ({ file }) =>
        set(file, 'budget', { day: 20 })],
    ['budget-week', 'The reader has been asked as often in 7 days as the file’s budget allows: 3 times where it is not given.', ({ file }) =>
        set(file, 'budget', { week: 60 })],
    ['holdback', 'The reader belongs to the share that is held back, and never sees the campaign.', (_, campaign) =>
        void (campaign.holdback = 0)],
    ['variant', 'The campaign has no variant, or none with a weight.', (_, campaign) => {
        campaign.variants = (campaign.variants ?? []).map((/** @type {any} */ variant) => ({ ...variant, weight: 1 }));
    }],
];

export const condition_names = conditions.map(([name]) => name);

/**
 * @param {Situation} situation
 * @param {any} campaign
 * @returns {Situation} with this campaign alone
 */
export const narrow = (situation, campaign) => ({ ...situation, file: { ...situation.file, campaigns: [campaign] } });

/**
 * @param {Situation} situation with one campaign
 * @param {string[]} kept names of conditions that stay as they are
 */
export function relax(situation, kept) {
    const copy = structuredClone(situation);
    for (const [name, , change] of conditions) if (!kept.includes(name)) change(copy, copy.file.campaigns[0]);
    return copy;
}

/**
 * @param {Situation} situation
 * @param {any} campaign
 * @returns {Promise<string[]>} a sentence for each condition that is not met
 */
export async function findObstacles(situation, campaign) {
    const alone = narrow(situation, campaign);
    const isShown = async (/** @type {string[]} */ kept, changes = {}) =>
        Boolean((await askCore({ ...relax(alone, kept), ...changes })).campaign);
    if (!(await isShown([]))) {
        const has_time = !(await isShown([], { now: '2026-01-01T12:00:00Z' }));
        return [has_time ? 'The campaign cannot be read: the notes below say why.' : 'The time lies before 2025 or after 2099: nobody is asked then.'];
    }
    const obstacles = [];
    for (const [name, words] of conditions) if (!(await isShown([name]))) obstacles.push(`${words} (${name})`);
    return obstacles;
}

/** A heading of each variant's own tells which of them is drawn. @param {any} campaign */
const mark = (campaign) => ({
    ...campaign,
    variants: campaign.variants.map((/** @type {any} */ variant, /** @type {number} */ at) => ({ ...variant, heading: `variant ${at}` })),
});

/**
 * @param {Situation} situation
 * @param {any} campaign that is shown
 * @returns {Promise<number>} of which variant; -1: it is not shown
 */
export async function findVariant(situation, campaign) {
    const { prompt } = await askCore(narrow(situation, mark(campaign)));
    return Number(/^variant (\d+)$/.exec(prompt?.querySelector('#lr-prompt')?.textContent ?? '')?.[1] ?? -1);
}

/** Half of all draws, the first hundreds of them spread evenly. */
const most_draws = 2048;
const draw_step = 257;

/**
 * The draw of a reader who sees a variant, or is held back: by asking about one reader after the other.
 *
 * @param {Situation} situation
 * @param {any} campaign
 * @param {number} wanted a variant's place; -1: held back
 * @returns {Promise<number | undefined>} undefined: no reader that was asked about is one
 */
export async function findDraw(situation, campaign, wanted) {
    // Where the page does not name the hosts nobody sees anything, whatever the draw.
    const open = relax(narrow(situation, campaign), ['host', 'holdback', 'variant']);
    const shown = relax(narrow(situation, campaign), ['host', 'variant']);
    if (!(await askCore(shown)).campaign) return undefined;
    for (let at = 0; at < most_draws; ++at) {
        const draw = (at * draw_step) % 65_536;
        const found = await findVariant({ ...open, state: { ...open.state, draw } }, open.file.campaigns[0]);
        if (found === wanted) return draw;
    }
    return undefined;
}
