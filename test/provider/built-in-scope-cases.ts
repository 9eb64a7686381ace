import type { Definition } from "../../provider/lifecycle/definition";
import type { Values } from "../../provider/lifecycle/values/paths";
import { openIdScope } from "../../provider/resources/open-id-scope";
import { pingOneApiScope } from "../../provider/resources/ping-one-api-scope";
import { resourceAttribute } from "../../provider/resources/resource-attribute";
import { builtIn, builtInScope, type ClassCase, created, type Ids, otherEnvironment } from "./class-case";

interface Scope {
    name: string;
    /** What only such a scope has. */
    more(ids: Ids): Values;
    /** Other names that are those of other scopes. */
    others: string[];
    predefined?: true;
}

function scopesOf(resource: string, definition: Definition, { name, more, others, predefined }: Scope): ClassCase {
    return {
        title: `${definition.type} ${name}`,
        definition,
        ...(predefined && { exists: true }),
        prepare: async (tenant) => {
            const openid = builtIn(tenant, "openid");
            const attribute = (value: string) =>
                created(tenant, resourceAttribute, { resourceId: openid, name: value, value });
            return {
                environmentId: tenant.emulator.environmentId,
                otherEnvironmentId: tenant.emulator.addEnvironment(),
                resourceId: builtIn(tenant, resource),
                tier: await attribute("tier"),
                points: await attribute("points"),
                ...(predefined && { itself: builtInScope(tenant, name) }),
            };
        },
        minimal: () => ({ name }),
        full: (ids) => ({
            environmentId: ids.environmentId,
            name,
            ...more(ids),
        }),
        ...(predefined && { shownElsewhere: ["name"] }),
        replacements: (ids) => [
            otherEnvironment(ids),
            ...others.map((other) => ({ title: `the name ${other}`, change: { name: other }, deletesFirst: false })),
        ],
    };
}

const described = { description: "What customers collected" };
const claims = ({ tier, points }: Ids) => ({
    mappedClaimIds: [tier, points],
    mappedClaimNames: ["tier", "points"],
});
const attributes = () => ({ ...described, schemaAttributes: ["name.given", "name.family"] });

/** Scopes of the built-in resources: predefined, and others. */
export const builtInScopeCases: ClassCase[] = [
    scopesOf("openid", openIdScope, {
        name: "loyalty",
        more: (ids) => ({ ...described, ...claims(ids) }),
        others: ["email"],
    }),
    scopesOf("openid", openIdScope, {
        name: "email",
        more: claims,
        others: ["phone", "loyalty"],
        predefined: true,
    }),
    scopesOf("PingOne API", pingOneApiScope, {
        name: "p1:read:user:basic",
        more: attributes,
        others: ["p1:read:user"],
    }),
    scopesOf("PingOne API", pingOneApiScope, {
        name: "p1:update:user",
        more: attributes,
        others: ["p1:read:user", "p1:update:user:basic"],
        predefined: true,
    }),
];
