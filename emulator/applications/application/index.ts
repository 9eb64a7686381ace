import { type JsonObject, textAt } from "../../notation/json";
import type { Kind } from "../../notation/kind";
import type { Properties } from "../../notation/properties";
import { workerSecret } from "../../notation/refusal";
import { invalid } from "../../notation/rules";
import { isReadOnly } from "../application-role-assignment";
import { CREATABLE, SYSTEM, UNDESCRIBED } from "./base";
import { externalLink } from "./external-link";
import { NEWEST_ANSWERS, openIdConnect } from "./open-id-connect";
import { openIdConnectRules } from "./open-id-connect-rules";
import { saml, samlRules } from "./saml";
import { systemApplications, systemProperties } from "./system";
import { wsFed, wsFedRules } from "./ws-fed";

const byProtocol: Readonly<Record<string, Properties>> = {
    OPENID_CONNECT: openIdConnect,
    SAML: saml,
    WS_FED: wsFed,
    EXTERNAL_LINK: externalLink,
};

/** An application; what it has goes by its protocol, and for those of PingOne's own by their type. */
export const application: Kind = {
    name: "Application",
    collection: "applications",
    properties: ({ protocol, type }) => systemProperties[String(type)] ?? byProtocol[String(protocol)] ?? openIdConnect,
    readOnly: ["clientId"],
    refuseCreation: ({ protocol, type }) => {
        if (SYSTEM.includes(String(type)))
            return invalid("type", `Applications of type ${type} exist with the environment and cannot be created.`);
        if (UNDESCRIBED.includes(String(type)))
            return invalid("type", `This emulator does not have applications of type ${type}.`);
        const types = CREATABLE[String(protocol)];
        const known = Object.values(CREATABLE).flat();
        return types && known.includes(String(type)) && !types.includes(String(type))
            ? invalid("type", `Applications of the protocol ${protocol} are of type ${types.join(", ")}.`)
            : undefined;
    },
    rules: [...openIdConnectRules, ...samlRules, ...wsFedRules],
    adds: ({ id, protocol, type }) =>
        protocol === "OPENID_CONNECT" && NEWEST_ANSWERS.includes(String(type)) ? { clientId: id } : {},
    links: applicationLinks,
    secret: ({ id, protocol, type }, lookup) => {
        if (protocol !== "OPENID_CONNECT" || SYSTEM.includes(String(type))) return "absent";
        const isOwn = id === lookup.worker.clientId;
        const roles = lookup.all("roleAssignments", String(id));
        return isOwn || roles.some((role) => isReadOnly(role, lookup)) ? workerSecret() : "readable";
    },
    notFoundMessage: (id, environmentId) =>
        `Unable to find Application with ID '${id}' in environment '${environmentId}'`,
    builtIns: () => [...systemApplications],
};

/** The paths under an application that its answers link to, as in the recorded answers. */
function linkedPaths({ protocol, type }: JsonObject): string[] {
    if (protocol === "SAML") return ["attributes"];
    if (protocol !== "OPENID_CONNECT") return [];
    switch (type) {
        case "PING_ONE_ADMIN_CONSOLE":
            return [];
        case "PING_ONE_PORTAL":
        case "PING_ONE_SELF_SERVICE":
            return ["grants"];
        case "WORKER":
            return ["attributes", "secret", "grants", "roleAssignments"];
        case "NATIVE_APP":
            return ["metadata", "attributes", "pushCredentials", "secret", "grants"];
        case "WEB_APP":
            return ["attributes", "secret", "grants"];
        default:
            return ["metadata", "attributes", "secret", "grants"];
    }
}

function applicationLinks(object: JsonObject): Record<string, string> {
    const self = `applications/${object.id}`;
    const links: Record<string, string> = { self, environment: "" };
    for (const name of linkedPaths(object)) links[name] = `${self}/${name}`;
    const policy = textAt(object, "signing.keyRotationPolicy.id");
    if (policy !== undefined) links.keyRotationPolicy = `keyRotationPolicies/${policy}`;
    return links;
}
