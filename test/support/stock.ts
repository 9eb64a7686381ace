import type { Emulator } from "../../emulator/index.js";

const anId = (digit: number) => `00000000-0000-4000-8000-00000000000${digit}`;

const groups = [
    anId(2),
    anId(3),
    "22222222-2222-4222-8222-222222222222",
    "33333333-3333-4333-8333-333333333333",
    "b3a1f0de-58c4-4f43-9a0e-7b1f5a6c2d11",
    "4c0f5c8e-2c59-4a53-8a8f-3f9f1f0a1b22",
];
const keyRotationPolicies = [anId(4), "11111111-1111-4111-8111-111111111111", "9d1e2f30-4a5b-4c6d-8e7f-0a1b2c3d4e5f"];
const issuanceKeys = [anId(5)];
const openIdAttributes = [anId(1), anId(2)];

/** Adds the objects that the tests' programs name by id: PingOne refuses references to what is not there. */
export function addStock(emulator: Emulator): void {
    const openid = emulator
        .objects("resources")
        .find(({ type, environment }) => type === "OPENID_CONNECT" && environment.id === emulator.environmentId);
    for (const id of groups) emulator.add("groups", { id, name: `group ${id}` });
    for (const id of keyRotationPolicies) emulator.add("keyRotationPolicies", { id, name: `policy ${id}` });
    for (const id of issuanceKeys) emulator.add("keys", { id, name: `key ${id}`, usageType: "ISSUANCE" });
    for (const id of openIdAttributes) {
        const attribute = { id, name: `attribute ${id}`, value: id, type: "CUSTOM", idToken: true, userInfo: true };
        emulator.add("resources/attributes", attribute, openid && { parentId: openid.id });
    }
}
