import * as z from "zod";
import { type AccessModel, format, formatVersion } from "./model";

const named = { name: z.string().optional(), id: z.string().optional() };
const thing = z.object(named);

const schema = z.object({
    format: z.literal(format),
    version: z.literal(formatVersion),
    source: z.object({ kind: z.enum(["environment", "stack", "plan"]), name: z.string() }),
    applications: z.array(
        z.object({
            ...named,
            type: z.string().optional(),
            enabled: z.boolean(),
            environment: z.string().optional(),
            grants: z.array(z.object({ resource: thing, scopes: z.array(thing) })),
            roles: z.array(
                z.object({
                    role: thing,
                    for: z.object({ ...named, type: z.string().optional(), own: z.boolean().optional() }),
                }),
            ),
        }),
    ),
    applicationRoles: z.array(
        z.object({
            ...named,
            permissions: z.array(z.object({ ...named, resource: thing.optional(), inTokens: z.boolean().optional() })),
        }),
    ),
    notRead: z.array(z.object({ what: z.string(), why: z.string() })),
});

/**
 * Reads back what `--format json` wrote.
 * @param file where the text is from, for the message
 * @throws Error when it is anything else
 */
export function readSaved(text: string, file: string): AccessModel {
    const found = parsed(text);
    if (typeof found !== "object" || found === null || !("format" in found) || found.format !== format)
        throw new Error(`${file} is not a file that \`pulumi-pingone access --format json\` wrote.`);
    if ("version" in found && found.version !== formatVersion)
        throw new Error(
            `${file} has version ${found.version} of the form, but this version of pulumi-pingone reads ${formatVersion}.`,
        );
    const { success, data, error } = schema.safeParse(found);
    if (!success) throw new Error(`${file} is damaged:\n${z.prettifyError(error)}`);
    return data;
}

function parsed(text: string): unknown {
    try {
        return JSON.parse(text);
    } catch {
        return undefined;
    }
}
