import type { Goal } from "./goal.js";
import type { StackState, StoredResource } from "./state.js";

/** The state while an operation changes it: what there was before, and what has come instead of it. */
export class Snapshot {
    /** What the operation began with, or what its refresh made of that. */
    base: readonly StoredResource[];
    private readonly made: StoredResource[] = [];
    private readonly gone = new Set<StoredResource>();
    private readonly renamed = new Map<string, string>();

    constructor(private readonly state: StackState) {
        this.base = state.load();
    }

    /** The resource of a goal as it was, under its name or else under one of its aliases. */
    find({ urn, aliases }: Goal): StoredResource | undefined {
        const olds = [urn, ...aliases].map((name) => this.old(name));
        return olds.find((old) => old !== undefined);
    }

    /** The resource of that URN as it was. */
    old(urn: string): StoredResource | undefined {
        return this.base.find((resource) => resource.urn === urn && resource.fate !== "delete");
    }

    /** Adds a resource, in place of one that it was made of. */
    put(resource: StoredResource, instead?: StoredResource): void {
        this.made.push(resource);
        if (!instead) return;
        this.gone.add(instead);
        if (instead.urn !== resource.urn) this.renamed.set(instead.urn, resource.urn);
    }

    /** Adds a resource beside the one that it replaces. */
    putBeside(resource: StoredResource, old: StoredResource): void {
        this.made.push(resource);
        if (old.urn !== resource.urn) this.renamed.set(old.urn, resource.urn);
    }

    remove(resource: StoredResource): void {
        this.gone.add(resource);
    }

    /** Takes what a refresh found for what was there before; what is gone is needed by nothing any more. */
    rebase(resources: readonly StoredResource[]): void {
        const seen = new Set<string>();
        for (const resource of resources) {
            resource.dependencies = Object.fromEntries(
                Object.entries(resource.dependencies).map(([name, urns]) => [
                    name,
                    urns.filter((urn) => seen.has(urn)),
                ]),
            );
            seen.add(resource.urn);
        }
        this.base = resources;
    }

    /** What is new comes first, as it was finished. URNs in what is old follow what was renamed. */
    save(): void {
        const rename = (urn: string) => this.renamed.get(urn) ?? urn;
        const resources = [...this.made, ...this.base.filter((resource) => !this.gone.has(resource))];
        this.state.save(
            resources.map((resource) => ({
                ...resource,
                urn: rename(resource.urn),
                dependencies: Object.fromEntries(
                    Object.entries(resource.dependencies).map(([name, urns]) => [name, urns.map(rename)]),
                ),
            })),
        );
    }
}
