import { type AccessModel, type Named, type NotRead, nameOf, type Source } from "./model";

/** One thing that somebody may do. */
export interface AccessLine {
    /** An application, or a role of users. */
    who: string;
    /** A scope, a role in PingOne, or a permission of PingOne Authorize. */
    kind: "scope" | "role" | "permission";
    /** Its name. */
    what: string;
    /** The resource of a scope or a permission; what a role is for. */
    of: string;
}

/** How two models differ. */
export interface Comparison {
    /** What the first was read from. */
    before: Source;
    /** What the second was read from. */
    after: Source;
    /** Access that only the second has. */
    gained: AccessLine[];
    /** Access that only the first has. */
    lost: AccessLine[];
    /** What one of them lacks because it could not be read. */
    notRead: NotRead[];
}

/** Compares by names: access that has the same names in two environments is the same. */
export function compare(before: AccessModel, after: AccessModel): Comparison {
    // A stack may have an id where the environment has the name.
    const names = new Map([...namedIn(before), ...namedIn(after)]);
    const [first, second] = [linesOf(before, names), linesOf(after, names)];
    return {
        before: before.source,
        after: after.source,
        gained: onlyIn(second, first),
        lost: onlyIn(first, second),
        notRead: [before, after].flatMap(({ source, notRead }) =>
            notRead.map(({ what, why }) => ({ what: `${what} in ${describe(source)}`, why })),
        ),
    };
}

/** A source in words. */
export function describe({ kind, name }: Source): string {
    switch (kind) {
        case "environment":
            return `the environment ${JSON.stringify(name)}`;
        case "stack":
            return `the stack ${JSON.stringify(name)}`;
        case "plan":
            return `the plan for the stack ${JSON.stringify(name)}`;
    }
}

/** All that a model lets somebody do; what is disabled may do nothing. */
export function linesOf(model: AccessModel, names: ReadonlyMap<string, string> = new Map()): AccessLine[] {
    const name = ({ name, id }: Named) => nameOf({ name: name ?? names.get(id ?? ""), id });
    const lines: AccessLine[] = [];
    for (const application of model.applications.filter(({ enabled }) => enabled)) {
        const who = application.environment ? `${name(application)} (${application.environment})` : name(application);
        for (const { resource, scopes } of application.grants)
            for (const scope of scopes) lines.push({ who, kind: "scope", what: name(scope), of: name(resource) });
        for (const { role, for: target } of application.roles) {
            // The same in another environment, whatever that is called.
            const of = target.own ? "its own environment" : `${target.type ?? ""} ${name(target)}`.trim();
            lines.push({ who, kind: "role", what: name(role), of });
        }
    }
    for (const role of model.applicationRoles)
        for (const permission of role.permissions)
            lines.push({
                who: name(role),
                kind: "permission",
                what: name(permission),
                of: permission.resource ? name(permission.resource) : "",
            });
    return lines;
}

/** What one has and the other has not, or not as often: applications may share a name. */
function onlyIn(these: readonly AccessLine[], those: readonly AccessLine[]): AccessLine[] {
    const left = new Map<string, number>();
    for (const line of those) left.set(keyOf(line), (left.get(keyOf(line)) ?? 0) + 1);
    return these.filter((line) => {
        const count = left.get(keyOf(line)) ?? 0;
        left.set(keyOf(line), count - 1);
        return count <= 0;
    });
}

function keyOf({ who, kind, what, of }: AccessLine): string {
    return JSON.stringify([who, kind, what, of]);
}

/** The names that a model knows, by id. */
function namedIn(model: AccessModel): [id: string, name: string][] {
    const everything: Named[] = [
        ...model.applications.flatMap((application) => [
            application,
            ...application.grants.flatMap(({ resource, scopes }) => [resource, ...scopes]),
            ...application.roles.flatMap(({ role, for: target }) => [role, target]),
        ]),
        ...model.applicationRoles.flatMap((role) => [role, ...role.permissions]),
    ];
    return everything.flatMap(({ id, name }) => (id !== undefined && name !== undefined ? [[id, name]] : []));
}
