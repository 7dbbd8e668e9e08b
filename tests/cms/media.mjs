// The pictures and the other files of the posts.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { deflateSync } from 'node:zlib';
import { root } from '../command.mjs';

const demo = (name) => readFileSync(join(root, 'web/demo/media', name));

/** A PNG of a sky above a sea. @param {number} width @param {number} height @param {number} shade 0 to 255 */
export function drawPicture(width, height, shade) {
  const row = 1 + width * 3;
  const pixels = Buffer.alloc(row * height);
  for (let y = 0; y < height; ++y) {
    const colour = y < height * 0.6 ? [shade, 190, 230] : [20, 70 + (y % 7), shade];
    for (let x = 0; x < width; ++x) pixels.set(colour, y * row + 1 + x * 3);
  }
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 2, 0, 0, 0], 8);
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return Buffer.concat([signature, chunk('IHDR', header), chunk('IDAT', deflateSync(pixels)), chunk('IEND', Buffer.alloc(0))]);
}

/** @param {string} type @param {Buffer} data */
function chunk(type, data) {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const ends = Buffer.alloc(8);
  ends.writeUInt32BE(data.length, 0);
  ends.writeUInt32BE(checksum(body), 4);
  return Buffer.concat([ends.subarray(0, 4), body, ends.subarray(4)]);
}

/** CRC-32. @param {Buffer} bytes */
function checksum(bytes) {
  let sum = ~0;
  for (const byte of bytes) {
    sum ^= byte;
    for (let bit = 0; bit < 8; ++bit) sum = (sum >>> 1) ^ (sum & 1 ? 0xedb88320 : 0);
  }
  return ~sum >>> 0;
}

/** By name: the type and the bytes. @type {Record<string, [type: string, bytes: Buffer]>} */
export const files = {
  'harbour.png': ['image/png', drawPicture(1600, 900, 120)],
  'pier.png': ['image/png', drawPicture(1200, 800, 160)],
  'lamp.png': ['image/png', drawPicture(800, 600, 200)],
  'horn.wav': ['audio/wav', demo('fog-signal.wav')],
  'tide.webm': ['video/webm', demo('tide.webm')],
  'chart.pdf': ['application/pdf', Buffer.from('%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n')],
};
