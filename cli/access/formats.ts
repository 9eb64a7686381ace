import { grouped } from "../grouped";
import { code, markdownTable } from "../output/markdown";
import { printable } from "../output/printable";
import { textTable } from "../output/table";
import { describe } from "./compare";
import { type AccessModel, type ApplicationAccess, type NotRead, nameOf, type RoleScope } from "./model";

/** The columns of one of the parts of a model, and its rows: a text, or a list of names. */
export interface Part {
    /** What the part is about. */
    title: string;
    /** The columns' names. */
    head: string[];
    /** The rows. */
    rows: (string | string[])[][];
}

/** What there is to show, part by part, with names as they are in PingOne; parts without a row are left out. */
export function partsOf(model: AccessModel, ids: boolean): Part[] {
    const label = labels(ids);
    const parts: Part[] = [
        {
            title: "Applications and the scopes granted to them",
            head: ["Application", "Type", "Resource", "Scopes"],
            rows: model.applications.flatMap((application) =>
                application.grants.map(({ resource, scopes }) => [
                    titleOf(application, ids),
                    application.type ?? "",
                    label(resource),
                    scopes.map(label),
                ]),
            ),
        },
        {
            title: "Applications and their roles in PingOne",
            head: ["Application", "Role", "For"],
            rows: model.applications.flatMap((application) =>
                application.roles.map(({ role, for: target }) => [
                    titleOf(application, ids),
                    label(role),
                    targetOf(target, ids),
                ]),
            ),
        },
        {
            title: "Application roles of PingOne Authorize and their permissions",
            head: ["Role", "Resource", "Permissions", "In access tokens"],
            rows: model.applicationRoles.flatMap((role) =>
                [...grouped(role.permissions, ({ resource = {} }) => nameOf(resource)).values()].map((permissions) => [
                    label(role),
                    permissions[0]?.resource ? label(permissions[0].resource) : "",
                    permissions.map(label),
                    { true: "yes", false: "no", undefined: "" }[`${permissions[0]?.inTokens}`],
                ]),
            ),
        },
        {
            title: "Applications without access",
            head: ["Application", "Type"],
            rows: model.applications
                .filter(({ grants, roles }) => grants.length === 0 && roles.length === 0)
                .map((application) => [titleOf(application, ids), application.type ?? ""]),
        },
    ];
    return parts.filter(({ rows }) => rows.length > 0);
}

/** What to call something, with its id if asked for. */
export function labels(ids: boolean): (named: { name?: string; id?: string }) => string {
    return (named) => (ids && named.name !== undefined && named.id ? `${named.name} (${named.id})` : nameOf(named));
}

/** What to call an application: two may have one name, and a disabled one gets no token. */
export function titleOf(application: ApplicationAccess, ids: boolean): string {
    const notes = [application.environment, application.enabled ? undefined : "disabled"].filter(Boolean);
    return [labels(ids)(application), ...notes.map((note) => `[${note}]`)].join(" ");
}

/** What a role is for. */
export function targetOf(target: RoleScope, ids: boolean): string {
    const kind = (target.type ?? "").toLowerCase();
    const label = labels(ids)(target);
    return target.own ? `its own environment${ids ? ` (${target.id})` : ""}` : `${kind} ${label}`.trim();
}

/** For a terminal. */
export function asTable(model: AccessModel, ids: boolean): string {
    const parts = partsOf(model, ids).map(({ title, head, rows }) => `${title}\n${textTable(head, rows)}`);
    return parts.length > 0 ? parts.join("\n\n") : "There are no applications.";
}

/** For a page in Markdown. */
export function asMarkdown(model: AccessModel, ids: boolean): string {
    const parts = partsOf(model, ids).map(({ title, head, rows }) => {
        const cells = rows.map((row) => row.map((cell) => [cell].flat().filter(Boolean).map(code).join(" ")));
        return `### ${title}\n\n${markdownTable(head, cells)}`;
    });
    const body = parts.length > 0 ? parts : ["There are no applications."];
    return [`## Who may call what: ${code(describe(model.source))}`, ...body, ...remarks(model.notRead)].join("\n\n");
}

/** What is to be said in Markdown of what could not be read. */
export function remarks(notRead: readonly NotRead[]): string[] {
    if (notRead.length === 0) return [];
    const lines = notRead.map(({ what, why }) => `- ${code(what)}: ${code(why)}`);
    return [`> **Incomplete.** Not everything could be read:\n>\n${lines.map((line) => `> ${line}`).join("\n")}`];
}

/** The same for standard error. */
export function warnings(notRead: readonly NotRead[]): string {
    return notRead.map(({ what, why }) => `Not read: ${printable(what)}: ${printable(why)}\n`).join("");
}
