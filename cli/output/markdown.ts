import { printable } from "./printable";

/**
 * A table in Markdown as GitHub and GitLab read it.
 * @param head the columns' names
 * @param rows Markdown: what users named goes through `code` before
 */
export function markdownTable(head: readonly string[], rows: readonly (readonly string[])[]): string {
    const line = (cells: readonly string[]) => `| ${cells.join(" | ")} |`;
    return [line(head), line(head.map(() => "---")), ...rows.map(line)].join("\n");
}

/** A text exactly as it is, in a table's cell or elsewhere. In code no sign has a meaning, and nobody is mentioned. */
export function code(text: string): string {
    const shown = printable(text);
    if (shown.trim() === "") return "` `";
    const longest = Math.max(0, ...[...shown.matchAll(/`+/g)].map(([run]) => run.length));
    const fence = "`".repeat(longest + 1);
    const padding = /^`|`$|^ .* $/.test(shown) ? " " : "";
    return `${fence}${padding}${shown.replaceAll("|", "\\|")}${padding}${fence}`;
}
