import type * as pulumi from "@pulumi/pulumi";
import type { Kind } from "../../lifecycle/definition";
import { text, webPage } from "../../schemas";
import { z } from "../../zod";
import type { InputsOf } from "./access-control";
import { type CommonApplicationArgs, common } from "./common";

/** The properties of an {@link Application} that is a link in the application portal and nothing else. */
export interface ExternalLinkApplicationArgs extends CommonApplicationArgs {
    /** The protocol. Changing it replaces the application. */
    protocol: "EXTERNAL_LINK";
    /** The kind of application. Changing it replaces the application. */
    type: "PORTAL_LINK_APP";
    /** Where the link leads: a URL. */
    homePageUrl: pulumi.Input<string>;
    /** An id of your own for the application. Risk policies that aim at applications show only those that have one. */
    externalId?: pulumi.Input<string>;
}

type Inputs = InputsOf<ExternalLinkApplicationArgs>;

/** @internal */
export const externalLink: Kind<Inputs> = {
    schema: () =>
        z.toZod<Inputs>()(
            z.strictObject({
                ...common(),
                protocol: z.literal("EXTERNAL_LINK").meta({ replaces: true }),
                type: z.literal("PORTAL_LINK_APP").meta({ replaces: true }),
                homePageUrl: webPage(),
                externalId: text().optional(),
            }),
        ),
};
