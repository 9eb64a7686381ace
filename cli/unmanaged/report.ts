import type { Exported } from "../export/export";
import type { Item } from "../export/items";
import { whyLeftOut } from "../export/summary";
import { code, markdownTable } from "../output/markdown";
import { printable } from "../output/printable";
import { textTable } from "../output/table";
import type { UnmanagedProperty } from "./find";
import type { UnmanagedOptions } from "./options";

/** What exists in PingOne and is under nobody's code, as it is told. */
export interface Report {
    environmentId: string;
    /** Whole objects. */
    objects: { type: string; name: string; id: string }[];
    /** Values that somebody set on objects that a program manages. */
    properties: { type: string; resource: string; id: string; path: string; value: unknown }[];
    /** What was left out unless it is named, and why. */
    leftOut: string[];
    /** Why something could not be read. */
    unread: string[];
}

/** What is told of objects and properties. */
export function reportOf(exported: Exported, properties: readonly UnmanagedProperty[]): Report {
    const { tenant, items, unsayable, leftOut } = exported;
    const ofItem = ({ found, title }: Item) => ({ type: found.definition.type, name: title, id: found.id });
    return {
        environmentId: tenant.environmentId,
        objects: [
            ...items.map(ofItem),
            ...unsayable.map(({ found }) => ({
                type: found.definition.type,
                name: String(found.body.name ?? ""),
                id: found.id,
            })),
        ],
        properties: properties.map(({ resource: { definition, name, id }, path, value }) => ({
            type: definition.type,
            resource: name,
            id,
            path,
            value,
        })),
        leftOut: leftOut.map(whyLeftOut),
        unread: tenant.unread.map(({ template, error }) => `${template}: ${error.message.split("\n")[0]}`),
    };
}

/** Writes a report. */
export function write(report: Report, format: UnmanagedOptions["format"]): string {
    if (format === "json") return JSON.stringify(report, undefined, 2);
    const { objects, properties, leftOut, unread } = report;
    const isTable = format === "table";
    const table = (head: string[], rows: string[][]) =>
        isTable
            ? textTable(head, rows)
            : markdownTable(
                  head,
                  rows.map((row) => row.map(code)),
              );
    const list = (lines: string[]) => lines.map((line) => (isTable ? printable(line) : `- ${code(line)}`)).join("\n");
    const heading = (text: string) => (isTable ? text : `## ${text}`);
    const parts = [
        ...(objects.length > 0
            ? [
                  heading(`${objects.length} in PingOne that no resource of the stack manages`),
                  table(
                      ["Class", "Name", "Id"],
                      objects.map(({ type, name, id }) => [type, name, id]),
                  ),
              ]
            : []),
        ...(properties.length > 0
            ? [
                  heading(`${properties.length} set in PingOne and not in the program`),
                  table(
                      ["Class", "Resource", "Property", "Value"],
                      properties.map(({ type, resource, path, value }) => [
                          type,
                          resource,
                          path,
                          JSON.stringify(value),
                      ]),
                  ),
              ]
            : []),
        ...(objects.length + properties.length === 0
            ? ["All that could be read in PingOne is under the stack's code."]
            : []),
        ...(leftOut.length > 0 ? [heading("Left out"), list(leftOut)] : []),
        ...(unread.length > 0 ? [heading("Not read"), list(unread)] : []),
    ];
    return parts.join("\n\n");
}
