import * as pulumi from "@pulumi/pulumi";
import * as pingone from "pulumi-pingone";

// The key pair that signs, as PingOne's console shows it: pulumi config set signingKey <its name>
const key = pingone.getKeyOutput({ name: new pulumi.Config().require("signingKey") });

const payroll = new pingone.Application("payroll", {
    description: "Pays everybody",
    protocol: "SAML",
    type: "WEB_APP",
    spEntityId: "https://payroll.example.com/saml",
    acsUrls: ["https://payroll.example.com/saml/acs"],
    assertionDuration: 300,
    nameIdFormat: "urn:oasis:names:tc:SAML:1.1:nameid-format:emailAddress",
    idpSigning: { keyId: key.id, algorithm: "SHA256withRSA" },
    sloEndpoint: "https://payroll.example.com/saml/slo",
});

// The subject exists with every SAML application, as the user's id. It is taken over, and put back in the end.
new pingone.ApplicationAttributeMapping("payroll-subject", {
    applicationId: payroll.id,
    name: "saml_subject",
    value: "${user.email}",
    required: true,
});
for (const [name, value] of Object.entries({ firstName: "${user.name.given}", lastName: "${user.name.family}" }))
    new pingone.ApplicationAttributeMapping(`payroll-${name}`, { applicationId: payroll.id, name, value });

export const applicationId = payroll.id;
