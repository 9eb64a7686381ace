import { printable } from "../../output/printable";

const entities: Readonly<Record<string, string>> = {
    "&": "&amp;",
    "<": "&lt;",
    ">": "&gt;",
    '"': "&quot;",
    "'": "&#39;",
};

/** A text as it is, in HTML or SVG, between tags or in an attribute. */
export function escaped(text: string): string {
    return printable(text).replace(/[&<>"']/g, (sign) => entities[sign] ?? sign);
}
