import type { Emulator } from "../../../emulator/index.js";
import { addStock } from "../../support/stock.js";
import { populations, roles } from "../classes/application-role-assignment.js";
import { permissions } from "../classes/application-role-permission.js";

/** Adds what programs name by id. */
export function addWhatProgramsName(emulator: Emulator): void {
    addStock(emulator);
    const canBeAssignedBy = emulator.objects("roles").map(({ id }) => ({ id }));
    for (const id of populations) emulator.add("populations", { id, name: `population ${id}` });
    for (const id of roles)
        emulator.add("environments/roles", {
            id,
            name: `role ${id}`,
            applicableTo: ["POPULATION"],
            permissions: [{ id: "applications:read:application" }],
            canBeAssignedBy,
        });
    const api = emulator.add("resources", { name: "Protected", type: "CUSTOM" });
    const resource = emulator.add("applicationResources", { name: "protected" }, { parentId: api.id });
    for (const id of permissions)
        emulator.add("applicationResources/permissions", { id, action: `action ${id}` }, { parentId: resource.id });
}
