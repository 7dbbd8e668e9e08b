// Strings that are URLs, nearly so, or not at all: the same ones for the same seed.
import { readCorpus } from './cases.mjs';

const pieces = [
  'https://', 'http://', 'https:', 'http:', '//', '/', '\\', '\\\\', '///', ':', ':80', ':443', ':8080', ':99999', ':0080', '@', 'user@', 'user:pw@', '?', '#', '?q=1', '#top',
  '.', '..', '/./', '/../', '%2e', '%2E%2e', '%', '%zz', '%00', '%0a', 'a', 'b/c', 'story.html', 'news.example', 'NEWS.Example', 'a.b.c.d', 'localhost', 'example.com.', 'ok..example',
  '127.0.0.1', '127.1', '0x7f.1', '0177.0.0.1', '2130706433', '1.2.3.4.5', '256.256.256.256', '0.0.0.0', '1.2.3.08', 'a.1', 'a.0x', '[::1]', '[::ffff:1.2.3.4]', '[1:2:3:4:5:6:7:8]', '[::1', '[g]', '[1::2::3]',
  '[0:0:0:0:0:0:0:1]', '[00::01]', '[::1]a', '[v1.a]',
  'xn--bcher-kva', 'xn--', 'xn--a', 'xn--zzzz9', 'bücher', 'BÜCHER', 'straße', 'ß', 'пример', '例え', '한국', 'مثال', 'ไทย', 'việt', 'İ', 'ı', 'K', 'ſ', 'ς', 'Σ', 'e\u0301', '\u00ad', '\u200d', '\u200b', '\ufeff',
  '。', '．', '／', '＠', '：', '％', 'ａ', '①', '℀', '⁄', '☃', '😀', '\u0660', '\u0301', '\u202e', '\ufffd', 'क्ष', '\u0e33', 'dž',
  'mailto:', 'tel:', 'mailto:a@b.example', 'tel:+1', 'MAILTO:', 'javascript:', 'JaVaScRiPt:', 'java', 'script:', 'alert(1)', 'javascript://%0aalert(1)', 'vbscript:', 'data:', 'data:text/html,<script>', 'blob:', 'blob:https://a/b',
  'file:', 'file:///etc', 'about:blank', 'ftp://a/', 'ws://a/', 'wss:', 'view-source:', 'filesystem:', 'c:\\', 'x-y+z.1:', 'intent:', 'feed:', '1x:',
  '\t', '\n', '\r', ' ', '\0', '\x01', '\x0b', '\x0c', '\x1f', '\x7f', '\x80', '\x85', '\xa0', '\u2028', '"', "'", '<', '>', '`', '{', '}', '|', '^', '~', '!', '$', '&', '(', ')', '*', '+', ',', ';', '=', '-', '_', '--',
];

/** Mulberry32: random enough, and the same everywhere. */
function makeRandom(seed) {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) % below;
  };
}

export function* mutatedUrls(count, seed) {
  const random = makeRandom(seed);
  const pick = (list) => list[random(list.length)];
  const attributes = readCorpus('url-scheme').flatMap(({ payload }) => [...payload.matchAll(/(?:href|src|action|data)\s*=\s*["']?([^"'>]{1,200})/gi)].map(([, value]) => value));
  const known = [...new Set([...readCorpus('url-value').map(({ payload }) => payload), ...attributes, 'https://news.example/a', '../a/b?c=d#e', '//a.example/x', '/a/./b/../c'])].filter((text) => text.length < 300);
  const mutate = (text) => {
    const at = random(text.length + 1);
    const after = Math.min(text.length, at + 1 + random(4));
    switch (random(7)) {
      case 0: return text.slice(0, at) + pick(pieces) + text.slice(at);
      case 1: return text.slice(0, at) + text.slice(after);
      case 2: return text.slice(0, at) + pick(pieces) + text.slice(after);
      case 3: return text.slice(0, at) + String.fromCodePoint(random(random(8) ? 0x80 : 0x3100)) + text.slice(at);
      case 4: return text.slice(0, at) + text.slice(at, after).toUpperCase() + text.slice(after);
      case 5: return text.slice(0, at) + [...text.slice(at, after)].map((c) => (c < '\x80' ? `%${c.charCodeAt(0).toString(16).padStart(2, '0')}` : c)).join('') + text.slice(after);
      default: return text.slice(0, at) + pick(known).slice(random(10));
    }
  };
  for (let n = 0; n < count; ++n) {
    let text = random(3) ? pick(known) : Array.from({ length: 1 + random(6) }, () => pick(pieces)).join('');
    if (random(4) === 0) text = `${pick(['https://', 'http://', '//', 'HTTPS://'])}${text}`;
    for (let changes = random(5); changes > 0; --changes) text = mutate(text);
    yield text.toWellFormed();
  }
}
