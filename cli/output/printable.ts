/** What would move the cursor, break a line, or turn the direction of the text around. */
const unprintable = /[\p{Cc}\u2028\u2029\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu;

const short: Readonly<Record<string, string>> = { "\n": "\\n", "\r": "\\r", "\t": "\\t" };

/** A text as a terminal and a page can show it on one line: whoever names an object writes nothing else. */
export function printable(text: string): string {
    return text.replace(unprintable, (sign) => short[sign] ?? `\\u${sign.charCodeAt(0).toString(16).padStart(4, "0")}`);
}
