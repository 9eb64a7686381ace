import { dependenciesOf, type StoredResource } from "./state.js";

// A state lists each resource after those that it depends on. Several entries may have one URN, so that the place in
// the list tells which of them is meant.

/** What depends on a resource, directly or not, in order; what has one of the URNs ignored is left out. */
export function dependents(
    resources: readonly StoredResource[],
    root: StoredResource,
    ignored: ReadonlySet<string>,
): StoredResource[] {
    const urns = new Set([root.urn]);
    return resources.slice(resources.indexOf(root) + 1).filter((resource) => {
        if (ignored.has(resource.urn) || !dependenciesOf(resource).some((urn) => urns.has(urn))) return false;
        urns.add(resource.urn);
        return true;
    });
}

/** These URNs and those of all that depends on them. */
export function allDependents(resources: readonly StoredResource[], urns: ReadonlySet<string>): Set<string> {
    const found = new Set<string>();
    for (const root of resources.filter(({ urn }) => urns.has(urn))) {
        found.add(root.urn);
        for (const { urn } of dependents(resources, root, found)) found.add(urn);
    }
    return found;
}

/** What a resource depends on, directly or not. */
export function allDependencies(resources: readonly StoredResource[], resource: StoredResource): Set<StoredResource> {
    const direct = dependencies(resources, resource);
    return new Set(direct.flatMap((each) => [each, ...allDependencies(resources, each)]));
}

function dependencies(resources: readonly StoredResource[], resource: StoredResource): StoredResource[] {
    const urns = dependenciesOf(resource);
    return resources.slice(0, resources.indexOf(resource)).filter(({ urn }) => urns.includes(urn));
}

/** In which waves resources are deleted: what depends on others before them. */
export function waves(resources: readonly StoredResource[], condemned: readonly StoredResource[]): StoredResource[][] {
    const found: StoredResource[][] = [];
    let left = [...condemned];
    while (left.length > 0) {
        const wave = left.filter((each) => !dependencies(resources, each).some((other) => left.includes(other)));
        found.unshift(wave);
        left = left.filter((each) => !wave.includes(each));
    }
    return found;
}
