import { code, markdownTable } from "../output/markdown";
import { printable } from "../output/printable";
import { textTable } from "../output/table";
import { type AccessLine, type Comparison, describe } from "./compare";
import { remarks } from "./formats";

/** A comment on a pull request has room for some 65,000 characters. */
const mostRows = 200;

const head = ["Who", "may use", "of"];

const signs = { gained: "+", lost: "-" } as const;

/** For a pull request. */
export function comparisonAsMarkdown({ before, after, gained, lost, notRead }: Comparison): string {
    const part = (title: string, lines: readonly AccessLine[]) => {
        if (lines.length === 0) return [];
        const rows = lines.slice(0, mostRows).map(cells);
        const more = lines.length - rows.length;
        const table = markdownTable(
            head,
            rows.map((row) => row.map((cell) => (cell === "" ? "" : code(cell)))),
        );
        return [`### ${title}: ${lines.length}`, table, ...(more > 0 ? [`... and ${more} more.`] : [])];
    };
    const same = gained.length + lost.length === 0;
    return [
        "## Who may call what",
        `From ${code(describe(before))} to ${code(describe(after))}.`,
        ...part("Access gained", gained),
        ...part("Access lost", lost),
        ...(same ? ["No access is gained or lost."] : []),
        ...remarks(notRead),
    ].join("\n\n");
}

/** For a terminal. */
export function comparisonAsTable({ before, after, gained, lost }: Comparison): string {
    const rows = (["gained", "lost"] as const).flatMap((change) =>
        (change === "gained" ? gained : lost).map((line) => [`${signs[change]} ${change}`, ...cells(line)]),
    );
    const title = printable(`From ${describe(before)} to ${describe(after)}`);
    return rows.length > 0 ? `${title}\n${textTable(["", ...head], rows)}` : `${title}\nNo access is gained or lost.`;
}

/** For programs. */
export function comparisonAsJson(comparison: Comparison): string {
    return JSON.stringify({ format: "pulumi-pingone/access-comparison", version: 1, ...comparison }, undefined, 2);
}

function cells({ who, kind, what, of }: AccessLine): string[] {
    switch (kind) {
        case "scope":
            return [who, what, of];
        case "role":
            return [who, `the role ${what}`, of];
        case "permission":
            return [`users with the role ${who}`, what, of];
    }
}
