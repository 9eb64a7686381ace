import type * as pulumi from "@pulumi/pulumi";
import { id, references, text, webPage, where } from "../../schemas";
import type { Where } from "../../where";
import { z } from "../../zod";

/** The properties that applications of every protocol have. */
export interface CommonApplicationArgs extends Where {
    /**
     * The application's name. It need not be unique.
     * @default the resource's name in Pulumi
     */
    name?: pulumi.Input<string>;
    /** What the application is for. */
    description?: pulumi.Input<string>;
    /**
     * Whether users can sign on with the application and it can get tokens.
     * @default true
     */
    enabled?: pulumi.Input<boolean>;
    /**
     * Whether the application portal leaves the application out although a user may use it.
     * @default false, set by PingOne
     */
    hiddenFromAppPortal?: pulumi.Input<boolean>;
    /** The application's own page: a URL. */
    homePageUrl?: pulumi.Input<string>;
    /** A sign-on page of your own: a URL. Where the environment has a custom domain, of that domain. */
    loginPageUrl?: pulumi.Input<string>;
    /** The picture that users see for the application. */
    icon?: pulumi.Input<ApplicationIcon>;
    /** Who may use the application. Left out, everyone in the environment. */
    accessControl?: pulumi.Input<ApplicationAccessControl>;
}

/** A picture that was uploaded to PingOne. */
export interface ApplicationIcon {
    /** The id of the image. */
    id: pulumi.Input<string>;
    /** Where the image is found: a URL. */
    href: pulumi.Input<string>;
}

/** Who may use an application. */
export interface ApplicationAccessControl {
    /** The role that users must have. */
    role?: pulumi.Input<ApplicationAccessControlRole>;
    /** The groups that users must be in. */
    group?: pulumi.Input<ApplicationAccessControlGroup>;
}

/** The role that users of an application must have. */
export interface ApplicationAccessControlRole {
    /** `ADMIN_USERS_ONLY`: only administrators. */
    type: pulumi.Input<"ADMIN_USERS_ONLY">;
}

/** The groups that users of an application must be in. */
export interface ApplicationAccessControlGroup {
    /** Whether a user must be in any one of the groups, or in all of them. */
    type: pulumi.Input<"ANY_GROUP" | "ALL_GROUPS">;
    /** The ids of the groups. Their order means nothing. */
    groupIds: pulumi.Input<pulumi.Input<string>[]>;
}

/** @internal The properties that applications of every protocol have. */
export const common = () => ({
    name: text().optional(),
    description: z.string().optional(),
    enabled: z.boolean().optional(),
    hiddenFromAppPortal: z.boolean().optional(),
    homePageUrl: webPage().optional(),
    loginPageUrl: webPage().optional(),
    icon: z.strictObject({ id: id(), href: webPage() }).optional(),
    accessControl: z
        .strictObject({
            role: z.strictObject({ type: z.literal("ADMIN_USERS_ONLY") }).optional(),
            group: z
                .strictObject({ type: z.enum(["ANY_GROUP", "ALL_GROUPS"]), groupIds: references("groups").min(1) })
                .optional(),
        })
        .optional(),
    ...where(),
});
