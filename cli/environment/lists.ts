import { firstPage, readAll, readPage } from "../../provider/client/list";
import type { Operation } from "../../provider/client/operation";
import { path } from "../../provider/client/path";
import type { Session } from "../../provider/client/session";
import type { Body, Requests } from "../../provider/client/wire";
import { concurrently } from "../concurrently";

/** Lists that are read at a time; the client keeps to the rate limit by itself. */
const atOnce = 8;

/** Is told how far the reading is. */
export interface Steps {
    /** So many lists more are to be read. */
    expect(lists: number): void;
    /** One of them is. */
    step(): void;
}

/**
 * Reads what is in one environment, with GET requests only. A path is one behind the environment; with a slash in front,
 * behind PingOne's root.
 * @throws PingOneError from each method, as PingOne answers; `ENVIRONMENT_NOT_FOUND` where that is why
 */
export class Lists {
    private readonly here: string;
    /** Whether something of the environment was shown: then it is there. */
    private answered = false;

    constructor(
        private readonly session: Session,
        /** The environment's id. */
        readonly environmentId: string,
        private readonly steps: Steps,
    ) {
        this.here = path`/environments/${environmentId}`;
    }

    /** The client id of the worker application that reads; undefined where all that is given is a token of it. */
    get worker(): string | undefined {
        return this.session.settings.clientId;
    }

    /** The environment itself. */
    environment(): Promise<Body> {
        return this.object(this.here);
    }

    /** The environment's name, or its id where that is all that the worker application may know. */
    async environmentName(): Promise<string> {
        try {
            return String((await this.environment()).name ?? this.environmentId);
        } catch {
            return this.environmentId;
        }
    }

    /** The one object at a path. */
    object(path: string): Promise<Body> {
        return this.ask(path, async (http, operation, whole) => (await http.request(operation, "GET", whole)).body);
    }

    /** All objects of a collection. */
    all(collection: string): Promise<Body[]> {
        return this.ask(collection, readAll);
    }

    /** Whether a collection has no object. */
    isEmpty(collection: string): Promise<boolean> {
        return this.ask(
            collection,
            async (http, operation, whole) => (await readPage(http, operation, firstPage(whole))).items.length === 0,
        );
    }

    /** Reads something for each item, a few at a time; the results are in the items' order. */
    each<T, R>(items: readonly T[], read: (item: T) => Promise<R>): Promise<R[]> {
        this.steps.expect(items.length);
        return concurrently(items, atOnce, async (item) => {
            const result = await read(item);
            this.steps.step();
            return result;
        });
    }

    private async ask<T>(
        path: string,
        question: (http: Requests, operation: Operation, whole: string) => Promise<T>,
    ): Promise<T> {
        const whole = path.startsWith("/") ? path : `${this.here}/${path}`;
        try {
            const answer = await question(await this.session.http(), this.session.operation(), whole);
            this.answered ||= whole.startsWith(this.here);
            return answer;
        } catch (error) {
            if (!this.answered)
                await this.session.blameEnvironment(error, this.session.operation(), this.environmentId);
            throw error;
        }
    }
}
