// Files of a related-stories archive, written by what model/archive_files.h says of them and nothing else: a second hand,
// so that a page's tests need no build of an archive, and can break any part.

const mask = (1n << 64n) - 1n;
const odd = 0x9e3779b97f4a7c15n;
const mix = (hash) => {
  const mixed = ((hash ^ (hash >> 32n)) * odd) & mask;
  return mixed ^ (mixed >> 32n);
};
const fnv = (text) => Buffer.from(text).reduce((hash, byte) => ((hash ^ BigInt(byte)) * 0x100000001b3n) & mask, 0xcbf29ce484222325n);
const hex = (value, digits) => value.toString(16).padStart(digits, '0');

export const hashOf = (key) => mix(fnv(key));
export const directoryOf = (key) => Number(hashOf(key) >> 52n);
export const directoryPath = (key) => `d/${hex(directoryOf(key) >> 8, 1)}/${hex(directoryOf(key) & 255, 2)}.lra`;
export const shardPath = (number) => `s/${hex(number >> 8, 2)}/${hex(number & 255, 2)}.lra`;
export const freshPath = (section) => `f/${hex(Number(mix(fnv(section)) >> 56n), 2)}.lra`;

export function crc32(bytes) {
  let crc = ~0;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; ++bit) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
  }
  return ~crc >>> 0;
}

const u32 = (value) => {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value >>> 0);
  return bytes;
};

/** The file with its head: right in all, unless another version is asked for. */
export function seal(kind, number, body, { build = 0xc0ffee, version = 1 } = {}) {
  const rest = Buffer.concat([u32(build), u32(number), body]);
  return Buffer.concat([Buffer.from(`LRA${kind}`), u32(version), u32(rest.length + 16), u32(crc32(rest)), rest]);
}

/** A directory file that has these stories: [id, shard, mark]. */
export function writeDirectory(key, entries, options) {
  const checked = entries.map(([id, shard, mark]) => ({ check: Number(mix(hashOf(id)) >> 48n), shard, mark })).sort((a, b) => a.check - b.check);
  const steps = checked.map(({ check }, i) => check - (i ? checked[i - 1].check + 1 : 0));
  const columns = [steps.map((step) => step & 255), steps.map((step) => step >> 8), checked.map(({ shard }) => shard), checked.map(({ mark }) => mark)];
  return seal('d', directoryOf(key), Buffer.from([0, 1, checked.length & 255, checked.length >> 8, ...columns.flat()]), options);
}

const varint = (value) => {
  const bytes = [];
  for (; value >= 128; value = Math.floor(value / 128)) bytes.push((value % 128) | 128);
  return [...bytes, value];
};

/** cards: {id, title, url, image?, section?, minutes}; lists: for each of the first cards, [card, score] by score. */
export function writeCards(kind, number, cards, lists, options) {
  const words = [...new Set(cards.map(({ section }) => section).filter(Boolean))];
  const none = cards.map(() => 0);
  let before = 0;
  const times = cards.flatMap(({ minutes }) => {
    const step = minutes - before;
    before = minutes;
    return varint(step < 0 ? -2 * step - 1 : 2 * step);
  });
  const drops = lists.flatMap((list) => list.map(([, score], i) => ((i ? list[i - 1][1] : 1000) - score) / 4));
  const numbers = [lists.length, cards.length, words.length, 0, ...times, ...none, ...cards.map(({ section }) => words.indexOf(section) + 1), ...none,
    ...none, ...none, ...lists.map((list) => list.length), ...lists.flatMap((list) => list.map(([card]) => card)), ...drops];
  const lines = [...words, ...['id', 'title', 'url', 'image', 'dek'].flatMap((name) => cards.map((card) => card[name] ?? ''))];
  return seal(kind, number, Buffer.concat([Buffer.from(numbers), Buffer.from(lines.map((line) => `${line}\n`).join(''))]), options);
}
