import { defineKinds } from "../../lifecycle/definition";
import { native, web, worker } from "./openid-connect";

export const application = defineKinds(
    {
        type: "Application",
        collection: "applications",
        key: ["name"],
        keyIsShared: true,
        defaults: { enabled: true },
        outputs: { clientId: (body) => body.clientId ?? body.id },
        readOnly: ["clientId"],
    },
    ["protocol", "type"],
    [web, native, worker],
);
