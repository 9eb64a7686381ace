import { execFile } from "node:child_process";

/** A stack, and where its project is. */
export interface StackPlace {
    /** The stack's name, as `pulumi --stack` takes it. */
    stack: string;
    /** The folder of its project; by default the working directory. */
    cwd?: string;
}

/** A resource as Pulumi's state and its previews show it. Secrets are encrypted or blinded there. */
export interface StackResource {
    /** Its unique name in the stack. */
    urn: string;
    /** Its type token. */
    type: string;
    /** Its id in PingOne; what does not exist yet has none. */
    id?: string;
    /** What the program gave. */
    inputs?: Record<string, unknown>;
    /** What the provider answered. */
    outputs?: Record<string, unknown>;
    /** Whether it only waits for its deletion. */
    delete?: boolean;
    /** Whether it was read and is not managed. */
    external?: boolean;
    /** The resources that each input comes from, by URN. */
    propertyDependencies?: Record<string, string[] | null>;
}

/** What the type token of every class of this package begins with. */
const token = "pulumi-nodejs:dynamic/pingone:";

/** The class of this package that a resource is of, by its name; undefined for other resources. */
export function classOf({ type }: StackResource): string | undefined {
    return type.startsWith(token) ? type.slice(token.length) : undefined;
}

/** Reads a full key, such as `pingone:clientId`. */
export type ReadKey = (key: string) => string | undefined;

/**
 * A stack's configuration, with its secrets.
 * @throws Error when the Pulumi CLI is missing or fails
 */
export async function readConfiguration(place: StackPlace): Promise<ReadKey> {
    const text = await pulumi(place, ["config", "--json", "--show-secrets"]);
    const values = new Map(
        Object.entries(JSON.parse(text) as Record<string, { value?: unknown }>).map(([key, { value }]) => [key, value]),
    );
    return (key) => {
        const value = values.get(key);
        return value === undefined ? undefined : String(value);
    };
}

/**
 * The resources in a stack's state, secrets encrypted.
 * @throws Error when the Pulumi CLI is missing or fails
 */
export async function readState(place: StackPlace): Promise<StackResource[]> {
    const text = await pulumi(place, ["stack", "export"]);
    const { deployment } = JSON.parse(text) as { deployment?: { resources?: StackResource[] } };
    return deployment?.resources ?? [];
}

/** What a command of the Pulumi CLI prints. No message shows it: there may be secrets in it. */
function pulumi({ stack, cwd }: StackPlace, command: readonly string[]): Promise<string> {
    const args = [...command, `--stack=${stack}`, "--non-interactive", "--color=never"];
    const options = {
        cwd,
        maxBuffer: Number.POSITIVE_INFINITY,
        env: { ...process.env, PULUMI_SKIP_UPDATE_CHECK: "true" },
    };
    return new Promise((resolve, reject) => {
        const child = execFile("pulumi", args, options, (error, stdout, stderr) => {
            if (error) reject(explained(error, command.join(" "), stack, cwd, stderr));
            else resolve(stdout);
        });
        // What is piped into this command is none of its business.
        child.stdin?.end();
    });
}

function explained(
    { code }: Error & { code?: unknown },
    command: string,
    stack: string,
    cwd: string | undefined,
    stderr: string,
): Error {
    const tried = `Could not read the stack ${JSON.stringify(stack)}${cwd === undefined ? "" : ` in ${cwd}`}`;
    // An unknown working directory answers the same as an unknown program.
    if (code === "ENOENT")
        return new Error(
            `${tried}: the Pulumi CLI is not on PATH, or there is no such folder.\nInstall Pulumi (https://www.pulumi.com/docs/install/), or do without --stack and set the environment variables.`,
        );
    const why = stderr
        .replace(/^error: /gm, "")
        .trim()
        .split("\n")
        .slice(0, 10)
        .join("\n");
    return new Error(
        `${tried}: \`pulumi ${command}\` failed${why ? `: ${why}` : "."}\n\`pulumi stack ls\` in the folder of the project says which stacks there are; --cwd names another folder.`,
    );
}
