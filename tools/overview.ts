import type { Emulator } from "../emulator/index.js";

/** One line of what may call what, by names. */
export interface Access {
    /** Missing for scopes that no application has. */
    readonly application?: string;
    /** Missing for an application that has no grants. */
    readonly resource?: string;
    readonly scopes: readonly string[];
}

/** Who may use which scopes of which resource, with what is left over; without PingOne's own objects. */
export function overview(emulator: Emulator): Access[] {
    const { applications, resources, scopes, grants } = emulator.snapshot();
    const nameOf = (object: { id: string } | undefined) => (object && emulator.get(object.id)?.name) ?? "?";
    const idle = applications
        .filter(({ id }) => !grants.some((grant) => grant.application?.id === id))
        .map((application) => ({ application: nameOf(application), scopes: [] }));
    const inUse = new Set(grants.flatMap((grant) => (grant.scopes ?? []).map(({ id }) => id)));
    const unused = resources.flatMap((resource) => {
        const own = scopes.filter((scope) => scope.resource?.id === resource.id);
        const rest = own.filter(({ id }) => !inUse.has(id));
        return own.length === 0 || rest.length > 0
            ? [{ resource: nameOf(resource), scopes: rest.map(nameOf).sort() }]
            : [];
    });
    const byName = (a: Access, b: Access) =>
        `${a.application} ${a.resource}`.localeCompare(`${b.application} ${b.resource}`);
    return [...[...emulator.grants(), ...idle].sort(byName), ...unused.sort(byName)];
}

/** The overview as a table. */
export function table(rows: readonly Access[]): string {
    if (rows.length === 0) return "  (nothing)";
    const cells = [
        ["application", "resource", "scopes"],
        ...rows.map(({ application, resource, scopes }) => [
            application ?? "(no application)",
            resource ?? "(no grant)",
            scopes.join(", "),
        ]),
    ];
    const widths = [0, 1, 2].map((column) => Math.max(...cells.map((row) => row[column]?.length ?? 0)));
    const [heading, ...lines] = cells.map((row) =>
        `  ${row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join("  ->  ")}`.trimEnd(),
    );
    return [heading?.replaceAll("  ->  ", "      "), ...lines].join("\n");
}
