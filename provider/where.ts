import type * as pulumi from "@pulumi/pulumi";

/** Where an object is managed. */
export interface Where {
    /**
     * The environment that the object belongs to. Changing it replaces the object.
     * @default the configuration's `pingone:environmentId`
     */
    environmentId?: pulumi.Input<string>;
    /**
     * The connection to the tenant that the object is in: its settings are those of the configuration's namespace
     * `pingone-<connection>`, such as `pingone-partner:clientId` for `partner`. Changing it alone sends nothing.
     * @default the settings of the namespace `pingone`
     */
    connection?: string;
}
