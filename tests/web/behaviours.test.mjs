// The parts of behaviours that need no page.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fillTemplate } from '../../web/src/behaviours/donate.js';
import { phrasesFor } from '../../web/src/behaviours/phrases.js';
import { readFinding } from '../../web/src/view/read-finding.js';

test('a template is filled from the fields, and nothing of a field leaves its place', () => {
    const fields = { amount: '25', currency: 'EUR', name: 'a&b=c#d' };
    assert.equal(fillTemplate('https://x.example/?a={amount}&c=%7Bcurrency%7D', fields), 'https://x.example/?a=25&c=EUR');
    assert.equal(fillTemplate('https://x.example/{amount}?n={name}', fields), 'https://x.example/25?n=a%26b%3Dc%23d');
    assert.equal(fillTemplate('https://x.example/?f={frequency}{constructor}', fields), 'https://x.example/?f=');
    // A service's own words for once, monthly and annual.
    for (const [frequency, word] of [['once', 'o'], ['monthly', 'm'], ['annual', 'a'], ['', 'o']]) {
      assert.equal(fillTemplate('https://x.example/?f={frequency|o|m|a}&a={amount}', { amount: '5', frequency }), `https://x.example/?f=${word}&a=5`);
    }
    assert.equal(fillTemplate('https://x.example/?f=%7Bfrequency%7Co%7Cm%7Ca%7D', { frequency: 'annual' }), 'https://x.example/?f=a');
    assert.equal(fillTemplate('https://x.example/?p=1', { amount: '$&' }), 'https://x.example/?p=1&amount=%24%26');
});

test('every language has all phrases; others read English', () => {
    for (const lang of ['en', 'es-MX', 'fr', 'DE', 'ar', 'ja-JP']) {
        assert.equal(phrasesFor(lang).filter((phrase) => phrase.length > 2).length, 13, lang);
    }
    assert.equal(new Set(['en', 'es', 'fr', 'de', 'ar', 'ja'].map((lang) => phrasesFor(lang)[2])).size, 6);
    for (const lang of ['', 'pt', '__proto__', 'constructor']) assert.equal(phrasesFor(lang), phrasesFor('en'));
});

test('findings come as lines', () => {
    assert.deepEqual(readFinding('json-syntax\t/body\t12\t5\twhat is wrong\t345'), { code: 'json-syntax', path: '/body', line: 12, column: 5, offset: 345, detail: 'what is wrong' });
});
