// Which links may become frames, and of what address.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { findFrame } from '../../web/src/behaviours/embed-providers.js';

const tube = 'https://www.youtube-nocookie.com/embed/';
const vimeo = 'https://player.vimeo.com/video/';
const insta = 'https://www.instagram.com/p/CuT9kQxN1aB/embed/captioned/';
const bsky = 'https://embed.bsky.app/embed/';
const did = 'did:plc:z72i7hdynmk6r22z27h6tvur';
const spotify = 'https://open.spotify.com/embed/';
const sound = 'https://w.soundcloud.com/player/?url=https%3A%2F%2F';
const tweet = 'https://platform.twitter.com/embed/Tweet.html?dnt=true&id=20';

/** @type {Record<string, [link: string, frame: string][]>} */
const known = {
    'youtube.com': [
        ['https://www.youtube.com/watch?v=aqz-KE-bpKQ', `${tube}aqz-KE-bpKQ?autoplay=1`],
        ['https://youtube.com/watch?feature=share&v=aqz-KE-bpKQ&t=95s', `${tube}aqz-KE-bpKQ?autoplay=1&start=95`],
        ['https://m.youtube.com/watch?v=aqz-KE-bpKQ&t=1h', `${tube}aqz-KE-bpKQ?autoplay=1`],
        ['https://youtu.be/aqz-KE-bpKQ?si=x&t=7', `${tube}aqz-KE-bpKQ?autoplay=1&start=7`],
        ['https://www.youtube.com/shorts/aqz-KE-bpKQ', `${tube}aqz-KE-bpKQ?autoplay=1`],
        ['https://www.youtube.com/live/aqz-KE-bpKQ/', `${tube}aqz-KE-bpKQ?autoplay=1`],
        ['https://www.youtube.com/embed/aqz-KE-bpKQ?start=3&rel=0', `${tube}aqz-KE-bpKQ?autoplay=1&start=3`],
        ['https://www.youtube-nocookie.com/embed/aqz-KE-bpKQ', `${tube}aqz-KE-bpKQ?autoplay=1`],
        ['https://www.youtube.com/playlist?list=PL6B3937A5D230E335', `${tube}videoseries?autoplay=1&list=PL6B3937A5D230E335`],
        ['https://www.youtube.com/embed/videoseries?list=PL6B3937A5D230E335', `${tube}videoseries?autoplay=1&list=PL6B3937A5D230E335`],
    ],
    'vimeo.com': [
        ['https://vimeo.com/1084537', `${vimeo}1084537?dnt=1&autoplay=1`],
        ['https://vimeo.com/76979871/8272103f6e', `${vimeo}76979871?dnt=1&autoplay=1&h=8272103f6e`],
        ['https://vimeo.com/channels/staffpicks/76979871', `${vimeo}76979871?dnt=1&autoplay=1`],
        ['https://player.vimeo.com/video/76979871?h=8272103f6e&color=red', `${vimeo}76979871?dnt=1&autoplay=1&h=8272103f6e`],
    ],
    'x.com': [
        ['https://twitter.com/jack/status/20', tweet],
        ['https://x.com/jack/status/20?s=20', tweet],
        ['https://mobile.twitter.com/i/web/status/20', tweet],
        ['https://x.com/jack/status/20/photo/1', tweet],
    ],
    'instagram.com': [
        ['https://www.instagram.com/p/CuT9kQxN1aB/', insta],
        ['https://www.instagram.com/reel/CuT9kQxN1aB/?igsh=x', insta],
        ['https://instagram.com/a.person_1/p/CuT9kQxN1aB', insta],
        ['https://www.instagram.com/p/CuT9kQxN1aB/embed/captioned/', insta],
    ],
    'bsky.app': [
        ['https://bsky.app/profile/bsky.app/post/3l6oveex3ii2l', `${bsky}bsky.app/app.bsky.feed.post/3l6oveex3ii2l`],
        [`https://bsky.app/profile/${did}/post/3l6oveex3ii2l`, `${bsky}${did}/app.bsky.feed.post/3l6oveex3ii2l`],
        [`${bsky}${did}/app.bsky.feed.post/3l6oveex3ii2l?id=1`, `${bsky}${did}/app.bsky.feed.post/3l6oveex3ii2l`],
    ],
    'tiktok.com': [
        ['https://www.tiktok.com/@a.person/video/6718335390845095173?lang=en', 'https://www.tiktok.com/player/v1/6718335390845095173?autoplay=1'],
        ['https://www.tiktok.com/embed/v2/6718335390845095173', 'https://www.tiktok.com/player/v1/6718335390845095173?autoplay=1'],
    ],
    'spotify.com': [
        ['https://open.spotify.com/track/11dFghVXANMlKmJXsNCbNl?si=x', `${spotify}track/11dFghVXANMlKmJXsNCbNl`],
        ['https://open.spotify.com/intl-de/album/11dFghVXANMlKmJXsNCbNl', `${spotify}album/11dFghVXANMlKmJXsNCbNl`],
        ['https://open.spotify.com/embed/episode/11dFghVXANMlKmJXsNCbNl', `${spotify}episode/11dFghVXANMlKmJXsNCbNl`],
    ],
    'soundcloud.com': [
        ['https://soundcloud.com/a-band/a-song', `${sound}soundcloud.com%2Fa-band%2Fa-song&auto_play=true`],
        ['https://soundcloud.com/a-band/sets/a-record', `${sound}soundcloud.com%2Fa-band%2Fsets%2Fa-record&auto_play=true`],
        ['https://w.soundcloud.com/player/?url=https%3A//api.soundcloud.com/tracks/293&color=%23ff5500', `${sound}api.soundcloud.com%2Ftracks%2F293&auto_play=true`],
        ['https://w.soundcloud.com/player/?url=https%3A//api.soundcloud.com/playlists/soundcloud%253Aplaylists%253A9', `${sound}api.soundcloud.com%2Fplaylists%2F9&auto_play=true`],
    ],
    'datawrapper.de': [
        ['https://datawrapper.dwcdn.net/aB3d9/4/', 'https://datawrapper.dwcdn.net/aB3d9/4/'],
        ['https://www.datawrapper.de/_/aB3d9/', 'https://datawrapper.dwcdn.net/aB3d9/'],
    ],
    'flourish.studio': [
        ['https://public.flourish.studio/visualisation/1234567/', 'https://flo.uri.sh/visualisation/1234567/embed'],
        ['https://flo.uri.sh/story/1234567/embed?auto=1', 'https://flo.uri.sh/story/1234567/embed'],
    ],
};

for (const [host, shapes] of Object.entries(known)) {
    test(`links to ${host} are known by their shapes, and nothing else of them is kept`, () => {
        for (const [link, url] of shapes) {
            const frame = findFrame(link, []);
            assert.deepEqual([frame?.url, frame?.host], [url, host], link);
            assert.doesNotMatch(url, /["'<>\s\\]/);
        }
    });
}

const refused = {
    'hosts that look alike': [
        'https://youtube.com.evil.example/watch?v=aqz-KE-bpKQ',
        'https://evil-youtube.com/watch?v=aqz-KE-bpKQ',
        'https://www.youtube.com.:443/watch?v=aqz-KE-bpKQ',
        'https://evil.example/https://www.youtube.com/watch?v=aqz-KE-bpKQ',
        'https://evil.example#https://youtu.be/aqz-KE-bpKQ',
        'https://www.youtube.com\\@evil.example/watch?v=aqz-KE-bpKQ',
        'https://уoutube.com/watch?v=aqz-KE-bpKQ',
        'https://www.youtube.com:8443/watch?v=aqz-KE-bpKQ',
        'https://vimeo.com.evil.example/1084537',
        'https://api.twitter.com/jack/status/20',
    ],
    'names and passwords': [
        'https://user:pass@www.youtube.com/watch?v=aqz-KE-bpKQ',
        'https://www.youtube.com@evil.example/watch?v=aqz-KE-bpKQ',
        'https://user@youtu.be/aqz-KE-bpKQ',
    ],
    'other schemes': [
        'javascript:alert(1)//www.youtube.com/watch?v=aqz-KE-bpKQ',
        'http://www.youtube.com/watch?v=aqz-KE-bpKQ',
        'data:text/html,https://youtu.be/aqz-KE-bpKQ',
        'blob:https://www.youtube.com/aqz-KE-bpKQ',
        '//www.youtube.com/watch?v=aqz-KE-bpKQ',
        '',
    ],
    'ids that are none': [
        'https://www.youtube.com/watch?v=aqz-KE"bpKQ',
        "https://www.youtube.com/watch?v=aqz-KE'bpKQ",
        'https://www.youtube.com/watch?v=aqz-KE-bpKQ0',
        'https://www.youtube.com/watch?v=aqz-KE-bpKQ%0A',
        'https://www.youtube.com/watch?v=../../../ab',
        'https://www.youtube.com/embed/aqz-KE-bpKQ/..%2f..',
        'https://www.youtube.com/embed/live_stream?channel=x',
        'https://www.youtube.com/embed/videoseries?list=a%22b',
        'https://vimeo.com/1084537%22onload=x',
        'https://vimeo.com/12345',
        'https://x.com/jack/status/20%3Cscript%3E',
        'https://bsky.app/profile/a%22b.example/post/3l6oveex3ii2l',
        'https://open.spotify.com/track/short',
        'https://w.soundcloud.com/player/?url=https://evil.example/tracks/1',
        'https://w.soundcloud.com/player/?url=https://api.soundcloud.com.evil.example/tracks/1',
        'https://datawrapper.dwcdn.net/aB3d%22/',
    ],
    'pages that hold nothing to frame': [
        'https://www.youtube.com/@channel',
        'https://www.youtube.com/aqz-KE-bpKQ',
        'https://youtu.be/',
        'https://vimeo.com/',
        'https://x.com/jack',
        'https://soundcloud.com/a-band/sets',
        'https://soundcloud.com/discover/new',
        'https://www.tiktok.com/@a.person',
        'https://www.datawrapper.de/login',
    ],
    'what is overlong': [
        `https://www.youtube.com/watch?v=aqz-KE-bpKQ&x=${'a'.repeat(2048)}`,
        `https://vimeo.com/${'1'.repeat(40)}`,
        `https://soundcloud.com/a-band/${'a'.repeat(400)}`,
    ],
};

for (const [what, links] of Object.entries(refused)) {
    test(`refused: ${what}`, () => {
        for (const link of links) assert.equal(findFrame(link, ['']), undefined, link);
    });
}

test('what a link adds to an id does not come with it', () => {
    const frame = findFrame('https://www.youtube.com/watch?v=aqz-KE-bpKQ&list=a%22b&t=1%26x&origin=https://evil.example#"', []);
    assert.equal(frame?.url, `${tube}aqz-KE-bpKQ?autoplay=1`);
});

test('hosts of the publisher are framed as they are, by https and under no other name', () => {
    const own = ['maps.example.org', 'charts.example.org:8443'];
    const frame = findFrame('https://maps.example.org/embed?at=1,2#9', own);
    assert.deepEqual([frame?.url, frame?.host, frame?.allow], ['https://maps.example.org/embed?at=1,2#9', 'maps.example.org', 'fullscreen']);
    assert.equal(findFrame('https://charts.example.org:8443/1', own)?.host, 'charts.example.org:8443');
    for (const link of [
        'http://maps.example.org/embed',
        'https://www.maps.example.org/embed',
        'https://maps.example.org:444/embed',
        'https://charts.example.org/1',
        'https://user:pass@maps.example.org/embed',
        `https://maps.example.org/${'a'.repeat(2048)}`,
    ]) {
        assert.equal(findFrame(link, own), undefined, link);
    }
});

test("posts of the publisher's Mastodon come as they are made for frames", () => {
    const url = (/** @type {string} */ path) => findFrame(`https://social.example.org${path}`, ['social.example.org'])?.url;
    assert.equal(url('/@warden/109?x#y'), 'https://social.example.org/@warden/109/embed');
    assert.equal(url('/@a.warden/109/embed'), 'https://social.example.org/@a.warden/109/embed');
    assert.equal(url('/@warden'), 'https://social.example.org/@warden');
    assert.equal(findFrame('https://elsewhere.example/@warden/109', []), undefined);
});

test('films are as they are made, and play; posts have a box of their own', () => {
    const { plays, height } = findFrame('https://youtu.be/aqz-KE-bpKQ', []) ?? {};
    assert.deepEqual([plays, height], [true, undefined]);
    const short = findFrame('https://www.youtube.com/shorts/aqz-KE-bpKQ', []);
    assert.ok((short?.height ?? 0) > (short?.width ?? 0));
    const post = findFrame('https://x.com/jack/status/20', []);
    assert.ok(post?.height && !post.plays);
    assert.doesNotMatch(post?.allow ?? '', /autoplay/);
});
