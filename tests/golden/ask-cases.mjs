// Cases of the decision about asking, made by rule: each condition on both sides of its bounds, alone, and in pairs with others.
// A case is what goes in, and whether the campaign `c` is expected to ask; what comes out stands in ask-decisions.txt.

/** Of the page. */
export const base = 'https://news.example/section/page.html';

const now = Date.parse('2026-11-23T12:00:00Z');
const minute = 60_000;
const day = 1440 * minute;
const minutes = (time) => Math.floor(time / minute);
/** FNV-1a, as the state has campaigns and lists. */
export const hash = (text) => [...Buffer.from(text)].reduce((sum, byte) => Math.imul(sum ^ byte, 16777619) >>> 0, 2166136261);
const iso = (time) => new Date(time).toISOString();
const url = (campaign, variant, host = 'give.example') => `https://${host}/${campaign}/${variant}`;

/** @param {string} id @param {object} [more] */
const campaign = (id, more = {}) => ({ id, variants: [{ id: 'v', heading: id, action: { url: url(id, 'v') } }], ...more });
const seen = (time, { kind = 0, id = 'c', dismissed = 0 } = {}) => [minutes(time), kind + 4 * dismissed, hash(id)];

/**
 * @typedef {{campaign?: object, more?: object, article?: object, state?: object, at?: number | string, hosts?: string, asks: boolean, as?: string}} Change
 */

/** Every condition, on both sides of each bound. @returns {Generator<[string, Change]>} */
function* conditions() {
  for (const [time, asks] of [['1970-01-01T00:00:00Z', false], ['2024-12-31T23:59:59Z', false], ['2025-01-01T00:00:00Z', true], ['2099-12-31T23:59:59Z', true], ['2100-01-01T00:00:00Z', false], ['2026-11-23T12:00:00+14:00', true], ['2026-11-23T12:00:00-12:00', true]])
    yield [`clock ${time}`, { at: time, article: { published: undefined }, campaign: { audience: { max_article_age_days: 0 } }, asks: /** @type {boolean} */ (asks) }];
  for (const off of [-day, -1000, 0, 1000, day]) {
    yield [`start ${off}`, { campaign: { start: iso(now + off) }, asks: off <= 0 }];
    yield [`end ${off}`, { campaign: { end: iso(now + off) }, asks: off > 0 }];
    yield [`exclusion until ${off}`, { more: { exclusions: [{ end: iso(now + off) }] }, asks: off <= 0 }];
    yield [`exclusion from ${off}`, { more: { exclusions: [{ start: iso(now + off) }] }, asks: off > 0 }];
  }
  for (const [rule, asks] of [[{ tags: ['tides'] }, false], [{ tags: ['x'] }, true], [{ sections: ['WORLD'] }, false], [{ sections: ['sport'] }, true], [{ path: '/world/' }, false], [{ path: '/sport/' }, true], [{ path: '/world/', tags: ['x'] }, true], [{ path: '/world/', tags: ['Tides'] }, false], [{ path: 7 }, true], [{}, true]])
    yield [`exclusion ${JSON.stringify(rule)}`, { more: { exclusions: [rule] }, asks: /** @type {boolean} */ (asks) }];
  for (const sensitive of [true, false, undefined, 'yes']) for (const exclude_sensitive of [true, false])
    yield [`sensitive ${sensitive} exclude ${exclude_sensitive}`, { article: { sensitive }, campaign: { audience: { exclude_sensitive } }, asks: !sensitive || !exclude_sensitive }];
  for (const [key, word, asks] of [['sections', 'world', true], ['sections', 'sport', false], ['not_sections', 'World', false], ['not_sections', 'sport', true], ['tags', 'TIDES', true], ['tags', 'World', true], ['tags', 'x', false], ['not_tags', 'tides', false], ['not_tags', 'x', true], ['languages', 'en', true], ['languages', 'EN-gb', true], ['languages', 'en-US', false], ['languages', 'fr', false]])
    for (const words of [[word], ['zz', word]]) yield [`${key} ${words}`, { campaign: { audience: { [key]: words } }, asks: /** @type {boolean} */ (asks) }];
  for (const audience of [{ tags: 'tides' }, { languages: 7 }, { min_articles: -1 }, { window_weeks: 99 }]) yield [`broken ${JSON.stringify(audience)}`, { campaign: { audience }, asks: false }];
  for (const [key, value] of [['start', 'soon'], ['end', 'never'], ['kind', 'survey'], ['id', 'a b'], ['id', '']]) yield [`broken ${key} ${value}`, { campaign: { [key]: value }, asks: false }];
  for (const limit of [1, 365, 0]) yield [`article of no date, limit ${limit}`, { article: { published: undefined }, campaign: { audience: { max_article_age_days: limit } }, asks: limit === 0 }];
  for (const limit of [1, 30, 365, 0]) for (const age of [0, 1, 29, 30, 31, 364, 365, 2000])
    yield [`article of ${age} days, limit ${limit}`, { article: { published: iso(now - age * day) }, campaign: { audience: { max_article_age_days: limit } }, asks: limit === 0 || age < limit }];
  for (const [target, asks] of [['https://give.example/c/v', true], ['https://GIVE.example/c/v', true], ['https://give.example:443/c/v', true], ['https://give.example:8443/c/v', false], ['http://give.example/c/v', false], ['https://a.give.example/c/v', false], ['https://give.example.evil.example/c/v', false], ['https://u@give.example/c/v', false], ['javascript:alert(1)', false], ['/c/v', false], ['//give.example/c/v', true]])
    yield [`link ${target}`, { campaign: { variants: [{ id: 'v', heading: 'c', action: { url: target } }] }, asks: /** @type {boolean} */ (asks) }];
  for (const hosts of ['', 'other.example', 'other.example give.example', 'GIVE.example', 'https://give.example', 'give.example:443', '*.example']) yield [`hosts ${hosts}`, { hosts, asks: / ?give\.example$/i.test(hosts) && !hosts.includes('/') }];
  for (const [key, days] of [['silent', 'opt_out_days'], ['donated', 'after_donation_days']]) for (const limit of [undefined, 0, 1, 30]) for (const age of [-500, 0, 0.9, 1, 29, 30, 89, 90, 400])
    yield [`${key} ${age} days ago, limit ${limit}`, { state: { [key]: minutes(now - age * day) }, campaign: limit === undefined ? {} : { [days]: limit }, asks: age >= (limit ?? 90) }];
  for (const [times, limit] of [[1, 7], [2, 14], [3, 28], [4, 56], [5, 90], [9, 90]]) for (const age of [limit - 1, limit])
    yield [`dismissed ${times} times, ${age} days ago`, { state: { asks: Array.from({ length: times }, (_, at) => seen(now - (at === times - 1 ? age : 300) * day, { dismissed: 1 })) }, asks: age >= limit }];
  for (const scope of ['all', 'campaign']) for (const [other, counts] of [[{ id: 'd' }, scope === 'all'], [{ id: 'd', kind: 1 }, false], [{}, true]]) {
    yield [`dismissed by ${JSON.stringify(other)}, scope ${scope}`, { state: { asks: [seen(now - 2 * day, { ...other, dismissed: 1 })] }, campaign: { cap: { scope } }, asks: !counts }];
    yield [`cap 1 and a view of ${JSON.stringify(other)}, scope ${scope}`, { state: { asks: [seen(now - 8 * day, other)] }, campaign: { cap: { scope, views: 1 } }, asks: !counts }];
    yield [`gap 9 and a view of ${JSON.stringify(other)}, scope ${scope}`, { state: { asks: [seen(now - 8 * day, other)] }, campaign: { cap: { scope, min_gap_days: 9 } }, asks: !counts }];
  }
  for (const read of [0, 1, 4, 5, 6]) for (const [key, asks] of [['min_articles', read >= 5], ['max_articles', read <= 5]]) for (const weeks_ago of [0, 3, 4]) {
    const counted = weeks_ago < 4 ? read : 0;
    const weeks = read ? { [20780 - 7 * weeks_ago]: [read] } : {};
    yield [`${read} articles ${weeks_ago} weeks ago, ${key} 5`, { state: { weeks }, campaign: { audience: { [key]: 5 } }, asks: weeks_ago < 4 ? /** @type {boolean} */ (asks) : key === 'max_articles' || counted >= 5 }];
  }
  yield ['articles not counted', { state: { weeks: { 20780: [9] }, counts: false }, campaign: { audience: { min_articles: 1 } }, asks: false }];
  for (const views of [1, 2, 4]) for (const days of [8, 30]) for (const had of [0, 1, 2, 3, 4]) for (const age of new Set([7, days - 1, days]))
    yield [`${had} views ${age} days ago, cap ${views} in ${days}`, { state: { asks: Array.from({ length: had }, () => seen(now - age * day)) }, campaign: { cap: { views, days } }, asks: age >= days || had < views }];
  for (const gap of [0, 1, 7, 10]) for (const age of [1, 6, 7, 9, 10]) yield [`gap ${gap}, view ${age} days ago`, { state: { asks: [seen(now - age * day)] }, campaign: { cap: { min_gap_days: gap } }, asks: gap === 0 || age >= gap }];
  for (const budget of [{}, { day: 0 }, { day: 2 }, { week: 1 }, { week: 0 }, { day: 20, week: 60 }]) for (const had of [1, 2, 3]) for (const age of [0, 0.99, 1, 6, 6.99, 7]) for (const kind of [0, 1]) {
    const { day: a_day = 1, week = 3 } = budget;
    yield [`budget ${JSON.stringify(budget)}, ${had} of kind ${kind} ${age} days ago`, { more: { budget }, state: { asks: Array.from({ length: had }, () => seen(now - age * day, { kind, id: 'd' })) }, asks: (age >= 1 ? 0 : had) < a_day && (age >= 7 ? 0 : had) < week }];
  }
  for (const ahead of [1, 400 * 1440]) yield [`a view ${ahead} minutes ahead`, { state: { asks: [seen(now + ahead * minute)] }, asks: false }];
  for (const age of [29, 31]) yield [`a full log of ${age} days`, { state: { asks: Array.from({ length: 64 }, () => seen(now - age * day, { kind: 2, id: 'f' })) }, asks: age > 30 }];
  for (const holdback of [0, 42, 43, 1000]) for (const draw of [undefined, 0, 1]) {
    const bucket = draw === undefined ? 999 : [108, 919][draw];
    yield [`holdback ${holdback}, draw ${draw}`, { campaign: { id: 'a', holdback, variants: campaign('a').variants }, state: draw === undefined ? {} : { draw }, asks: bucket >= holdback, as: 'a/v' }];
  }
  const two = [1, 2].map((weight) => ({ id: weight === 1 ? 'first' : 'second', weight, heading: 'x', action: { url: url('letter-2026', weight === 1 ? 'first' : 'second') } }));
  for (const [draw, variant] of [[0, 'second'], [12345, 'first'], [40000, 'first'], [65535, 'second']])
    yield [`variant of draw ${draw}`, { campaign: { id: 'letter-2026', variants: two }, state: { draw }, asks: true, as: `letter-2026/${variant}` }];
  for (const state of [{ asks: 'x' }, { asks: [[1, 2]] }, { asks: [[minutes(now), 3, 1]] }, { silent: -1 }, { donated: 'now' }, { draw: 70000 }, { weeks: [] }, { read: 7 }]) yield [`not ours: ${JSON.stringify(state)}`, { state, asks: true }];
}

/** All cases: the conditions alone, and with a second campaign behind and before the first. @returns {{name: string, article: string, campaigns: string, state: string, now: string, hosts: string, expected: string}[]} */
export function askCases() {
  const cases = [];
  for (const [name, change] of conditions()) {
    const make = (label, list, expected) => cases.push({
      name: `${name}${label}`, expected, hosts: change.hosts ?? 'give.example', now: typeof change.at === 'string' ? change.at : iso(now),
      article: JSON.stringify({ longread: 1, url: 'https://news.example/world/a', lang: 'en-GB', title: 't', tags: ['Tides'], kicker: ['World'], published: '2026-11-20', body: ['x'], ...change.article }),
      campaigns: JSON.stringify({ longread: 1, ...change.more, campaigns: list }), state: JSON.stringify({ longread: 1, read: {}, ...change.state }),
    });
    const first = campaign('c', change.campaign);
    const wins = change.as ?? 'c/v';
    make('', [first], change.asks ? wins : 'nobody');
    // One that asks nowhere changes nothing, wherever it stands.
    if (name.length % 3 === 0) make(', with one that is over', [campaign('z', { priority: 9, end: '2025-01-01' }), first], change.asks ? wins : 'nobody');
  }
  return cases;
}

/** What a prompt's markup, or a reply that holds it, says: "campaign/variant" or "nobody". @param {string} text */
export const decisionOf = (text) => /https:\/\/(?:give|GIVE)\.example(?::443)?\/([a-z0-9-]+\/(?:v|first|second))/.exec(text)?.[1] ?? 'nobody';
