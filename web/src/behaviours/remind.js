const days = 7;

/** No line of a calendar file has more bytes (RFC 5545, 3.1). */
const line_length = 75;

/** @param {string} line */
function fold(line) {
    const encoder = new TextEncoder();
    let folded = '';
    let length = 0;
    for (const character of line) {
        const size = encoder.encode(character).length;
        if (length + size > line_length) {
            folded += '\r\n ';
            length = 1;
        }
        folded += character;
        length += size;
    }
    return folded;
}

/** @param {string} text */
const escape = (text) => text.replace(/[\\;,]/g, '\\$&').replace(/\s+/g, ' ');

/**
 * An event in a week at nine, wherever the reader is then.
 *
 * @param {string} title
 * @param {string} url
 * @param {Date} now
 * @returns {string} a calendar file (RFC 5545)
 */
export function writeReminder(title, url, now) {
    const stamp = now.toISOString().replace(/[-:]|\.\d+/g, '');
    const day = new Date(now);
    day.setDate(day.getDate() + days);
    const digits = [day.getFullYear(), day.getMonth() + 1, day.getDate()].map((part) => String(part).padStart(2, '0')).join('');
    const summary = escape(title);
    return [
        'BEGIN:VCALENDAR',
        'VERSION:2.0',
        'PRODID:-//Longread//Reminder//EN',
        'BEGIN:VEVENT',
        `UID:${stamp}@longread`,
        `DTSTAMP:${stamp}`,
        `DTSTART:${digits}T090000`,
        'DURATION:PT15M',
        `SUMMARY:${summary}`,
        `DESCRIPTION:${escape(url)}`,
        `URL:${url}`,
        'BEGIN:VALARM',
        'ACTION:DISPLAY',
        'TRIGGER:PT0S',
        `DESCRIPTION:${summary}`,
        'END:VALARM',
        'END:VEVENT',
        'END:VCALENDAR',
        '',
    ]
        .map(fold)
        .join('\r\n');
}
