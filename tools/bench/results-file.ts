import { existsSync, readFileSync, writeFileSync } from "node:fs";

const INTRODUCTION = `# Benchmarks

Each section is written by the command that it names, on the machine that it names, and by nothing else.
`;

/** Puts a section into the results file, in its place or at the end; all other sections stay as they are. */
export function writeSection(file: string, name: string, markdown: string): void {
    const [first, last] = [`<!-- begin ${name} -->`, `<!-- end ${name} -->`];
    const section = `${first}\n\n${markdown.trim()}\n\n${last}`;
    const text = existsSync(file) ? readFileSync(file, "utf8") : INTRODUCTION;
    const [from, to] = [text.indexOf(first), text.indexOf(last)];
    const written =
        from >= 0 && to > from
            ? text.slice(0, from) + section + text.slice(to + last.length)
            : `${text.trimEnd()}\n\n${section}\n`;
    writeFileSync(file, written);
}
