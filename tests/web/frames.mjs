// Frames as the core writes them, by hand: written apart from web/src/view, so that the two do not share mistakes.

const encoder = new TextEncoder();

/** @param {number[]} words */
const u32 = (words) => new Uint8Array(new Uint32Array(words).buffer);

/** @param {Uint8Array[]} parts */
function join(parts) {
    return Uint8Array.from(parts.flatMap((part) => [...part]));
}

/**
 * A tree frame. Operations: ['open', name], ['attribute', name, value], ['text', value], ['close'].
 *
 * @param {string[][]} operations
 * @returns {Uint8Array<ArrayBuffer>}
 */
export function treeFrame(operations) {
    const names = [...new Set(operations.filter(([kind]) => kind === 'open' || kind === 'attribute').map(([, name]) => name))];
    let table = names.map((name) => name + '\n').join('');
    while (encoder.encode(table).length % 4) table += '\n';
    const words = operations.flatMap(([kind, name = '', value = '']) => {
        if (kind === 'open') return [names.indexOf(name) * 4 + 1];
        if (kind === 'attribute') return [names.indexOf(name) * 4 + 2, value.length];
        if (kind === 'text') return [name.length * 4 + 3];
        return [0];
    });
    const pool = encoder.encode(operations.map(([kind, name, value]) => (kind === 'text' ? name : value) ?? '').join(''));
    const name_bytes = encoder.encode(table);
    return join([u32([name_bytes.length, words.length, pool.length]), name_bytes, u32(words), pool]);
}
