import * as pingone from "pulumi-pingone";

/** Arguments that do not compile, and some that do. Nobody calls it. */
export function typesOfArguments(): void {
    // @ts-expect-error
    pingone.getResource({});
    // @ts-expect-error
    pingone.getResource({ name: "openid", resourceId: "an id" });
    // @ts-expect-error
    pingone.getResourceOutput({ name: "openid", resourceId: "an id" });
    // @ts-expect-error
    pingone.getScopes({ resource: "openid", resourceId: "an id", names: [] });
    // @ts-expect-error
    pingone.getRole({ name: "Auditor", environmentId: "an id" });
    pingone.getRole({ name: "Auditor", type: "CUSTOM", environmentId: "an id" });
}
