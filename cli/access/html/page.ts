import { createHash } from "node:crypto";
import { describe } from "../compare";
import { titleOf } from "../formats";
import { type Graph, type Group, graphOf, type Node } from "../graph";
import type { AccessModel, NotRead } from "../model";
import { escaped } from "./escaped";
import { picture } from "./picture";
import { script } from "./script";
import { style } from "./style";

/** One page that needs nothing else: a picture, and a table that can be searched. */
export function asPage(model: AccessModel, ids: boolean): string {
    const graph = graphOf(model, ids);
    const title = `Who may call what: ${describe(model.source)}`;
    // The browser itself holds the page to it: nothing is loaded, and no other script is run.
    const policy = `default-src 'none'; style-src ${hashOf(style)}; script-src ${hashOf(script)}`;
    return `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(title)}</title>
<style>${style}</style>
</head>
<body>
<a class="skip" href="#search">To the table</a>
<h1>${escaped(title)}</h1>
${incomplete(model.notRead)}
${graph.links.length === 0 ? "<p>Nobody may call anything.</p>" : drawn(graph)}
<h2>Table</h2>
<div class="search" role="search">
<label for="search">Search</label>
<input id="search" type="search" autocomplete="off" spellcheck="false">
<button id="clear" type="button" hidden>Show all</button>
<span id="count" class="soft" role="status"></span>
</div>
${accessTable(graph)}
${withoutAccess(model, ids)}
<script>${script}</script>
</body>
</html>`;
}

function drawn(graph: Graph): string {
    return `<h2>Picture</h2>
<p class="soft">Choose an application, a scope or a resource, with the mouse or with Tab and Enter, to follow its lines and to see only its rows below. Escape ends it.</p>
<div class="picture">
${picture(graph)}
</div>`;
}

function incomplete(notRead: readonly NotRead[]): string {
    if (notRead.length === 0) return "";
    const items = notRead.map(({ what, why }) => `<li>${escaped(what)}: ${escaped(why)}</li>`);
    return `<div class="incomplete"><strong>Incomplete.</strong> Not everything could be read:<ul>${items.join("")}</ul></div>`;
}

function accessTable(graph: Graph): string {
    return table(
        "Access",
        ["Who", "Type", "Resource", "May use"],
        rowsOf(graph).map(({ subject, group, members }) => ({
            keys: [subject, group, ...members].map(({ key }) => key),
            cells: [
                escaped(subject.label),
                kind(subject.detail),
                escaped(group.label),
                members.map(({ label }) => `<code>${escaped(label)}</code>`).join(" "),
            ],
        })),
    );
}

function withoutAccess({ applications }: AccessModel, ids: boolean): string {
    const alone = applications.filter(({ grants, roles }) => grants.length === 0 && roles.length === 0);
    return table(
        "Applications without access",
        ["Application", "Type"],
        alone.map((application) => ({
            keys: [],
            cells: [escaped(titleOf(application, ids)), kind(application.type)],
        })),
    );
}

function kind(type = ""): string {
    return `<span class="kind">${escaped(type)}</span>`;
}

interface Row {
    /** The points of the picture that it is about. */
    keys: string[];
    /** HTML. */
    cells: string[];
}

function table(caption: string, head: readonly string[], rows: readonly Row[]): string {
    if (rows.length === 0) return "";
    const body = rows.map(
        ({ keys, cells }) =>
            `<tr data-keys="${keys.join(" ")}">${cells.map((cell) => `<td>${cell}</td>`).join("")}</tr>`,
    );
    return `<table>
<caption>${caption}</caption>
<thead><tr>${head.map((name) => `<th scope="col">${name}</th>`).join("")}</tr></thead>
<tbody>
${body.join("\n")}
</tbody>
</table>`;
}

/** What each may use of each group, in the order of the picture's points. */
function rowsOf({ subjects, groups, links }: Graph): { subject: Node; group: Group; members: Node[] }[] {
    const groupOf = new Map(groups.flatMap((group) => group.members.map((member) => [member, group])));
    const used = new Map<Node, Map<Group, Node[]>>(subjects.map((subject) => [subject, new Map()]));
    for (const { from, to } of links) {
        const group = groupOf.get(to);
        const ofSubject = used.get(from);
        if (group && ofSubject) ofSubject.set(group, [...(ofSubject.get(group) ?? []), to]);
    }
    return [...used].flatMap(([subject, byGroup]) =>
        [...byGroup].map(([group, members]) => ({ subject, group, members })),
    );
}

function hashOf(text: string): string {
    return `'sha256-${createHash("sha256").update(text).digest("base64")}'`;
}
