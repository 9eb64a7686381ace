import { printable } from "../output/printable";
import { graphOf } from "./graph";
import type { AccessModel } from "./model";

/** A flow chart that GitHub, GitLab and others draw. */
export function asMermaid(model: AccessModel, ids: boolean): string {
    const { subjects, groups, links } = graphOf(model, ids);
    if (subjects.length === 0) return 'flowchart LR\n    nobody["Nobody may call anything."]';
    return [
        "flowchart LR",
        ...subjects.map(({ key, label }) => `    ${key}[${quoted(label)}]`),
        ...groups.flatMap(({ key, label, members }) => [
            `    subgraph ${key}[${quoted(label)}]`,
            ...members.map((member) => `        ${member.key}([${quoted(member.label)}])`),
            "    end",
        ]),
        ...links.map(({ from, to }) => `    ${from.key} --> ${to.key}`),
    ].join("\n");
}

/** A label as it is: every sign that could mean something to Mermaid, Markdown or HTML by its number. */
function quoted(text: string): string {
    const plain = printable(text).replace(/[^\p{L}\p{M}\p{N} .,:/_-]/gu, (sign) => `#${sign.codePointAt(0)};`);
    return `"${plain}"`;
}
