import { defineKinds } from "../../lifecycle/definition";
import { externalLink } from "./external-link";
import { native, web, worker } from "./openid-connect";
import { saml } from "./saml";
import { wsFed } from "./ws-fed";

/** Applications of all protocols, a kind for each that has properties of its own. */
export const application = defineKinds(
    {
        type: "Application",
        collection: "applications",
        key: ["name"],
        keyIsShared: true,
        defaults: { enabled: true },
        // Older answers lack it; it is the id then. Applications of other protocols have none.
        outputs: { clientId: (body) => body.clientId ?? (body.protocol === "OPENID_CONNECT" ? body.id : undefined) },
        readOnly: ["clientId"],
    },
    ["protocol", "type"],
    [web, native, worker, saml, wsFed, externalLink],
);
