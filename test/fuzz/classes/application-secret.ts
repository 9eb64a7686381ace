import { type ItemClass, isFirst } from "./item-class.js";

/** An application has one, with the application's id; it is rotated, and never deleted. */
export const applicationSecret: ItemClass = {
    type: "ApplicationSecret",
    weight: 2,
    isNamed: false,
    choices: { rotateWhen: () => [undefined, { round: "1" }, { round: "2" }, { round: "3" }] },
    // A secret that was rotated out shows what the rotation found.
    defaults: { previousSecretExpiresInMinutes: 60 },
    within: "applicationId",
    sharesId: true,
    secretOutputs: ["secret", "previousSecret"],
    refer(item, { one }) {
        const application = one("Application", 0);
        if (application) item.refs = { applicationId: application.slot };
    },
    isPossible: (item, items) =>
        items.some(({ slot }) => slot === item.refs.applicationId) &&
        isFirst(item, items, ({ refs }) => [refs.applicationId]),
    // What is left is the application.
    atPingOne: ({ applicationId }) => ({ id: applicationId }),
    differing: {},
    unique: [],
    replaces: ["environmentId", "applicationId"],
    cleared: {},
    rotation: (id) => `applications/${id}/secret`,
    edits: {},
};
