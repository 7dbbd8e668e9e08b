/** Readers to try a campaign on. What their devices remember is made by the core, of what they have done. */
import { askCore } from './ask-core.js';

/** @typedef {import('./ask-core.js').Situation} Situation */

const hour = 3_600_000;
const day = 24 * hour;

/**
 * @param {Date} date
 * @returns {string} with the zone of this device, since weeks begin where the reader is
 */
export function writeTime(date) {
    const minutes = -date.getTimezoneOffset();
    const two = (/** @type {number} */ number) => String(Math.floor(Math.abs(number))).padStart(2, '0');
    const clock = new Date(date.getTime() + minutes * 60_000).toISOString().slice(0, 19);
    return `${clock}${minutes < 0 ? '-' : '+'}${two(minutes / 60)}:${two(minutes % 60)}`;
}

/**
 * What a reader has done: how long ago in ms, and an event of src/app/answer_events.h.
 *
 * @param {string} reader
 * @param {any} campaign that is looked at, if one is
 * @returns {[ago: number, event: string][]}
 */
function deedsOf(reader, campaign) {
    const id = campaign?.id ?? 'another';
    switch (reader) {
        case 'donated':
            return [[7 * day, 'donated']];
        case 'dismissed':
            return [
                [day, `seen ${id}`],
                [day, `dismissed ${id}`],
            ];
        case 'stopped':
            return [[7 * day, 'silent']];
        case 'subscribed':
            return [[7 * day, `subscribed ${campaign?.list ?? ''}`.trim()]];
        case 'asked':
            return [[hour, `seen ${id}`]];
        default:
            return [];
    }
}

/**
 * @param {Situation} situation whose state does not count
 * @param {Date} now
 * @param {string} reader
 * @param {number} articles that a regular has read this week, each with the tags of this one
 * @param {any} campaign
 * @returns {Promise<any>} the state of such a reader
 */
export async function makeReader(situation, now, reader, articles, campaign) {
    /** @type {any} */
    let state = { longread: 1 };
    if (reader === 'regular') {
        const article = JSON.parse(situation.article);
        for (let at = 1; at <= articles; ++at) {
            const other = JSON.stringify({ ...article, url: new URL(`/preview/read/${at}`, situation.address).href });
            ({ state } = await askCore({ ...situation, article: other, state }, 'read'));
        }
    }
    for (const [ago, event] of deedsOf(reader, campaign)) {
        const then = writeTime(new Date(now.getTime() - ago));
        ({ state } = await askCore({ ...situation, state, now: then }, event));
    }
    return state;
}
