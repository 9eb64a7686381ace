import type { PingOneObject } from "../../../emulator/index.js";
import { type Choices, type ItemClass, isFirst } from "./item-class.js";
import { descriptions } from "./secrets.js";

/** Two stacks that have one predefined scope cannot know of each other. */
const predefined = [
    ["profile", "email"],
    ["phone", "address"],
];
const claims = ["00000000-0000-4000-8000-000000000001", "00000000-0000-4000-8000-000000000002"];

const choices: Record<string, Choices> = {
    name: (slot, program) => [undefined, ...(predefined[program] ?? []), `openid:${slot}`],
    mappedClaimIds: () => [undefined, claims, claims.slice(0, 1), []],
    description: () => descriptions,
};

/** Predefined ones are taken over, and put back in the end. */
export const openIdScope: ItemClass = {
    type: "OpenIdScope",
    weight: 2,
    isNamed: true,
    choices,
    defaults: {},
    builtIns(emulator) {
        const ids = emulator
            .objects("resources")
            .filter(isOpenId)
            .map(({ id }) => id);
        return emulator.objects("scopes").filter(({ resource }) => ids.includes(resource?.id ?? ""));
    },
    tidy(properties) {
        if (predefined.flat().includes(properties.name as string)) delete properties.description;
    },
    isPossible: (item, items) => isFirst(item, items, ({ properties, name }) => [properties.name ?? name]),
    atPingOne: ({ resourceId, mappedClaimIds, ...others }) => ({
        ...others,
        ...(resourceId !== undefined && { resource: { id: resourceId } }),
        ...(mappedClaimIds !== undefined && { mappedClaims: mappedClaimIds }),
    }),
    differing: {},
    unique: ["name"],
    replaces: ["environmentId", "name"],
    cleared: {},
    edits: {
        mappedClaimIds(object, value) {
            object.mappedClaims = claims.filter((_, index) => (value >> index) % 2 === 0);
        },
    },
};

function isOpenId({ type }: PingOneObject): boolean {
    return type === "OPENID_CONNECT";
}
