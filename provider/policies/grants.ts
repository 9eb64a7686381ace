import type { PolicyResource, StackValidationPolicy } from "@pulumi/policy";
import { Grant } from "../applications/grant";
import { matches } from "../pattern";
import { OpenIdScope } from "../resources/open-id-scope";
import { PingOneApiScope } from "../resources/ping-one-api-scope";
import { ResourceScope } from "../resources/resource-scope";
import { uuid } from "../uuid";
import { asFarAsKnown } from "./known";
import { about, type PolicyOptions, settingsOf } from "./policy";
import { applicationOf, nameOf, ofType } from "./stack";

/** Who may be granted what. */
export interface GrantOptions extends PolicyOptions {
    /**
     * The names of applications that may have a scope, by the scope's name. In both, `*` stands for any text; but scopes
     * of the PingOne API (`p1:...`) must be listed one by one. An application of another stack goes by its id.
     */
    allow: Readonly<Record<string, readonly string[]>>;
}

/** Applications may be granted only what is listed. Pulumi asks it at the end of a preview, before anything is written. */
export function grantsOnlyAsListed(options: GrantOptions): StackValidationPolicy {
    const given = { allow: options.allow };
    return {
        ...about<typeof given>(
            {
                name: "pingone-grants-only-as-listed",
                description: "Applications have only the scopes that this policy lists for them.",
                severity: "critical",
            },
            options,
            { allow: { type: "object", description: "The names of applications by that of the scope." } },
        ),
        validateStack: (args, report) => {
            const { allow } = settingsOf(given, args);
            const checkScopes = (grant: PolicyResource) => {
                const application = applicationOf(grant, args.resources);
                const scopes = scopesOf(grant);
                if (scopes === undefined) {
                    report(
                        `what ${application} is granted cannot be told from ids: give the grant scopes instead of scopeIds.`,
                        grant.urn,
                    );
                }
                for (const scope of scopes ?? []) {
                    if (isAllowed(application, scope, allow)) continue;
                    report(
                        `${application} must not have the scope ${scope}: take it out of the grant, or add "${application}" to allow["${scope}"] of the policy.`,
                        grant.urn,
                    );
                }
            };
            const checkNames = (grant: PolicyResource) => {
                const names = scopeNames(grant);
                for (const scope of names ? sourcesOf(grant).map(nameOf) : []) {
                    if (names?.includes(scope)) continue;
                    report(
                        `${applicationOf(grant, args.resources)} is granted the scope ${scope}, which scopeNames does not have: give the grant scopes instead of scopeIds and scopeNames.`,
                        grant.urn,
                    );
                }
            };
            asFarAsKnown(
                ofType(args.resources, Grant).flatMap((grant) => [() => checkScopes(grant), () => checkNames(grant)]),
            );
        },
    };
}

function isAllowed(application: string, scope: string, allow: GrantOptions["allow"]): boolean {
    const ofPingOne = scope.startsWith("p1:");
    return Object.entries(allow)
        .filter(([pattern]) => (ofPingOne ? pattern === scope : matches(pattern, scope)))
        .some(([, applications]) => applications.some((pattern) => matches(pattern, application)));
}

/**
 * The names of the scopes that are granted: those of the resources that the ids come from, as nobody checks what a program
 * calls them. Undefined where nothing in the stack says them all.
 */
function scopesOf(grant: PolicyResource): string[] | undefined {
    const sources = sourcesOf(grant);
    // Names may be known in a preview where ids are not.
    if (sources.length === 0 && grant.props.scopeNames !== undefined) return scopeNames(grant);
    return sources.length === grant.props.scopeIds?.length ? sources.map(nameOf) : scopeNames(grant);
}

/** The scopes of the stack that a grant is of. */
function sourcesOf({ propertyDependencies }: PolicyResource): PolicyResource[] {
    return ofType(propertyDependencies.scopeIds ?? [], ResourceScope, OpenIdScope, PingOneApiScope);
}

/** What the grant says that the scopes are called, where it says it of all. */
function scopeNames({ props }: PolicyResource): string[] | undefined {
    if (props.scopeNames === undefined) return undefined;
    const names = Array.from({ length: props.scopeNames.length }, (_, at): string => props.scopeNames[at]);
    // What nobody named stands there with its id.
    return names.some((name) => uuid.test(name)) ? undefined : names;
}
