// Documents that cannot be shown, with the code that says why.

/** @param {Buffer} whole a good one */
export function bad_documents(whole) {
  const text = (string) => Buffer.from(string);
  const article = (body) => text(`{\n  "longread": 1,\n  "title": "t",\n  "body": ${body}\n}`);
  return {
    nothing: { bytes: text(''), code: 'empty-input' },
    'white space': { bytes: text(' \n\t '), code: 'empty-input' },
    'a byte order mark': { bytes: text('\ufeff'), code: 'empty-input' },
    'half of it': { bytes: whole.subarray(0, whole.length / 2), code: 'json-syntax' },
    'text behind it': { bytes: Buffer.concat([whole, text('{}')]), code: 'json-syntax' },
    'a comma too many': { bytes: text('{"longread": 1,}'), code: 'json-syntax' },
    'a lone surrogate': { bytes: text('{"longread": 1,\n "title": "\\ud800"}'), code: 'json-syntax' },
    'bytes that are not UTF-8': { bytes: Buffer.concat([text('{"longread": 1,\n "title": "日本'), Buffer.from([0xe6, 0x97]), text('"}')]), code: 'json-encoding' },
    'UTF-16': { bytes: Buffer.from('\ufeff{"longread": 1}', 'utf16le'), code: 'json-encoding' },
    'a page of HTML': { bytes: text('<!doctype html><p>Not found'), code: 'html-not-json' },
    'deep nesting': { bytes: article('['.repeat(500) + ']'.repeat(500)), code: 'json-too-deep' },
    'too many values': { bytes: article(`[${'0,'.repeat(300_000)}0]`), code: 'json-too-many-values' },
    'too large': { bytes: Buffer.alloc((4 << 20) + 1, 0x20), code: 'input-too-large' },
    'another document': { bytes: text('{"a":1}'), code: 'not-a-document' },
    'a text': { bytes: text('"longread"'), code: 'not-a-document' },
    'another version': { bytes: text('{\r\n"longread": 2}'), code: 'unsupported-version' },
    'a version that is a text': { bytes: text('{"longread": "1"}'), code: 'unsupported-version' },
    'no body': { bytes: text('{"longread": 1, "title": "t"}'), code: 'empty-body' },
    'an empty body': { bytes: article('{"blocks": [{"type": "paragraph", "text": " "}]}'), code: 'empty-body' },
    'a body that is a number': { bytes: article('7'), code: 'empty-body' },
    'too much Markdown': { bytes: article(JSON.stringify({ markdown: 'x'.repeat((1 << 20) + 1) })), code: 'input-too-large' },
    'Markdown nested too deep': { bytes: article(JSON.stringify({ markdown: '> '.repeat(2000) + 'x' })), code: 'tree-too-deep' },
    'Markdown with too many elements': { bytes: article(JSON.stringify({ markdown: '*a* '.repeat(60_000) })), code: 'tree-too-large' },
  };
}
