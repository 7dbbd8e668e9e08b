/**
 * What a frame is made of.
 *
 * @typedef {object} Frame
 * @property {string} url
 * @property {string} host that readers know it by
 * @property {string} allow
 * @property {ReferrerPolicy} referrer
 * @property {boolean} [plays] at once, since the reader has asked for it
 * @property {number} [width] in px; without it as wide as the text
 * @property {number} [height] in px; without it 16:9
 */

/** @typedef {Omit<Frame, 'url' | 'host'>} Kind */

// Players ask which site they stand on, and so do maps with a key.
/** @type {Kind} */
const film = {
    allow: 'autoplay; encrypted-media; fullscreen; picture-in-picture',
    referrer: 'strict-origin-when-cross-origin',
    plays: true,
};
/** @type {Kind} */
const upright_film = { ...film, width: 400, height: 710 };
/** @param {number} height @returns {Kind} */
const sound = (height) => ({ allow: 'autoplay; encrypted-media', referrer: 'no-referrer', plays: true, height });
/** @type {Kind} */
const post = { allow: 'encrypted-media; fullscreen; picture-in-picture', referrer: 'no-referrer', height: 640 };
/** @type {Kind} */
const chart = { allow: 'fullscreen', referrer: 'no-referrer', height: 520 };
/** @type {Kind} */
const page = { allow: 'fullscreen', referrer: 'strict-origin-when-cross-origin', height: 480 };

/**
 * The first of some parameters' values that are as they shall be.
 *
 * @typedef {(names: string, pattern: RegExp) => string} Param
 */

const video_id = /^([\w-]{11})$/;
const list_id = /^([\w-]{12,64})$/;
const vimeo_hash = /^([\da-f]{8,16})$/;

/** @param {string} id @param {Param} param */
function watch(id, param) {
    const list = param('list', list_id);
    // Names of pages that look like those of videos.
    if (!id || id === 'live_stream' || (id === 'videoseries' && !list)) return '';
    const start = param('start t', /^(\d{1,6})s?$/);
    return `https://www.youtube-nocookie.com/embed/${id}?autoplay=1${list && '&list=' + list}${start && '&start=' + start}`;
}

/** @param {string} address of a sound or a list of them */
const listen = (address) => `https://w.soundcloud.com/player/?url=${encodeURIComponent(address)}&auto_play=true`;

const youtube = 'www.youtube.com youtube.com m.youtube.com www.youtube-nocookie.com';
const soundcloud = 'soundcloud.com www.soundcloud.com m.soundcloud.com';

/**
 * Whose pages are framed: hosts of links, the host that readers are told, the kind of frame, the path of a link, and
 * the frame's address, made of nothing but what the patterns let through. Empty: not this one.
 *
 * @type {[hosts: string, host: string, kind: Kind, path: RegExp, make: (ids: string[], param: Param) => string][]}
 */
const providers = [
    [youtube, 'youtube.com', film, /^\/watch$/, (_, param) => watch(param('v', video_id), param)],
    [youtube, 'youtube.com', film, /^\/(?:embed|live|v)\/([\w-]{11})$/, ([id], param) => watch(id, param)],
    [youtube, 'youtube.com', film, /^\/playlist$/, (_, param) => watch('videoseries', param)],
    [youtube, 'youtube.com', upright_film, /^\/shorts\/([\w-]{11})$/, ([id], param) => watch(id, param)],
    ['youtu.be', 'youtube.com', film, /^\/([\w-]{11})$/, ([id], param) => watch(id, param)],
    [
        'vimeo.com www.vimeo.com player.vimeo.com',
        'vimeo.com',
        film,
        /^\/(?:video\/|channels\/[\w-]+\/|groups\/[\w-]+\/videos\/)?(\d{6,12})(?:\/([\da-f]{8,16}))?$/,
        ([id, key], param) => {
            const hash = key || param('h', vimeo_hash);
            return `https://player.vimeo.com/video/${id}?dnt=1&autoplay=1${hash && '&h=' + hash}`;
        },
    ],
    [
        'x.com www.x.com twitter.com www.twitter.com mobile.twitter.com',
        'x.com',
        post,
        /^\/(?:i|i\/web|\w{1,15})\/status(?:es)?\/(\d{1,20})(?:\/(?:photo|video)\/\d)?$/,
        ([id]) => `https://platform.twitter.com/embed/Tweet.html?dnt=true&id=${id}`,
    ],
    [
        'www.instagram.com instagram.com',
        'instagram.com',
        post,
        /^\/(?:[\w.]{1,30}\/)?(?:p|reels?|tv)\/([\w-]{5,40})(?:\/embed(?:\/captioned)?)?$/,
        ([id]) => `https://www.instagram.com/p/${id}/embed/captioned/`,
    ],
    [
        'bsky.app embed.bsky.app',
        'bsky.app',
        post,
        /^\/(?:profile|embed)\/(did:plc:[a-z2-7]{24}|(?:did:web:)?(?:[a-z\d-]{1,63}\.)+[a-z-]{2,63})\/(?:post|app\.bsky\.feed\.post)\/([a-z2-7]{13})$/,
        ([who, id]) => `https://embed.bsky.app/embed/${who}/app.bsky.feed.post/${id}`,
    ],
    [
        'www.tiktok.com tiktok.com m.tiktok.com',
        'tiktok.com',
        upright_film,
        /^\/(?:@[\w.]{1,32}\/video|embed|embed\/v\d|player\/v1)\/(\d{15,20})$/,
        ([id]) => `https://www.tiktok.com/player/v1/${id}?autoplay=1`,
    ],
    ...[/(track|episode|show)/, /(album|playlist|artist)/].map(
        (kinds, index) =>
            /** @type {typeof providers[0]} */ ([
                'open.spotify.com',
                'spotify.com',
                sound([152, 352][index]),
                new RegExp(`^/(?:intl-[a-z-]{2,5}/)?(?:embed/)?${kinds.source}/([A-Za-z\\d]{22})$`),
                ([kind, id]) => `https://open.spotify.com/embed/${kind}/${id}`,
            ]),
    ),
    [
        soundcloud,
        'soundcloud.com',
        sound(166),
        /^\/(?!(?:discover|search|you)\/)([\w-]{2,60})\/(?!(?:albums|comments|likes|reposts|sets|tracks)$)([\w-]{1,200}(?:\/s-\w{5,20})?)$/,
        ([who, what]) => listen(`https://soundcloud.com/${who}/${what}`),
    ],
    [
        soundcloud,
        'soundcloud.com',
        sound(450),
        /^\/([\w-]{2,60})\/sets\/([\w-]{1,200}(?:\/s-\w{5,20})?)$/,
        ([who, what]) => listen(`https://soundcloud.com/${who}/sets/${what}`),
    ],
    ...['tracks', 'playlists'].map(
        (kind, index) =>
            /** @type {typeof providers[0]} */ ([
                'w.soundcloud.com',
                'soundcloud.com',
                sound([166, 450][index]),
                /^\/player$/,
                (_, param) => {
                    const its = `(?:soundcloud(?::|%3A)${kind}(?::|%3A))?`;
                    const id = param('url', new RegExp(`^https?://api\\.soundcloud\\.com/${kind}/${its}(\\d{1,12})$`));
                    return id && listen(`https://api.soundcloud.com/${kind}/${id}`);
                },
            ]),
    ),
    [
        'datawrapper.dwcdn.net',
        'datawrapper.de',
        chart,
        /^\/(\w{5})(?:\/(\d{1,5}))?$/,
        ([id, version]) => `https://datawrapper.dwcdn.net/${id}/${version && version + '/'}`,
    ],
    ['www.datawrapper.de', 'datawrapper.de', chart, /^\/_\/(\w{5})$/, ([id]) => `https://datawrapper.dwcdn.net/${id}/`],
    [
        'flo.uri.sh public.flourish.studio',
        'flourish.studio',
        chart,
        /^\/(visualisation|story)\/(\d{3,12})(?:\/embed)?$/,
        ([kind, id]) => `https://flo.uri.sh/${kind}/${id}/embed`,
    ],
];

const mastodon_post = /^\/@\w+(?:[.-]\w+)*\/\d{1,20}(?=(?:\/embed)?$)/;

/**
 * @param {string} href of an embed's link
 * @param {string[]} own_hosts that the publisher lets be framed
 * @returns {Frame | undefined} undefined: the link stays a link
 */
export function findFrame(href, own_hosts) {
    if (href.length > 2048) return;
    let url;
    try {
        url = new URL(href);
    } catch {
        return;
    }
    if (url.protocol !== 'https:' || url.username || url.password) return;
    const path = url.pathname.replace(/\/$/, '');
    /** @type {Param} */
    const param = (names, pattern) => {
        const values = names.split(' ').map((name) => pattern.exec(url.searchParams.get(name) ?? '')?.[1]);
        return values.find(Boolean) ?? '';
    };
    for (const [hosts, host, kind, pattern, make] of providers) {
        if (!hosts.split(' ').includes(url.host)) continue;
        const [found, ...ids] = pattern.exec(path) ?? [];
        const made = found !== undefined && make(ids.map((id) => id ?? ''), param);
        if (made) return { ...kind, host, url: made };
    }
    if (!own_hosts.includes(url.host)) return;
    const [toot] = mastodon_post.exec(path) ?? [];
    if (toot) return { ...post, host: url.host, url: `${url.origin}${toot}/embed` };
    return { ...page, host: url.host, url: url.href };
}
