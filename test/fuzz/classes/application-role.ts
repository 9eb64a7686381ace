import { anyOf, type Choices, type ItemClass } from "./item-class.js";
import { descriptions } from "./secrets.js";

const choices: Record<string, Choices> = {
    name: (slot) => [undefined, `Role ${slot}`, `role ${slot} b`],
    description: () => descriptions,
};

/** Its name is unique within the environment. */
export const applicationRole: ItemClass = {
    type: "ApplicationRole",
    weight: 1,
    isNamed: true,
    choices,
    defaults: {},
    objects: (emulator) => emulator.objects("applicationRoles"),
    collection: () => "applicationRoles",
    atPingOne: (properties) => properties,
    differing: { description: "someone else's" },
    unique: ["name"],
    replaces: ["environmentId"],
    cleared: { description: [undefined] },
    edits: { description: anyOf(choices, "description") },
};
