import { type SankeyNode, sankey, sankeyLinkHorizontal } from "d3-sankey";
import { grouped } from "../../grouped";
import type { Graph, Link, Node } from "../graph";
import { cut } from "./cut";
import { escaped } from "./escaped";

/** How many colours the style has. */
const colours = 8;

const width = 1120;
/** Room for the labels at both sides. */
const margin = { left: 250, right: 260, top: 10, bottom: 10 };
/** For each point of the fullest column. */
const rowHeight = 24;
/** How many letters of a name are shown: the middle has the most room. */
const longest = { subject: 34, member: 38, group: 34 } as const;
/** How many names a screen reader reads out for one point. */
const mostNamed = 20;

interface Point extends Node {
    column: "subject" | "member" | "group";
    order: number;
    colour?: number;
    /** What a screen reader says. */
    about: string;
}

interface Line {
    colour: number;
    /** The keys of the points that it passes. */
    keys: string;
}

/** Who may do what as an SVG: applications at the left, scopes in the middle, their resources at the right. */
export function picture(graph: Graph): string {
    const points = pointsOf(graph);
    const inColumn = (column: Point["column"]) => points.filter((point) => point.column === column).length;
    const rows = Math.max(inColumn("subject"), inColumn("member"), inColumn("group"));
    const height = margin.top + margin.bottom + rows * rowHeight;
    const { nodes, links } = sankey<Point, Line>()
        .nodeId(({ key }) => key)
        .nodeSort((a, b) => a.order - b.order)
        .nodeWidth(10)
        .nodePadding(rowHeight / 2)
        .extent([
            [margin.left, margin.top],
            [width - margin.right, height - margin.bottom],
        ])({ nodes: points, links: linesOf(graph) });
    const way = sankeyLinkHorizontal<Point, Line>();
    const paths = links.map(
        (link) =>
            `<path class="c${link.colour}" data-keys="${link.keys}" d="${shortened(way(link))}" stroke-width="${round(link.width)}"/>`,
    );
    return `<svg viewBox="0 0 ${width} ${height}" role="group" aria-label="Who may use which scopes of which resources">
<g class="lines">
${paths.join("\n")}
</g>
${nodes.map(drawn).join("\n")}
</svg>`;
}

function pointsOf({ subjects, groups, links }: Graph): Point[] {
    const members = groups.flatMap((group, index) =>
        group.members.map((member) => ({ ...member, group, colour: index % colours })),
    );
    const places = new Map(members.map(({ key }, place) => [key, place]));
    const bySubject = grouped(links, ({ from }) => from.key);
    const byMember = grouped(links, ({ to }) => to.key);
    // Beside what it may do, as far as that is possible, a subject has short lines.
    const middle = (of: readonly Link[]) => of.reduce((sum, { to }) => sum + (places.get(to.key) ?? 0), 0) / of.length;
    return [
        ...subjects.map((subject): Point => {
            const of = bySubject.get(subject.key) ?? [];
            const about = `${subject.label}, may use ${listed(of.map(({ to }) => to.label))}`;
            return { ...subject, column: "subject", order: middle(of), about };
        }),
        ...members.map(({ key, label, group, colour }, order): Point => {
            const users = listed((byMember.get(key) ?? []).map(({ from }) => from.label));
            return {
                key,
                label,
                colour,
                column: "member",
                order,
                about: `${label} of ${group.label}, used by ${users}`,
            };
        }),
        ...groups.map(({ key, label, members }, order): Point => {
            const about = `${label}, with ${listed(members.map((member) => member.label))}`;
            return { key, label, colour: order % colours, column: "group", order, about };
        }),
    ];
}

/** Each way has a line of its own from end to end, so that it can be followed. */
function linesOf({ groups, links }: Graph) {
    const owners = new Map(groups.flatMap((group, index) => group.members.map(({ key }) => [key, { group, index }])));
    return links.flatMap(({ from, to }) => {
        const owner = owners.get(to.key);
        if (!owner) return [];
        const line = { value: 1, colour: owner.index % colours, keys: `${from.key} ${to.key} ${owner.group.key}` };
        return [
            { ...line, source: from.key, target: to.key },
            { ...line, source: to.key, target: owner.group.key },
        ];
    });
}

function drawn({ key, label, about, column, colour, x0 = 0, x1 = 0, y0 = 0, y1 = 0 }: SankeyNode<Point, Line>): string {
    const left = column === "subject";
    const text = `x="${round(left ? x0 - 6 : x1 + 6)}" y="${round((y0 + y1) / 2)}" text-anchor="${left ? "end" : "start"}"`;
    return `<g class="point ${colour === undefined ? "who" : `c${colour}`}" data-key="${key}" tabindex="0" role="button" aria-pressed="false" aria-label="${escaped(about)}"><title>${escaped(label)}</title><rect x="${round(x0)}" y="${round(y0)}" width="${round(x1 - x0)}" height="${round(Math.max(2, y1 - y0))}"/><text ${text}>${escaped(cut(label, longest[column]))}</text></g>`;
}

function listed(labels: readonly string[]): string {
    const more = labels.length - mostNamed;
    return `${labels.slice(0, mostNamed).join(", ")}${more > 0 ? ` and ${more} more` : ""}`;
}

function round(number = 0): string {
    return String(Math.round(number * 10) / 10);
}

function shortened(path: string | null): string {
    return (path ?? "").replace(/\d+\.\d+/g, (number) => round(Number(number)));
}
