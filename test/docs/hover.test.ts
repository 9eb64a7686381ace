import { join, resolve } from "node:path";
import { expect } from "chai";
import ts from "typescript";
import * as pingone from "../../provider/index";
import { problemsOf, repository } from "./fences";

const classes = Object.entries(pingone)
    .filter(([, value]) => "__pulumiType" in Object(value))
    .map(([name]) => name);

/** What the examples take for granted: objects of the programs that they stand in. */
const around: Record<string, string> = {
    accountant: "pingone.ApplicationRole",
    accounts: "pingone.ApplicationResource",
    bank: "pingone.CustomResource",
    config: "pulumi.Config",
    customers: "pingone.Population",
    flowPolicyId: "string",
    orders: "pingone.Application",
    ordersApi: "pingone.CustomResource",
    read: "pingone.ResourceScope",
    readAccounts: "pingone.ApplicationResourcePermission",
    reports: "pingone.Application",
    roleId: "string",
    signOnPolicyId: "string",
    tier: "pingone.ResourceAttribute",
    wallet: "pingone.Application",
};

const imports = `import * as pulumi from "@pulumi/pulumi";\nimport * as pingone from "pulumi-pingone";\n`;

/** What an editor knows of a program in this repository. */
class Editor {
    private readonly file = join(repository, "hovered.ts");
    private readonly service: ts.LanguageService;

    constructor(private readonly text: string) {
        const { config } = ts.readConfigFile(join(repository, "tsconfig.json"), ts.sys.readFile);
        const { options } = ts.parseJsonConfigFileContent(config, ts.sys, repository);
        const isIt = (path: string) => resolve(path) === this.file;
        this.service = ts.createLanguageService({
            directoryExists: ts.sys.directoryExists,
            fileExists: (path) => isIt(path) || ts.sys.fileExists(path),
            getCompilationSettings: () => options,
            getCurrentDirectory: () => repository,
            getDefaultLibFileName: ts.getDefaultLibFilePath,
            getScriptFileNames: () => [this.file],
            getScriptSnapshot: (path) => {
                const content = isIt(path) ? this.text : ts.sys.readFile(path);
                return content === undefined ? undefined : ts.ScriptSnapshot.fromString(content);
            },
            getScriptVersion: () => "1",
            readFile: (path, ...encoding) => (isIt(path) ? this.text : ts.sys.readFile(path, ...encoding)),
        });
    }

    /** What is shown over the last name of an expression that stands as a statement. */
    hover(expression: string) {
        const end = this.text.indexOf(`${expression};`) + expression.length;
        const info = this.service.getQuickInfoAtPosition(this.file, end - 1);
        const tag = (name: string) => ts.displayPartsToString(info?.tags?.find((one) => one.name === name)?.text);
        return {
            type: ts.displayPartsToString(info?.displayParts),
            says: ts.displayPartsToString(info?.documentation),
            example: tag("example"),
        };
    }
}

describe("what an editor shows", function () {
    this.timeout(120_000);
    let editor: Editor;

    before(() => {
        const hovered = [
            ...classes.map((name) => `pingone.${name};`),
            `const web = new pingone.Application("web", { protocol: "OPENID_CONNECT", type: "WEB_APP" });`,
            `const read = new pingone.ResourceScope("read", { resourceId: web.id });`,
            `const grant = new pingone.Grant("grant", { applicationId: web.id, resourceId: web.id, scopes: [read] });`,
            "web.clientId; web.grantTypes; web.pkceEnforcement; web.accessControl; grant.scopeIds; grant.scopeNames;",
        ];
        editor = new Editor(imports + hovered.join("\n"));
    });

    it("of each class is an example, which compiles", () => {
        expect(classes).to.have.lengthOf.above(20);
        const examples = classes.map((name) => {
            const { example } = editor.hover(`pingone.${name}`);
            expect(example, name).to.include(`new pingone.${name}(`);
            const known = Object.entries(around).filter(([other]) => !example.includes(`const ${other} =`));
            const code = [
                imports,
                ...known.map(([other, type]) => `export declare const ${other}: ${type};`),
                example.replaceAll(/^const /gm, "export const "),
                "export default pulumi;",
            ];
            return { at: name, file: `example-of-${name}.ts`, code: code.join("\n") };
        });
        expect(problemsOf(examples)).to.deep.equal([]);
    });

    it("of an output is its plain type, and what it is", () => {
        for (const [expression, type, says] of [
            ["web.clientId", "pulumi.Output<string>", /client id/],
            ["web.grantTypes", "pulumi.Output<pingone.GrantType[] | undefined>", /how .*get tokens/i],
            ["web.pkceEnforcement", "pulumi.Output<pingone.PkceEnforcement | undefined>", /PKCE/],
            [
                "web.accessControl",
                "pulumi.Output<pulumi.UnwrappedObject<pingone.ApplicationAccessControlInState> | undefined>",
                /Who may use/,
            ],
            ["grant.scopeIds", "pulumi.Output<string[]>", /ids of the scopes/],
            ["grant.scopeNames", "pulumi.Output<string[] | undefined>", /names of the scopes/],
        ] as const) {
            const hover = editor.hover(expression);
            expect(hover.type, expression).to.include(type);
            expect(hover.says, expression).to.match(says);
        }
    });
});

describe("types", () => {
    const program = (lines: string[]) =>
        problemsOf([
            {
                at: "program",
                file: "typed.ts",
                code: `${imports}\nexport const config = new pulumi.Config();\n${lines.join("\n")}`,
            },
        ]);
    const ids = `const place = { applicationId: "a", resourceId: "b" };`;
    const ofGroups = (groups: string) =>
        `new pingone.SystemApplication("h", { type: "PING_ONE_PORTAL", accessControl: { group: { type: "ANY_GROUP", ${groups} } } });`;

    it("take values of a configuration without a cast", () => {
        expect(
            program([
                `new pingone.Application("web", {`,
                `    protocol: "OPENID_CONNECT",`,
                `    type: config.require<pingone.WebApplicationType>("type"),`,
                `    grantTypes: config.requireObject<pingone.GrantType[]>("grantTypes"),`,
                `    responseTypes: config.getObject<pingone.ResponseType[]>("responseTypes"),`,
                `    tokenEndpointAuthMethod: config.require<pingone.TokenEndpointAuthMethod>("method"),`,
                `    pkceEnforcement: config.get<pingone.PkceEnforcement>("pkce"),`,
                `});`,
            ]),
        ).to.deep.equal([]);
    });

    it("leave no choice of values without a name", () => {
        const unnamed = ts.sys
            .readDirectory(join(repository, "provider"), [".ts"], ["lookups"])
            .filter((path) => /Input<\s*\|?\s*"[^"]*"\s*\|/.test(ts.sys.readFile(path) ?? ""));
        expect(unnamed).to.deep.equal([]);
    });

    it("take objects of every kind in lists of references, and either them or ids", () => {
        expect(
            program([
                ids,
                `const read = new pingone.ResourceScope("read", { resourceId: "b" });`,
                `const openid = pingone.getScopesOutput({ resource: "openid", names: ["email"] });`,
                `const names = new pingone.PingOneApiScope("names", { name: "p1:read:user:names" });`,
                `new pingone.Grant("a", { ...place, scopes: [read, new pingone.OpenIdScope("loyalty"), names] });`,
                `new pingone.Grant("b", { ...place, scopes: openid.scopes });`,
                `new pingone.Grant("c", { ...place, scopes: pulumi.all([read]) });`,
                `new pingone.Grant("d", { ...place, scopes: pingone.getScopes({ resource: "openid", names: [] }).then(({ scopes }) => scopes) });`,
                `new pingone.Grant("e", { ...place, scopeIds: openid.ids });`,
                `new pingone.OpenIdScope("f", { mappedClaims: [new pingone.ResourceAttribute("tier", { resourceId: openid.resourceId, value: "x" })] });`,
                `new pingone.ApplicationAttributeMapping("g", { applicationId: "a", value: "x", oidcScopes: openid.scopes });`,
                ofGroups("groups: [new pingone.Group('staff'), pingone.getGroup({ name: 'managers' })]"),
                ofGroups("groups: pingone.getGroupsOutput().groups"),
                ofGroups("groupIds: pingone.getGroupsOutput().ids"),
            ]),
        ).to.deep.equal([]);
        const ofScopes = (args: string) => `new pingone.Grant("x", { ...place, ${args} });`;
        const wrong = [
            ...[
                "",
                'scopes: ["c"]',
                "scopes: [], scopeIds: []",
                'scopes: [new pingone.CustomResource("api")]',
                'scopes: [new pingone.Application("app", { protocol: "OPENID_CONNECT", type: "SERVICE" })]',
            ].map(ofScopes),
            ...[
                "",
                'groups: ["c"]',
                "groups: [], groupIds: []",
                'groups: [new pingone.Population("customers")]',
                "groups: pingone.getGroupsOutput().ids",
            ].map(ofGroups),
        ];
        const problems = problemsOf(
            wrong.map((statement, index) => ({
                at: statement,
                file: `wrong-${index}.ts`,
                code: `import * as pingone from "pulumi-pingone";\n${ids}\nexport default place;\n${statement}`,
            })),
        );
        for (const statement of wrong)
            expect(problems.filter((problem) => problem.startsWith(`${statement}: `))).to.have.lengthOf(1);
    });
});
