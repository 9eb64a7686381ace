import { group } from "../../provider/directory/group";
import { population } from "../../provider/directory/population";
import { type ClassCase, created, otherEnvironment } from "./class-case";

const populations: ClassCase = {
    title: "Population",
    definition: population,
    prepare: async ({ emulator }) => ({
        environmentId: emulator.environmentId,
        otherEnvironmentId: emulator.addEnvironment(),
        passwordPolicyId: emulator.add("passwordPolicies", { name: "Strict" }).id,
        themeId: emulator.add("themes", { template: "split" }).id,
    }),
    minimal: () => ({ name: "customers" }),
    full: ({ environmentId, passwordPolicyId, themeId }) => ({
        environmentId,
        name: "customers",
        description: "Whoever orders",
        default: false,
        alternativeIdentifiers: ["clients", "buyers"],
        passwordPolicyId,
        preferredLanguage: "fr",
        themeId,
    }),
    // Which one is the default is decided by another population as much.
    shownElsewhere: ["default"],
    replacements: (ids) => [otherEnvironment(ids)],
};

const groups: ClassCase = {
    title: "Group",
    definition: group,
    prepare: async (tenant) => ({
        environmentId: tenant.emulator.environmentId,
        otherEnvironmentId: tenant.emulator.addEnvironment(),
        populationId: await created(tenant, population, { name: "customers" }),
        otherPopulationId: await created(tenant, population, { name: "employees" }),
    }),
    minimal: () => ({ name: "managers" }),
    full: ({ environmentId, populationId }) => ({
        environmentId,
        name: "managers",
        description: "Whoever decides",
        externalId: "cn=managers",
        customData: { owner: { name: "Ada", "phone.home": 42 }, floors: [3, 1], secure: true },
        userFilter: 'title eq "Manager"',
        populationId,
    }),
    lasting: ["populationId"],
    replacements: (ids) => [
        otherEnvironment(ids),
        {
            title: "a population, where groups of the environment have their names for themselves",
            change: { populationId: ids.populationId },
            deletesFirst: true,
        },
        {
            title: "another population",
            before: { populationId: ids.populationId },
            change: { populationId: ids.otherPopulationId },
            deletesFirst: true,
        },
    ],
};

/** What access control, roles and policies point at. */
export const directoryCases: ClassCase[] = [populations, groups];
