import * as pulumi from "@pulumi/pulumi";
import type { Body, Http } from "../client/http";
import { readAll } from "../client/list";
import { segment } from "../client/path";
import { Session } from "../client/session";
import { missing, readSettings } from "../config";
import { PingOneError } from "../errors";

/** What every lookup can be told. */
export interface LookupArgs {
    /**
     * The environment to look in.
     * @default the configuration's `pingone:environmentId`
     */
    environmentId?: string;
}

/** The arguments of a lookup, where some may be outputs of resources; so may what is in their lists. */
export type Inputs<Args> = {
    [K in keyof Args]: pulumi.Input<Args[K] extends (infer Item)[] ? pulumi.Input<Item>[] : Args[K]>;
};

/** What has just been created may answer 404 for a moment. */
const patienceMs = [500, 1000, 2000];

const sessions = new Map<string, Session>();

/** @internal Reads objects of one environment. */
export class Environment {
    private readonly session: Session;
    private readonly id: string;
    private readonly operation;

    constructor(args: LookupArgs) {
        const config = (key: string) => new pulumi.Config("pingone").get(key);
        const settings = readSettings(config);
        const id = args.environmentId ?? settings.environmentId;
        if (!id) throw missing("environmentId", "the PingOne environment");
        this.id = id;
        const known = JSON.stringify(settings);
        this.session = sessions.get(known) ?? new Session(config);
        sessions.set(known, this.session);
        this.operation = this.session.operation();
    }

    /** One object; the path starts behind the environment. */
    async get(path: string): Promise<Body> {
        return this.ask(async (http) => (await http.request(this.operation, "GET", this.path(path))).body);
    }

    /** What belongs to an object that may just have been created. */
    async getPatiently(path: string): Promise<Body> {
        for (const pause of patienceMs) {
            try {
                return await this.get(path);
            } catch (error) {
                const late = error instanceof PingOneError && error.code === "NOT_FOUND";
                if (!late || !(await this.operation.wait(pause))) throw error;
            }
        }
        return this.get(path);
    }

    async list(path: string): Promise<Body[]> {
        return this.ask((http) => readAll(http, this.operation, this.path(path)));
    }

    /** A 404 may be due to the environment. */
    private async ask<T>(question: (http: Http) => Promise<T>): Promise<T> {
        try {
            return await question(await this.session.http());
        } catch (error) {
            if (error instanceof PingOneError && error.code === "NOT_FOUND")
                await this.session.requireEnvironment(this.operation, this.id);
            throw error;
        }
    }

    private path(path: string): string {
        return `/environments/${segment(this.id)}/${path}`;
    }
}

/** @internal The one object of that name: written exactly so, or else without regard to case. */
export function byName(objects: Body[], what: string, name: string): Body {
    const exact = objects.filter((object) => object.name === name);
    const found = exact.length > 0 ? exact : objects.filter((object) => lower(object.name) === lower(name));
    const [only] = found;
    if (!only) {
        const names = objects.map((object) => `"${object.name}"`).sort();
        throw new PingOneError("NOT_FOUND", `there is no ${what} named "${name}"`, {
            advice: names.length > 0 && names.length <= 20 ? `There are: ${names.join(", ")}.` : undefined,
        });
    }
    if (found.length > 1)
        throw new PingOneError("SEVERAL_FOUND", `there are ${found.length} of ${what} named "${name}"`, {
            advice: `Look it up by its id: ${found.map((object) => object.id).join(", ")}.`,
        });
    return only;
}

function lower(name: unknown): string {
    return String(name).toLowerCase();
}

/** @internal Runs a lookup, or under `pulumi.runtime.setMocks` asks the test's `call`. */
export async function lookUp<Args extends LookupArgs, Result>(
    name: string,
    args: Args,
    find: (environment: Environment) => Promise<Result>,
): Promise<Result> {
    const monitor = pulumi.runtime.getMonitor();
    if (monitor && "mocks" in monitor) return pulumi.runtime.invoke(`pingone:index:${name}`, args);
    try {
        return await find(new Environment(args));
    } catch (error) {
        throw error instanceof PingOneError ? error.during(`look up with ${name}`) : error;
    }
}

/** @internal A lookup whose arguments may be outputs; while they are unknown, so is its result. */
export function lookUpOutput<Args, Result>(
    args: Inputs<Args>,
    find: (args: Args) => Promise<Result>,
): pulumi.Output<pulumi.Unwrap<Result>> {
    return pulumi.output(args as object).apply((known) => find(known as Args)) as pulumi.Output<pulumi.Unwrap<Result>>;
}
