import type { Body } from "../../client/wire";
import type { Kind } from "../../lifecycle/definition";
import { reference, references, text, webPage, whole } from "../../schemas";
import { z } from "../../zod";
import type { InputsOf } from "./access-control";
import { common } from "./common";
import { corsRule, corsSettings, originsGiveWay } from "./cors";
import { idpSigning } from "./idp-signing";
import type { SamlApplicationArgs } from "./saml-args";

type Inputs = InputsOf<SamlApplicationArgs>;

/** Applications of SAML. */
export const saml: Kind<Inputs> = {
    schema: () =>
        z.toZod<Inputs>()(
            z.strictObject({
                ...common(),
                protocol: z.literal("SAML").meta({ replaces: true }),
                type: z.enum(["WEB_APP", "CUSTOM_APP"]).meta({ replaces: true }),
                acsUrls: z.array(webPage()).min(1),
                assertionDuration: z.number().int().min(1),
                // PingOne's pages call it immutable, the official Terraform provider changes it in place: the pages win.
                spEntityId: text().meta({ replaces: true, exclusive: true }),
                assertionSigned: z.boolean().meta({ default: true }).optional(),
                responseSigned: z.boolean().meta({ default: false }).optional(),
                defaultTargetUrl: webPage().optional(),
                enableRequestedAuthnContext: z.boolean().optional(),
                enableAlwaysAcceptAcsUrlInSignedAuthnRequest: z.boolean().optional(),
                idpSigning: idpSigning().optional(),
                nameIdFormat: z
                    .enum([
                        "urn:oasis:names:tc:SAML:1.1:nameid-format:unspecified",
                        "urn:oasis:names:tc:SAML:1.1:nameid-format:emailAddress",
                        "urn:oasis:names:tc:SAML:2.0:nameid-format:persistent",
                        "urn:oasis:names:tc:SAML:2.0:nameid-format:transient",
                    ])
                    .optional(),
                sessionNotOnOrAfterDuration: z.number().int().min(60).optional(),
                sloBinding: z.enum(["HTTP_REDIRECT", "HTTP_POST"]).meta({ default: "HTTP_POST" }).optional(),
                sloEndpoint: webPage().optional(),
                sloResponseEndpoint: webPage()
                    .meta({ default: ({ sloEndpoint }: Body) => sloEndpoint })
                    .optional(),
                sloWindow: whole(0, 24).optional(),
                spEncryption: z
                    .strictObject({
                        algorithm: z.enum(["AES_128", "AES_256", "TRIPLEDES"]),
                        certificateId: reference("certificate"),
                    })
                    .optional(),
                spVerification: z
                    .strictObject({
                        authnRequestSigned: z.boolean().meta({ default: false }).optional(),
                        certificateIds: references("certificates").min(1),
                    })
                    .optional(),
                virtualServerIdSettings: z
                    .strictObject({
                        enabled: z.boolean().meta({ default: false }).optional(),
                        virtualServerIds: z
                            .array(
                                z.strictObject({
                                    vsId: text(),
                                    default: z.boolean().meta({ default: false }).optional(),
                                }),
                            )
                            .meta({ by: "vsId" })
                            .optional(),
                    })
                    .optional(),
                corsSettings: corsSettings(20).optional(),
            }),
        ),
    rules: [
        corsRule,
        {
            at: "virtualServerIdSettings.virtualServerIds",
            with: ["virtualServerIdSettings.enabled"],
            problem: ({ virtualServerIdSettings: { enabled, virtualServerIds = [] } = {} }) => {
                if (enabled && virtualServerIds.length === 0) return "must have an entry where enabled is true";
                const defaults = virtualServerIds.filter((one) => one.default).length;
                return (
                    virtualServerIds.length > 0 && defaults !== 1 && "must have exactly one entry that is the default"
                );
            },
        },
    ],
    givesWay: [originsGiveWay],
};
