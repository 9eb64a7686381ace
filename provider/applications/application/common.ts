import type * as pulumi from "@pulumi/pulumi";
import { id, text, webPage, where } from "../../schemas";
import type { Where } from "../../where";
import { z } from "../../zod";
import { type ApplicationAccessControl, accessControl } from "./access-control";

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

/** @internal The properties that applications of every protocol have. */
export const common = () => ({
    name: text().optional(),
    description: z.string().optional(),
    enabled: z.boolean().optional(),
    hiddenFromAppPortal: z.boolean().meta({ default: false }).optional(),
    homePageUrl: webPage().optional(),
    loginPageUrl: webPage().optional(),
    icon: z.strictObject({ id: id(), href: webPage() }).optional(),
    accessControl: accessControl().optional(),
    ...where(),
});
