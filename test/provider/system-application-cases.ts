import { systemApplication } from "../../provider/applications/system-application";
import type { Values } from "../../provider/lifecycle/values/paths";
import { addGroups, type ClassCase, otherEnvironment } from "./class-case";

const anId = (digit: number) => `00000000-0000-4000-8000-00000000000${digit}`;

const ofBoth: Values = {
    name: "Our own",
    description: "Where users begin",
    enabled: false,
    hiddenFromAppPortal: true,
    homePageUrl: "https://start.example.com",
    loginPageUrl: "https://start.example.com/login",
    icon: { id: anId(1), href: "https://start.example.com/icon.png" },
    applyDefaultTheme: true,
    logoutType: "SAML2_SLO",
    pkceEnforcement: "S256_REQUIRED",
    tokenEndpointAuthMethod: "CLIENT_SECRET_BASIC",
};

function systemApplicationCase(type: string, otherType: string, more: Values, shownElsewhere: string[]): ClassCase {
    return {
        title: `SystemApplication ${type}`,
        definition: systemApplication,
        exists: true,
        prepare: async ({ emulator }) => ({
            environmentId: emulator.environmentId,
            otherEnvironmentId: emulator.addEnvironment(),
            itself: emulator.objects("applications").find((found) => found.type === type)?.id ?? "",
            ...addGroups(emulator),
        }),
        minimal: () => ({ type }),
        full: ({ environmentId, customers, staff }) => ({
            type,
            environmentId,
            ...ofBoth,
            ...more,
            accessControl: {
                role: { type: "ADMIN_USERS_ONLY" },
                group: { type: "ANY_GROUP", groupIds: [customers, staff], groupNames: ["Customers", "Staff"] },
            },
        }),
        together: ["icon", "accessControl.group"],
        shownElsewhere: ["type", ...shownElsewhere],
        replacements: (ids) => [
            otherEnvironment(ids),
            { title: "another type", change: { type: otherType }, deletesFirst: false },
        ],
    };
}

/** Every type of system application. */
export const systemApplicationCases: ClassCase[] = [
    systemApplicationCase("PING_ONE_PORTAL", "PING_ONE_SELF_SERVICE", {}, []),
    systemApplicationCase(
        "PING_ONE_SELF_SERVICE",
        "PING_ONE_PORTAL",
        { enableDefaultThemeFooter: true, manageDevicesViaMyAccountEnabled: true },
        Object.keys(ofBoth),
    ),
];
