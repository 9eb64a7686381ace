import Table from "cli-table3";
import { printable } from "./printable";

/** The longest line that a list in a cell makes, in characters; a longer name has its line for itself. */
const longestLine = 60;

/**
 * Lines of text in columns, for a terminal.
 * @param head the columns' names
 * @param rows a cell is a text, or a list that may take several lines
 */
export function textTable(head: readonly string[], rows: readonly (readonly (string | readonly string[])[])[]): string {
    const table = new Table({ head: [...head], style: { head: [], border: [], compact: true } });
    for (const row of rows) table.push(row.map((cell) => (typeof cell === "string" ? printable(cell) : lines(cell))));
    return table.toString();
}

function lines(items: readonly string[]): string {
    const lines: string[] = [];
    for (const item of items.map(printable)) {
        const longer = lines.length > 0 ? `${lines.at(-1)}, ${item}` : item;
        if (lines.length > 0 && longer.length <= longestLine) lines[lines.length - 1] = longer;
        else lines.push(item);
    }
    return lines.join(",\n");
}
