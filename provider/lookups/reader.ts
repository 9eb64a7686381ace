import { missingSettings } from "../client/access";
import { readAll } from "../client/list";
import type { Operation } from "../client/operation";
import { path as encoded } from "../client/path";
import type { Session } from "../client/session";
import type { Body, Requests } from "../client/wire";
import { PingOneError } from "../errors";
import type { ProgramRun, Reading } from "./program-run";

/** What a path leads to or through, for the message when it does not exist. */
export interface Subject {
    readonly what: string;
    readonly id: string;
}

/** Asks PingOne for what is at a path. */
type Ask<T> = (http: Requests, operation: Operation, path: string) => Promise<T>;

/** Pauses before another try, as what has just been created may answer 404 for a moment; in milliseconds. */
const patience = [500, 1000, 2000];

/** Reads what is in PingOne for one lookup. A path starts behind the environment; with a slash, behind PingOne's root. */
export class Reader {
    constructor(
        private readonly run: ProgramRun,
        private readonly session: Session,
        private readonly environmentId: string | undefined,
        /** From when on what others have read will do. */
        private readonly since: number,
    ) {}

    /** One object. */
    get(path: string, subject: Subject): Promise<Body> {
        return this.read(path, one, subject).answer;
    }

    /** One object that belongs to another, which may just have been created. */
    getPatiently(path: string, subject: Subject): Promise<Body> {
        return this.read(path, patiently(one), subject).answer;
    }

    /**
     * All objects of a list.
     * @param willDo whether what is looked for is in it; if it is not, a list that others had asked for is read once more
     */
    async list(path: string, willDo: (objects: Body[]) => boolean = () => true, subject?: Subject): Promise<Body[]> {
        let mine = false;
        const ask: Ask<Body[]> = (...where) => {
            mine = true;
            return readAll(...where);
        };
        const reading = this.read(path, ask, subject);
        const objects = await reading.answer;
        if (mine || willDo(objects)) return objects;
        return this.read(path, ask, subject, (known) => known !== reading).answer;
    }

    private read<T>(
        path: string,
        ask: Ask<T>,
        subject: Subject | undefined,
        willDo: (known: Reading<T>) => boolean = ({ begun }) => begun >= this.since,
    ): Reading<T> {
        const environmentId = path.startsWith("/") ? undefined : this.requiredEnvironmentId();
        const whole = environmentId ? `${encoded`/environments/${environmentId}/`}${path}` : path;
        return this.run.read(this.session, whole, willDo, async () => {
            const operation = this.session.operation();
            try {
                return await ask(await this.session.http(), operation, whole);
            } catch (error) {
                if (environmentId) await this.session.blameEnvironment(error, operation, environmentId);
                throw subject && isNotFound(error) ? notThere(subject, environmentId, error) : error;
            }
        });
    }

    private requiredEnvironmentId(): string {
        if (!this.environmentId) throw missingSettings(this.session.settings, true);
        return this.environmentId;
    }
}

/** The path of what a filter leaves of a list. */
export function filtered(collection: string, filter: string | undefined): string {
    return filter === undefined ? collection : `${collection}${encoded`?filter=${filter}`}`;
}

async function one(http: Requests, operation: Operation, path: string): Promise<Body> {
    return (await http.request(operation, "GET", path)).body;
}

function patiently<T>(ask: Ask<T>): Ask<T> {
    return async (http, operation, path) => {
        for (const pause of patience) {
            try {
                return await ask(http, operation, path);
            } catch (error) {
                if (!isNotFound(error) || !(await operation.wait(pause))) throw error;
            }
        }
        return ask(http, operation, path);
    };
}

function isNotFound(error: unknown): error is PingOneError {
    return error instanceof PingOneError && error.code === "NOT_FOUND";
}

function notThere({ what, id }: Subject, environmentId: string | undefined, answer: PingOneError): PingOneError {
    const { status, correlationId } = answer;
    return new PingOneError("NOT_FOUND", `there is no ${what} with the id ${id}`, {
        status,
        correlationId,
        advice: environmentId && `It was looked for in the environment ${environmentId}.`,
    });
}
