import type { PolicyResource, StackValidationPolicy } from "@pulumi/policy";
import { Application } from "../applications/application";
import { ApplicationRoleAssignment } from "../applications/application-role-assignment";
import { matches } from "../pattern";
import { asFarAsKnown } from "./known";
import { about, type PolicyOptions, settingsOf } from "./policy";
import { applicationOf, nameOf, ofType } from "./stack";

/** Which roles applications may have. */
export interface RoleOptions extends PolicyOptions {
    /**
     * The roles that applications may have, by the names of the applications, in which `*` stands for any text. A role is
     * a name that `roles` knows, or an id. An application of another stack goes by its id.
     */
    allow: Readonly<Record<string, readonly string[]>>;
    /**
     * The ids of roles, by the names that `allow` uses.
     * @default none: `allow` has ids
     */
    roles?: Readonly<Record<string, string>>;
}

/** Applications may have only the roles that are listed: what a worker may do with PingOne's own API. */
export function rolesOnlyAsListed(options: RoleOptions): StackValidationPolicy {
    const given = { allow: options.allow, roles: options.roles ?? {} };
    return {
        ...about<typeof given>(
            {
                name: "pingone-roles-only-as-listed",
                description: "Applications have only the roles in PingOne that this policy lists for them.",
                severity: "critical",
            },
            options,
            {
                allow: { type: "object", description: "The roles by the names of the applications." },
                roles: { type: "object", description: "The ids of the roles by their names." },
            },
        ),
        validateStack: (args, report) => {
            const { allow, roles } = settingsOf(given, args);
            const idOf = (role: string) => (roles[role] ?? role).toLowerCase();
            const checkAssignment = (assignment: PolicyResource) => {
                const application = applicationOf(assignment, args.resources);
                const roleId: string = assignment.props.roleId;
                const listed = Object.entries(allow)
                    .filter(([pattern]) => matches(pattern, application))
                    .flatMap(([, names]) => names);
                if (listed.some((role) => idOf(role) === roleId.toLowerCase())) return;
                const role = Object.keys(roles).find((name) => idOf(name) === roleId.toLowerCase()) ?? roleId;
                report(
                    `${application} must not have the role ${role}: take the assignment out, or add "${role}" to allow["${application}"] of the policy.`,
                    assignment.urn,
                );
            };
            const checkApplication = (application: PolicyResource) => {
                if (application.props.type === "WORKER" && application.props.assignActorRoles === true)
                    report(
                        `${nameOf(application)} gets the roles of whoever creates it: leave assignActorRoles out, and assign the roles that it needs.`,
                        application.urn,
                    );
            };
            asFarAsKnown([
                ...ofType(args.resources, ApplicationRoleAssignment).map((each) => () => checkAssignment(each)),
                ...ofType(args.resources, Application).map((each) => () => checkApplication(each)),
            ]);
        },
    };
}
