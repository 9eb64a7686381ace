import * as pulumi from "@pulumi/pulumi";
import { Connections } from "../client/connections";
import type { Session } from "../client/session";
import type { PingOneError } from "../errors";

/** One question to PingOne, on its way or answered. */
export interface Reading<T> {
    readonly answer: Promise<T>;
    /** Of the clock of the run, when it was asked. */
    readonly begun: number;
}

/**
 * What the lookups of one run of a program share: connections, and what was read, each list and each object once. So a
 * name means the same throughout the run, and lookups cost as many requests as they have different questions.
 */
export class ProgramRun {
    private readonly sessions = new Map<string, Session>();
    private readonly readings = new WeakMap<Session, Map<string, Reading<unknown>>>();
    private readonly failures = new Map<string, PingOneError>();
    /** Goes on with each resource that the run is seen to have written. */
    private clock = 0;
    private readonly written = new WeakMap<pulumi.Resource, number>();

    /** The connection of that name, or the one without; as the configuration now says, which tests may change. */
    session(connection?: string): Session {
        const session = new Connections(readConfig).get(connection);
        const settings = JSON.stringify(session.settings);
        const known = this.sessions.get(settings) ?? session;
        this.sessions.set(settings, known);
        return known;
    }

    /** The clock's time from which on what is read shows what these resources, written by now, have changed. */
    since(resources: Iterable<pulumi.Resource>): number {
        let since = 0;
        for (const resource of resources) {
            const first = this.written.get(resource) ?? ++this.clock;
            this.written.set(resource, first);
            since = Math.max(since, first);
        }
        return since;
    }

    /** What was read of a path before, if that will do, or else what is read now. A failure is not remembered. */
    read<T>(session: Session, path: string, willDo: (known: Reading<T>) => boolean, ask: () => Promise<T>): Reading<T> {
        const readings = this.readings.get(session) ?? new Map<string, Reading<unknown>>();
        this.readings.set(session, readings);
        // Whoever reads a path reads the same of it.
        const known = readings.get(path) as Reading<T> | undefined;
        if (known && willDo(known)) return known;
        const reading = { answer: ask(), begun: this.clock };
        readings.set(path, reading);
        reading.answer.catch(() => {
            if (readings.get(path) === reading) readings.delete(path);
        });
        return reading;
    }

    /** The failure to show: under an engine, which shows each error object once, the first of those that say the same. */
    failure(error: PingOneError): PingOneError {
        if (!pulumi.runtime.hasMonitor()) return error;
        const first = this.failures.get(error.message) ?? error;
        this.failures.set(error.message, first);
        return first;
    }
}

const runs = new WeakMap<object, ProgramRun>();
const withoutEngine = {};

/** That of the engine operation that the program runs in; without an engine, that of the process. */
export function currentRun(): ProgramRun {
    const engine = pulumi.runtime.getMonitor() ?? withoutEngine;
    const run = runs.get(engine) ?? new ProgramRun();
    runs.set(engine, run);
    return run;
}

function readConfig(key: string): string | undefined {
    const [namespace, ...name] = key.split(":");
    return new pulumi.Config(namespace).get(name.join(":"));
}
