import { labels, targetOf, titleOf } from "./formats";
import { type AccessModel, type Named, nameOf } from "./model";

/** A point of the picture. */
export interface Node {
    /** A short name, unique in the picture, of letters and digits. */
    key: string;
    /** What people read. */
    label: string;
    /** What kind of application it is. */
    detail?: string;
}

/** Those points at the right that belong together: the scopes of a resource, for example. */
export interface Group extends Node {
    /** The points. */
    members: Node[];
}

/** That somebody may do something. */
export interface Link {
    /** Who. */
    from: Node;
    /** What. */
    to: Node;
}

/** Who may do what, as points and lines. */
export interface Graph {
    /** Applications, and roles of users; only those that may do something. */
    subjects: Node[];
    /** What they may do. */
    groups: Group[];
    /** Which of it each may do. */
    links: Link[];
}

/** The picture of a model. */
export function graphOf(model: AccessModel, ids: boolean): Graph {
    const graph = new Drawing();
    const label = labels(ids);
    for (const application of model.applications) {
        const subject = graph.subject(titleOf(application, ids), application.type);
        for (const { resource, scopes } of application.grants)
            for (const scope of scopes)
                subject(`resource ${identity(resource)}`, label(resource), identity(scope), label(scope));
        for (const { role, for: target } of application.roles) {
            const what = `${label(role)}: ${targetOf(target, ids)}`;
            subject("roles", "Roles in PingOne", what, what);
        }
    }
    for (const role of model.applicationRoles) {
        const subject = graph.subject(`${label(role)} [role of users]`, "Authorize");
        for (const permission of role.permissions) {
            const resource = permission.resource ?? {};
            const owner = `${permission.resource ? label(resource) : "PingOne Authorize"} [permissions]`;
            subject(`permissions ${identity(resource)}`, owner, identity(permission), label(permission));
        }
    }
    return graph.finished();
}

class Drawing {
    private readonly subjects: Node[] = [];
    private readonly groups = new Map<string, Group & { known: Map<string, Node> }>();
    private readonly links: Link[] = [];

    /** Adds somebody; answers what lets him do something. */
    subject(label: string, detail?: string): (groupId: string, groupLabel: string, id: string, label: string) => void {
        const from = { key: `a${this.subjects.length}`, label, detail };
        this.subjects.push(from);
        return (groupId, groupLabel, id, memberLabel) => {
            const group = this.groups.get(groupId) ?? {
                key: `r${this.groups.size}`,
                label: groupLabel,
                members: [],
                known: new Map<string, Node>(),
            };
            this.groups.set(groupId, group);
            const to = group.known.get(id) ?? { key: `${group.key}s${group.known.size}`, label: memberLabel };
            group.known.set(id, to);
            this.links.push({ from, to });
        };
    }

    finished(): Graph {
        const linked = new Set(this.links.map(({ from }) => from));
        return {
            subjects: this.subjects.filter((subject) => linked.has(subject)),
            groups: [...this.groups.values()]
                .map(({ key, label, known }) => ({ key, label, members: [...known.values()].sort(byLabel) }))
                .sort(byLabel),
            links: this.links,
        };
    }
}

/** What tells one from another: names may be shared. */
function identity(named: Named): string {
    return named.id ?? nameOf(named);
}

function byLabel(a: Node, b: Node): number {
    return a.label < b.label ? -1 : a.label > b.label ? 1 : 0;
}
