import type { Kind } from "../../lifecycle/definition";
import { id, reference, text, webPage, whole } from "../../schemas";
import { z } from "../../zod";
import type { InputsOf } from "./access-control";
import { common } from "./common";
import { corsRule, corsSettings, originsGiveWay } from "./cors";
import { idpSigning } from "./idp-signing";
import type { WsFedApplicationArgs } from "./ws-fed-args";

type Inputs = InputsOf<WsFedApplicationArgs>;

/** Applications of WS-Federation. */
export const wsFed: Kind<Inputs> = {
    schema: () =>
        z.toZod<Inputs>()(
            z.strictObject({
                ...common(),
                protocol: z.literal("WS_FED").meta({ replaces: true }),
                type: z.literal("WEB_APP").meta({ replaces: true }),
                domainName: text(),
                replyUrl: webPage(),
                // The pages call it required; their own example leaves it out.
                idpSigning: idpSigning().optional(),
                assertionDuration: whole(300, 3932100).meta({ default: 300 }).optional(),
                audienceRestriction: text().meta({ default: "urn:federation:MicrosoftOnline" }).optional(),
                kerberos: z
                    .strictObject({
                        gateways: z
                            .array(
                                z.strictObject({
                                    id: id(),
                                    type: z.literal("LDAP"),
                                    userTypeId: reference("userType"),
                                }),
                            )
                            .meta({ by: "id" }),
                    })
                    // The pages say that null switches it off.
                    .meta({ whenCleared: () => null })
                    .optional(),
                sloEndpoint: webPage().optional(),
                subjectNameIdentifierFormat: z
                    .enum([
                        "urn:oasis:names:tc:SAML:1.1:nameid-format:unspecified",
                        "urn:oasis:names:tc:SAML:1.1:nameid-format:emailAddress",
                    ])
                    .optional(),
                wsTrustVersion: z.enum(["1.2", "1.3"]).optional(),
                hybridJoinDeviceAttribute: text().optional(),
                stsTokenType: text().optional(),
                useMex13: z.boolean().optional(),
                userAttributeUsernameMatch: text().optional(),
                corsSettings: corsSettings(20).optional(),
            }),
        ),
    rules: [corsRule],
    givesWay: [originsGiveWay],
};
