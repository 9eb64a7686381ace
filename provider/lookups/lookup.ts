import * as pulumi from "@pulumi/pulumi";
import { PingOneError } from "../errors";
import { isMocked } from "../mocked";
import { checked, id, type Signature, text } from "./arguments";
import { awaited } from "./dependencies";
import { currentRun } from "./program-run";
import { Reader } from "./reader";

/** What every lookup can be told. */
export interface ConnectionArgs {
    /**
     * The connection to look through: `partner` is what the configuration says in its namespace `pingone-partner:`.
     * @default the one that the configuration describes in its namespace `pingone:`
     */
    connection?: string;
}

/** What every lookup within an environment can be told. */
export interface LookupArgs extends ConnectionArgs {
    /**
     * The environment to look in.
     * @default the `environmentId` of the connection
     */
    environmentId?: string;
}

/** The arguments of a lookup, where some may be outputs of resources; so may what is in their lists. */
export type Inputs<Args> = {
    [K in keyof Args]: pulumi.Input<Args[K] extends (infer Item)[] ? pulumi.Input<Item>[] : Args[K]>;
};

/** The one or the other, and never both. */
export type Either<One, Other> =
    | (One & { [K in keyof Other]?: undefined })
    | (Other & { [K in keyof One]?: undefined });

/** @internal The names of all arguments, whichever of them go together. */
export type ArgumentOf<Args> = Args extends unknown ? keyof Args & string : never;

/** @internal A lookup, as its file declares it. */
export interface Lookup<Args, Found> extends Signature<ArgumentOf<Args>> {
    /** The function's name, which tests' mocks see, too. */
    readonly name: string;
    /** Finds it; the arguments fit the signature. */
    find(there: Reader, args: Args): Promise<Found>;
}

/** @internal The arguments that all lookups have. */
export const anywhere = { connection: text };

/** @internal The arguments that all lookups within an environment have. */
export const inEnvironment = { environmentId: id, ...anywhere };

/** @internal Looks something up for a program. Options of Pulumi's change nothing, as there is no plugin to choose. */
export function lookUp<Args extends object, Found>(
    lookup: Lookup<Args, Found>,
    args: Args,
    _opts?: pulumi.InvokeOptions,
): Promise<Found> {
    return answer(lookup, args, [], callersOf(lookUp));
}

/** @internal A lookup whose arguments may be outputs: while they are unknown, so is its result. */
export function lookUpOutput<Args extends object, Found>(
    lookup: Lookup<Args, Found>,
    args: Inputs<Args>,
    opts?: pulumi.InvokeOutputOptions,
): pulumi.Output<Found> {
    const callers = callersOf(lookUpOutput);
    const { args: known, resources } = awaited<Args>(args, opts?.dependsOn);
    return known.apply((args) => answer(lookup, args, resources, callers)) as pulumi.Output<Found>;
}

/** Under `pulumi.runtime.setMocks` the test's `call` answers. */
async function answer<Args extends object, Found>(
    lookup: Lookup<Args, Found>,
    args: Args,
    dependencies: Iterable<pulumi.Resource>,
    callers: string,
): Promise<Found> {
    if (isMocked()) return pulumi.runtime.invoke(`pingone:index:${lookup.name}`, args);
    const run = currentRun();
    try {
        const given = checked(lookup.name, lookup, args);
        const { connection, environmentId }: LookupArgs = given;
        const session = run.session(connection);
        const where = environmentId ?? session.settings.environmentId;
        return await lookup.find(new Reader(run, session, where, run.since(dependencies)), given);
    } catch (error) {
        if (!(error instanceof PingOneError)) throw error;
        throw run.failure(presentable(error.during(`look up with ${lookup.name}`), callers));
    }
}

/** An error that prints as its message, and where the program called: of ours there is nothing to see. */
function presentable(error: PingOneError, callers: string): PingOneError {
    const fitting = advice[error.code] ? error.advise(advice[error.code] ?? "") : error;
    for (const key of Object.keys(fitting)) Object.defineProperty(fitting, key, { enumerable: false });
    fitting.stack = [`${fitting.name}: ${fitting.message}`, callers].filter(Boolean).join("\n");
    return fitting;
}

/** In place of what helps with resources. */
const advice: Partial<Record<PingOneError["code"], string>> = {
    ENVIRONMENT_NOT_FOUND: "Check the id of the environment, the region, and the worker application's roles.",
    REFUSED: "Correct what PingOne names.",
};

/** The lines of the stack from the program down: without the function's caller, which is ours, Node and the SDK. */
function callersOf(ours: (...args: never[]) => unknown): string {
    const at: { stack?: string } = {};
    Error.captureStackTrace(at, ours);
    const [, , ...callers] = (at.stack ?? "").split("\n");
    return callers.filter((line) => !/node:internal|[\\/]@pulumi[\\/]/.test(line)).join("\n");
}
