import { type Kind, segmentOf } from "../notation/kind";
import { isOnce, plainKind } from "../notation/plain-kind";
import { methodsOfCollection, methodsOfObject, type Route } from "./routes";

/** The route to a collection, an object or settings that the emulator knows nothing of; what is above may be known. */
export function plainRoute(kinds: readonly Kind[], path: readonly string[]): Route | undefined {
    const [root, , ...names] = path;
    if (root !== "environments" || names.length === 0 || names.includes("")) return undefined;
    let above: Kind | undefined;
    for (let place = 0; place + 2 < names.length; place += 2) above = kindAt(kinds, above, names[place] ?? "", false);
    const isCollection = names.length % 2 === 1;
    const segment = names.at(isCollection ? -1 : -2) ?? "";
    const kind = kindAt(kinds, above, segment, isCollection && isOnce(segment));
    const pattern = ["environments", ":environment", ...names];
    if (above) pattern[pattern.length - (isCollection ? 2 : 3)] = ":parent";
    if (!isCollection) pattern[pattern.length - 1] = ":id";
    return { kind, pattern, methods: isCollection ? methodsOfCollection(kind) : methodsOfObject(kind) };
}

function kindAt(kinds: readonly Kind[], above: Kind | undefined, segment: string, once: boolean): Kind {
    const known = kinds.find(
        (kind) => !kind.ofOrganization && kind.parent === above?.collection && segmentOf(kind) === segment,
    );
    return known ?? plainKind(above ? `${above.collection}/${segment}` : segment, once);
}
