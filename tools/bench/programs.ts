/**
 * The programs that are measured. In plain JavaScript: the type check at the start of a program in TypeScript takes
 * seconds, and they are not this package's.
 */

/** So many units of an application, a resource, a scope and a grant; a callback of the first one is the caller's. */
export function separateUnits(units: number, callbackOfTheFirst = "callback"): string {
    return `${IMPORT}
for (let unit = 0; unit < ${units}; unit += 1) {
    const api = new pingone.CustomResource("api-" + unit, { audience: "https://api-" + unit + ".example.com" });
    const read = new pingone.ResourceScope("read-" + unit, { resourceId: api.id, name: "orders:read" });
    const callback = unit === 0 ? ${JSON.stringify(callbackOfTheFirst)} : "callback";
    const app = ${application("unit", "callback")};
    new pingone.Grant("grant-" + unit, { applicationId: app.id, resourceId: api.id, scopeIds: [read.id] });
}
`;
}

/** As many empty dynamic resources with the same dependencies: what the engine needs by itself. */
export function floorUnits(units: number): string {
    return `const pulumi = require("@pulumi/pulumi");
const __provider = "exports.handler=()=>({create:async(i)=>({id:require('crypto').randomUUID(),outs:i}),diff:async()=>({changes:false}),read:async(id,props)=>({id,props}),delete:async()=>{}})";
class Empty extends pulumi.CustomResource {
    constructor(name, props) {
        super("pulumi-nodejs:dynamic/floor:Empty", name, { ...props, __provider });
    }
}
for (let unit = 0; unit < ${units}; unit += 1) {
    const api = new Empty("api-" + unit, {});
    const read = new Empty("read-" + unit, { resourceId: api.id });
    const app = new Empty("app-" + unit, {});
    new Empty("grant-" + unit, { applicationId: app.id, resourceId: api.id, scopeIds: [read.id] });
}
`;
}

/** So many applications and nothing else. */
export function applicationsOnly(count: number): string {
    return `${IMPORT}
for (let number = 0; number < ${count}; number += 1) ${application("number", '"callback"')};
`;
}

/** Applications that share resources. */
export function sharedResources(counts: {
    applications: number;
    resources: number;
    scopesOfEach: number;
    grantsOfEach: number;
}): string {
    const { applications, resources, scopesOfEach, grantsOfEach } = counts;
    return `${IMPORT}
const apis = Array.from({ length: ${resources} }, (_, number) => {
    const api = new pingone.CustomResource("api-" + number, { audience: "https://api-" + number + ".example.com" });
    const scopes = Array.from({ length: ${scopesOfEach} }, (_, scope) =>
        new pingone.ResourceScope("scope-" + number + "-" + scope, { resourceId: api.id }));
    return { api, scopes };
});
for (let number = 0; number < ${applications}; number += 1) {
    const app = ${application("number", '"callback"')};
    for (let grant = 0; grant < ${grantsOfEach}; grant += 1) {
        const { api, scopes } = apis[(number + grant) % apis.length];
        const scope = scopes[number % scopes.length];
        new pingone.Grant("grant-" + number + "-" + grant, {
            applicationId: app.id,
            resourceId: api.id,
            scopeIds: [scope.id],
        });
    }
}
`;
}

/** The same program in TypeScript. */
export function inTypeScript(program: string): string {
    return program.replace(IMPORT, 'import * as pingone from "pulumi-pingone";');
}

const IMPORT = 'const pingone = require("pulumi-pingone");';

function application(number: string, callback: string): string {
    return `new pingone.Application("app-" + ${number}, {
        type: "WEB_APP",
        protocol: "OPENID_CONNECT",
        grantTypes: ["AUTHORIZATION_CODE"],
        responseTypes: ["CODE"],
        redirectUris: ["https://app-" + ${number} + ".example.com/" + ${callback}],
        tokenEndpointAuthMethod: "CLIENT_SECRET_BASIC",
    })`;
}
