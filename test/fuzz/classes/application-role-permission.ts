import { type ItemClass, isFirst } from "./item-class.js";

/** Permissions that are there before any program. */
export const permissions = [1, 2, 3].map((digit) => `00000000-0000-4000-8000-00000000010${digit}`);

/** A link: it has the id of the permission that the role gets, as all links to that permission have. */
export const applicationRolePermission: ItemClass = {
    type: "ApplicationRolePermission",
    weight: 2,
    isNamed: false,
    choices: { permissionId: () => permissions },
    defaults: { permissionId: permissions[0] },
    within: "applicationRoleId",
    sharesId: true,
    objects: (emulator) => emulator.objects("applicationRoles/permissions"),
    called: ({ id, applicationRole }) =>
        applicationRole === undefined ? undefined : `ApplicationRolePermission (permissionId ${id})`,
    refer(item, { one }) {
        const role = one("ApplicationRole", 0);
        if (role) item.refs = { applicationRoleId: role.slot };
    },
    isPossible: (item, items) =>
        items.some(({ slot }) => slot === item.refs.applicationRoleId) &&
        isFirst(item, items, ({ refs, properties }) => [refs.applicationRoleId, properties.permissionId]),
    collection(idOf) {
        const applicationRoleId = idOf("applicationRoleId");
        return applicationRoleId && `applicationRoles/${applicationRoleId}/permissions`;
    },
    atPingOne: ({ applicationRoleId, permissionId, ...others }) => ({
        ...others,
        id: permissionId,
        applicationRole: { id: applicationRoleId },
    }),
    differing: {},
    unique: [],
    replaces: ["environmentId", "applicationRoleId", "permissionId"],
    cleared: {},
    edits: {},
};
