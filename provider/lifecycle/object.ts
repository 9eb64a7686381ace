import { readAll } from "../client/list";
import type { Operation } from "../client/operation";
import { segment } from "../client/path";
import type { Session } from "../client/session";
import type { Body, Method } from "../client/wire";
import { PingOneError } from "../errors";
import type { Definition } from "./definition";
import type { Deployment } from "./deployment";
import { completed, parents } from "./values/body";
import { at, type Values } from "./values/paths";

/** One object at PingOne, seen from one operation of the engine, which has a limited time. */
export class RemoteObject {
    readonly session: Session;
    readonly operation: Operation;

    /**
     * @param values the inputs or the state of the object: they say where it is
     * @param id the object's id, where it has one
     */
    constructor(
        readonly definition: Definition,
        readonly deployment: Deployment,
        readonly values: Values,
        readonly id?: string,
    ) {
        this.session = deployment.session(values);
        this.operation = this.session.operation();
    }

    /** The path of the collection that the object is in. */
    get collection(): string {
        return collectionOf(this.definition, this.values);
    }

    /** The path of the object with that id. */
    path(id: string): string {
        return pathOf(this.definition, this.values, id);
    }

    /** Whether there is time left. */
    get inTime(): boolean {
        return this.operation.remaining > 0;
    }

    /** Waits, or answers false where the time left is not enough. */
    wait(milliseconds: number): Promise<boolean> {
        return this.operation.wait(milliseconds);
    }

    /** The object of that id, or undefined where there is none. */
    async get(id: string): Promise<Body | undefined> {
        if (this.definition.single && id !== idOf(this.definition, this.values, {})) return undefined;
        if (!this.definition.readFromList) return this.ofObject("GET", id);
        // Without its collection, which is gone with what it belongs to, an object is gone, too.
        return (await unlessGone(this.list()))?.find((item) => item.id === id);
    }

    /** The object as it is after the change, or undefined where there is none. */
    put(id: string, body: Body): Promise<Body | undefined> {
        return this.ofObject("PUT", id, completed(this.definition, this.values, body));
    }

    /** Deletes the object; one that is not there is fine. */
    async delete(id: string): Promise<void> {
        await this.ofObject("DELETE", id);
    }

    /** Sends what PingOne carries out once for each time: a new object, or an action on the single one; never twice. */
    post(body: Body): Promise<Body> {
        return this.ask("POST", this.collection, body);
    }

    /** All objects of the collection. */
    async list(): Promise<Body[]> {
        return this.confirmed(async () => readAll(await this.session.http(), this.operation, this.collection));
    }

    /** The object as the collection's pages show it, where it pays to read them. Properties may be missing. */
    async listed(id: string): Promise<Body | undefined> {
        if (this.definition.single) return undefined;
        return this.confirmed(async () => (await this.session.http()).pages.find(this.operation, this.collection, id));
    }

    /** A 404 says that the object is gone. */
    private ofObject(method: Method, id: string, body?: Body): Promise<Body | undefined> {
        return unlessGone(this.ask(method, this.path(id), body));
    }

    private ask(method: Method, path: string, body?: Body): Promise<Body> {
        return this.confirmed(
            async () => (await (await this.session.http()).request(this.operation, method, path, body)).body,
        );
    }

    /**
     * A refusal means what it says only where the environment is there.
     * @throws PingOneError `ENVIRONMENT_NOT_FOUND`
     */
    private async confirmed<T>(question: () => Promise<T>): Promise<T> {
        try {
            return await question();
        } catch (error) {
            await this.session.blameEnvironment(error, this.operation, String(this.values.environmentId));
            throw error;
        }
    }
}

async function unlessGone<T>(answer: Promise<T>): Promise<T | undefined> {
    try {
        return await answer;
    } catch (error) {
        if (!(error instanceof PingOneError) || error.code !== "NOT_FOUND") throw error;
        return undefined;
    }
}

/** The path of a class's collection, below the environment and the parents that values name. */
export function collectionOf({ collection }: Pick<Definition, "collection">, values: Values): string {
    const inEnvironment = collection.replace(/\{([\w.]+)\}/g, (_, parent: string) =>
        segment(at(values, parent), parent),
    );
    return `/environments/${segment(values.environmentId, "environmentId")}/${inEnvironment}`;
}

/** The path of an object. */
export function pathOf(definition: Pick<Definition, "collection" | "single">, values: Values, id: string): string {
    const collection = collectionOf(definition, values);
    return definition.single ? collection : `${collection}/${segment(id, "the id")}`;
}

/** What identifies an object to the engine: a single one has no id of its own, but that of what it belongs to. */
export function idOf(definition: Definition, values: Values, body: Body): string {
    if (!definition.single) return String(body.id);
    const parent = parents(definition).at(-1) ?? "";
    return parent === "environmentId" ? definition.collection : String(at(values, parent));
}
