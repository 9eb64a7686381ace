/** Longer names are cut: they are to be read. */
const longest = 60;

/** What TypeScript keeps for itself, or the generated files name so. */
const taken = new Set(
    (
        "arguments await break case catch class config const continue debugger default delete do else enum eval export " +
        "extends false finally for function ids if implements import in instanceof interface let new null package " +
        "pingone private process protected public pulumi return static super switch this throw true try typeof " +
        "undefined var void while with yield exports module require globalThis"
    ).split(" "),
);

/** A text as a name in Pulumi: as it is, where it is made of plain letters, or else what is readable of it. */
export function plainName(text: string): string {
    if (/^[A-Za-z0-9][\w.-]*$/.test(text) && text.length <= longest && /[a-z]/.test(text)) return text;
    return cut(words(text.toLowerCase()).join("-").replace(/-*_-*/g, "-"), "-");
}

/** A text as a variable, without regard to others; empty where nothing of it is readable. */
export function variableName(text: string): string {
    const parts = words(text.replaceAll("_", " ")).map((word) => (/\p{Ll}/u.test(word) ? word : word.toLowerCase()));
    const joined = parts.map((word, index) => (index === 0 ? lowerFirst(word) : upperFirst(word))).join("");
    return cut(joined.replace(/^[^\p{ID_Start}]+/u, ""), "");
}

/** Whether a text can be a variable. */
export function isFree(variable: string): boolean {
    return variable !== "" && !taken.has(variable);
}

/** The first letter in upper case. */
export function upperFirst(text: string): string {
    return text.slice(0, 1).toUpperCase() + text.slice(1);
}

/** The first letter in lower case. */
export function lowerFirst(text: string): string {
    return text.slice(0, 1).toLowerCase() + text.slice(1);
}

/** Gives each of several a name of its own: the wanted one, or that with the lowest number that is free. */
export class Names {
    private readonly given = new Set<string>();

    /** @param sameCase whether names that differ by case only count as one, as in a file system */
    constructor(private readonly sameCase = false) {}

    /** A name that nobody else has. */
    give(wanted: string, separator = ""): string {
        for (let number = 1; ; number += 1) {
            const name = number === 1 ? wanted : `${wanted}${separator}${number}`;
            const key = this.sameCase ? name.toLowerCase() : name;
            if (this.given.has(key)) continue;
            this.given.add(key);
            return name;
        }
    }
}

function words(text: string): string[] {
    return text.normalize("NFC").match(/[\p{ID_Continue}]+/gu) ?? [];
}

/** The text, or so much of it as is not too long. */
function cut(text: string, edge: string): string {
    const short = [...text].slice(0, longest).join("");
    return edge === "" ? short : short.replace(/^[-.]+|[-.]+$/g, "");
}
