import { randomUUID } from "node:crypto";
import { Clock } from "./clock";
import { newEnvironment } from "./directory/environment";
import { PingOneServer } from "./http/server";
import { kinds } from "./kinds";
import type { JsonObject } from "./notation/json";
import { WORKER_ROLES } from "./stock/roles";
import { DataFile, load } from "./store/data-file";
import { grantedScopes } from "./store/granted";
import { newSecret, Store } from "./store/store";
import type { Collection, Emulator, EmulatorOptions, PingOneObject } from "./types";

export type * from "./types";

/** Starts a PingOne on this machine; the promise is fulfilled when it answers. */
export async function startEmulator(options: EmulatorOptions = {}): Promise<Emulator> {
    const saved = options.data === undefined ? undefined : load(options.data);
    const environmentId = options.environmentId ?? saved?.environmentId ?? randomUUID();
    const workerEnvironmentId =
        options.workerEnvironmentId ??
        (options.environmentId === undefined ? saved?.workerEnvironmentId : undefined) ??
        environmentId;
    const clientId = options.clientId ?? saved?.clientId ?? randomUUID();
    const clientSecret = options.clientSecret ?? saved?.clientSecret ?? newSecret();

    const worker = { clientId, roles: options.roles ?? WORKER_ROLES };
    const clock = new Clock();
    const store = new Store(kinds, worker, clock, () => file?.change());
    const addEnvironment = (id: string, name?: string) =>
        store.addEnvironment(newEnvironment(id, name, store.lookup("")));
    const ids = { environmentId, workerEnvironmentId, clientId, clientSecret };
    const file =
        options.data === undefined ? undefined : new DataFile(options.data, () => ({ ...ids, objects: store.objects }));
    store.load(saved?.objects ?? []);
    if (saved === undefined || saved.environmentIds) store.complete();
    for (const id of [...(saved?.environmentIds ?? []), environmentId, workerEnvironmentId]) addEnvironment(id);
    const server = new PingOneServer({
        api: {
            kinds,
            store,
            pageSize: options.pageSize ?? 100,
            others: options.others ?? false,
            deny: options.deny ?? (() => false),
        },
        store,
        client: { id: clientId, secret: clientSecret },
        workerEnvironmentId,
        tokenLifetimeSeconds: options.tokenLifetimeSeconds ?? 3600,
        accessToken: options.accessToken,
        latencyMs: options.latencyMs ?? 0,
        rateLimit: options.rateLimit,
    });
    const port = await server.listen(options.port ?? 0);

    const url = `http://127.0.0.1:${port}`;
    // The store gives every object what PingOneObject declares; its own type is any JSON object.
    const copy = (object: JsonObject) => structuredClone(object) as unknown as PingOneObject;
    const all = (collection: Collection, builtIns: boolean) =>
        store
            .inCollection(collection)
            .filter(({ builtIn }) => builtIns || !builtIn)
            .map(({ object }) => copy(object));
    const existing = (id: string, parentId?: string) => {
        const stored = store.get(id, parentId);
        if (stored === undefined) throw new Error(`The emulator has no object with the id ${id}`);
        return stored;
    };

    return {
        url,
        environmentId,
        clientId,
        clientSecret,
        env: {
            PINGONE_CLIENT_ID: clientId,
            PINGONE_CLIENT_SECRET: clientSecret,
            PINGONE_ENVIRONMENT_ID: workerEnvironmentId,
            PINGONE_API_SERVICE_HOSTNAME: url,
            PINGONE_AUTH_SERVICE_HOSTNAME: url,
        },
        requests: server.requests,
        clearRequests: () => {
            server.requests.length = 0;
        },
        get writes() {
            return server.requests.filter(({ method, path }) => method !== "GET" && !/\/as\/token(\?|$)/.test(path));
        },
        objects: (collection) => all(collection, true),
        snapshot: () => ({
            applications: all("applications", false),
            resources: all("resources", false),
            scopes: all("scopes", false),
            grants: all("grants", false),
        }),
        grants: (place) => grantedScopes(store, place),
        get: (id) => {
            const stored = store.get(id);
            return stored && copy(stored.object);
        },
        edit: (id, change) => store.edit(existing(id), (object) => change(object as unknown as PingOneObject)),
        remove: (id, parentId) => store.remove(existing(id, parentId)),
        add: (collection, object, { environmentId: place, parentId } = {}) => {
            const parent = parentId === undefined ? undefined : existing(parentId);
            const content = structuredClone(object) as JsonObject;
            return copy(store.add(collection, place ?? environmentId, parent, content).object);
        },
        addEnvironment: (id = randomUUID(), { name } = {}) => {
            addEnvironment(id, name);
            return id;
        },
        removeEnvironment: (id = environmentId, { below = 404 } = {}) => store.removeEnvironment(id, below),
        advance: (seconds) => clock.advance(seconds * 1000),
        fault: (fault) => server.faults.add(fault),
        clearFaults: () => server.faults.clear(),
        revokeTokens: () => server.tokens.revokeIssued(),
        close: async () => {
            await server.close();
            await file?.flush();
        },
    };
}
