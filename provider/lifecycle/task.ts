import type { Body, Method } from "../client/http";
import { readAll } from "../client/list";
import type { Operation } from "../client/operation";
import { segment } from "../client/path";
import { PingOneError } from "../errors";
import { relatives } from "./body";
import type { Definition, Values } from "./definition";
import { explain, passes } from "./refusals";
import type { Run } from "./run";
import { at } from "./values";

/** One operation of the engine on one object: what the object is to be or was, and PingOne as seen from there. */
export class Task {
    private readonly operation: Operation;

    /**
     * @param values the inputs or the state of the object: they say where it is
     * @param id the object's id, where it has one
     */
    constructor(
        readonly definition: Definition,
        readonly run: Run,
        readonly values: Values,
        readonly id?: string,
    ) {
        this.operation = run.operation();
    }

    /** The path of the collection that the object is in. */
    get collection(): string {
        const inEnvironment = this.definition.collection.replace(/\{(\w+)\}/g, (_, parent: string) =>
            segment(this.values[parent]),
        );
        return `/environments/${segment(this.values.environmentId)}/${inEnvironment}`;
    }

    /** Whether there is time left. */
    get inTime(): boolean {
        return this.operation.remaining > 0;
    }

    /** Waits, or answers false where the time left is not enough. */
    wait(milliseconds: number): Promise<boolean> {
        return this.operation.wait(milliseconds);
    }

    /** Writes the object, and again where other writes of this run explain why PingOne refuses it. */
    async write<T>(work: () => Promise<T>): Promise<T> {
        const { touched, writes, lookAfter } = this.run;
        const pauses = lookAfter.slice(1);
        const write = writes.begin(this.collection);
        try {
            for (;;) {
                try {
                    write.beginAgain();
                    const done = await this.inTurn(work);
                    for (const id of this.related) touched.add(id);
                    return done;
                } catch (error) {
                    const pause = pauses.shift();
                    if (pause === undefined || !(await passes(this, write, error, pause)))
                        throw await explain(this, error);
                }
            }
        } finally {
            write.end();
        }
    }

    /** The ids of the objects that a write of this one has to do with. */
    get related(): string[] {
        return [...(this.id === undefined ? [] : [this.id]), ...relatives(this.definition, this.values)];
    }

    /** Writes of one key go one after the other, and where PingOne asks for it those of a whole collection. */
    private inTurn<T>(write: () => Promise<T>): Promise<T> {
        const { key, oneWriteAtATime } = this.definition;
        const sameKey = oneWriteAtATime ? [] : key.map((path) => at(this.values, path));
        return this.run.turns.run(JSON.stringify([this.collection, ...sameKey]), write);
    }

    /** The object of that id, or undefined where there is none. */
    get(id: string): Promise<Body | undefined> {
        return this.ofObject("GET", id);
    }

    /** The object as it is after the change, or undefined where there is none. */
    put(id: string, body: Body): Promise<Body | undefined> {
        return this.ofObject("PUT", id, body);
    }

    /** Deletes the object; one that is not there is fine. */
    async delete(id: string): Promise<void> {
        await this.ofObject("DELETE", id);
    }

    /** Sends a new object; never twice. */
    async post(body: Body): Promise<Body> {
        const http = await this.run.http();
        return (await http.request(this.operation, "POST", this.collection, body)).body;
    }

    /** All objects of the collection. */
    async list(): Promise<Body[]> {
        return readAll(await this.run.http(), this.operation, this.collection);
    }

    /** The object as the collection's pages show it, where it pays to read them. Properties may be missing. */
    async listed(id: string): Promise<Body | undefined> {
        return (await this.run.http()).pages.find(this.operation, this.collection, id);
    }

    /** @throws PingOneError `ENVIRONMENT_NOT_FOUND` */
    requireEnvironment(): Promise<void> {
        return this.run.requireEnvironment(this.operation, String(this.values.environmentId));
    }

    /** A 404 says that the object is gone only where its environment is there. */
    private async ofObject(method: Method, id: string, body?: Body): Promise<Body | undefined> {
        const http = await this.run.http();
        try {
            return (await http.request(this.operation, method, `${this.collection}/${segment(id)}`, body)).body;
        } catch (error) {
            if (!(error instanceof PingOneError) || error.code !== "NOT_FOUND") throw error;
            await this.requireEnvironment();
            return undefined;
        }
    }
}
