import { application } from "../../provider/applications/application/definition";
import { grant } from "../../provider/applications/grant";
import type { Definition } from "../../provider/lifecycle/definition";
import { toProvider } from "../../provider/lifecycle/provider";
import type { Values } from "../../provider/lifecycle/values/paths";
import { customResource } from "../../provider/resources/custom-resource";
import { resourceScope } from "../../provider/resources/resource-scope";
import { ManagedResource } from "../support/managed-resource";
import type { Tenant } from "../support/tenant";

/** As many as the engine runs on two cores. */
const width = 8;

/** Many resources of one stack, whose operations run in one process of the provider, as in one of the engine. */
export class Fleet {
    readonly members: ManagedResource[] = [];
    private run;

    constructor(private readonly tenant: Tenant) {
        this.run = tenant.newRun();
    }

    /** From here on the provider runs in a new process, as in the engine's next operation. */
    startProcess(): void {
        this.run = this.tenant.newRun();
    }

    /** Creates objects of a class, as many at a time as the engine does. */
    async create(definition: Definition, programs: readonly Values[]): Promise<ManagedResource[]> {
        const created = programs.map(() => new ManagedResource(() => toProvider(definition, this.run)));
        await inParallel(created.map((member, index) => () => member.up(programs[index] ?? {})));
        this.members.push(...created);
        return created;
    }

    createResources(count: number): Promise<ManagedResource[]> {
        return this.create(customResource, named("api", count));
    }

    createApplications(count: number): Promise<ManagedResource[]> {
        const more = { protocol: "OPENID_CONNECT", type: "WEB_APP", grantTypes: ["AUTHORIZATION_CODE"] };
        const uris = { responseTypes: ["CODE"], redirectUris: ["https://app.example.com/callback"] };
        return this.create(
            application,
            named("app", count).map((name) => ({ ...name, ...more, ...uris })),
        );
    }

    createScopes(resources: readonly ManagedResource[], ofEach: number): Promise<ManagedResource[]> {
        return this.create(
            resourceScope,
            resources.flatMap(({ existingId }, index) =>
                named(`scope-${index}`, ofEach).map((name) => ({ ...name, resourceId: existingId })),
            ),
        );
    }

    /** Grants of one scope each, by the positions of application and scope. */
    createGrants(
        applications: readonly ManagedResource[],
        scopes: readonly ManagedResource[],
        wanted: readonly (readonly [applicationAt: number, scopeAt: number])[],
    ): Promise<ManagedResource[]> {
        return this.create(
            grant,
            wanted.map(([applicationAt, scopeAt]) => ({
                applicationId: applications[applicationAt]?.existingId,
                resourceId: scopes[scopeAt]?.inputs.resourceId,
                scopeIds: [scopes[scopeAt]?.existingId],
            })),
        );
    }

    /** Refreshes all, in this order; answers how many are there. */
    async refresh(members: readonly ManagedResource[] = this.members): Promise<number> {
        const there = await inParallel(members.map((member) => () => member.refresh()));
        return there.filter(Boolean).length;
    }
}

function named(kind: string, count: number): { name: string }[] {
    return Array.from({ length: count }, (_, index) => ({ name: `${kind}-${index}` }));
}

async function inParallel<T>(tasks: readonly (() => Promise<T>)[]): Promise<T[]> {
    const results: T[] = [];
    const waiting = [...tasks.entries()];
    const work = async () => {
        for (let next = waiting.shift(); next; next = waiting.shift()) results[next[0]] = await next[1]();
    };
    await Promise.all(Array.from({ length: width }, work));
    return results;
}
