import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { credentials, type ServiceError } from "@grpc/grpc-js";
import { AnalyzerClient } from "@pulumi/pulumi/proto/analyzer_grpc_pb.js";
import {
    AnalyzeRequest,
    type AnalyzeResponse,
    AnalyzerPropertyDependencies,
    AnalyzerResource,
    AnalyzerResourceOptions,
    AnalyzeStackRequest,
    ConfigureAnalyzerRequest,
    EnforcementLevel,
    PolicyConfig,
} from "@pulumi/pulumi/proto/analyzer_pb.js";
import { specialSecretSig, specialSigKey, unknownValue } from "@pulumi/pulumi/runtime";
import { type JavaScriptValue, Struct } from "google-protobuf/google/protobuf/struct_pb.js";
import { REPOSITORY } from "../../tools/workplace.js";

/** A resource as the engine shows it to policies: without what the package keeps in it for itself. */
export interface Shown {
    type: string;
    name: string;
    properties: Record<string, JavaScriptValue>;
    /** The stack; `dev` unless it is said. */
    stack?: string;
    /** The resources, by type and name, that properties come from. */
    from?: Record<string, Pick<Shown, "type" | "name">[]>;
}

/** A value as the engine shows it where the program made it secret. */
export function secret(value: JavaScriptValue): JavaScriptValue {
    return { [specialSigKey]: specialSecretSig, value };
}

/** What a preview shows of a text that is not known yet. */
export const unknown = unknownValue;

/** A policy pack under way; it is asked as the engine asks. */
export class Analyzer {
    private constructor(
        private readonly child: ChildProcess,
        private readonly client: AnalyzerClient,
    ) {}

    /** Starts a pack of this folder. */
    static async start(file: string): Promise<Analyzer> {
        // The pack's version is that of the package.json in its working directory.
        const child = fork(join(__dirname, file), { cwd: REPOSITORY, silent: true });
        let complaints = "";
        child.stderr?.on("data", (text) => {
            complaints += text;
        });
        const ended = once(child, "exit").then(() => {
            throw new Error(`the policy pack ended: ${complaints}`);
        });
        if (!child.stdout) throw new Error("the policy pack has no standard output");
        const [port] = await Promise.race([once(createInterface(child.stdout), "line"), ended]);
        ended.catch(() => {});
        return new Analyzer(child, new AnalyzerClient(`127.0.0.1:${port}`, credentials.createInsecure()));
    }

    /** What the policies say of a resource that is about to be written. */
    analyze({ type, name, properties, stack }: Shown): Promise<string[]> {
        const request = new AnalyzeRequest();
        request.setType(type);
        request.setName(name);
        request.setUrn(urnOf({ type, name, stack }));
        request.setProperties(Struct.fromJavaScript(properties));
        request.setOptions(new AnalyzerResourceOptions());
        return said((answer) => this.client.analyze(request, answer));
    }

    /** What the policies say of a stack after its `up`. */
    analyzeStack(shown: Shown[]): Promise<string[]> {
        const request = new AnalyzeStackRequest();
        request.setResourcesList(
            shown.map(({ type, name, properties, stack, from = {} }) => {
                const resource = new AnalyzerResource();
                resource.setType(type);
                resource.setName(name);
                resource.setUrn(urnOf({ type, name, stack }));
                resource.setProperties(Struct.fromJavaScript(properties));
                resource.setOptions(new AnalyzerResourceOptions());
                for (const [property, sources] of Object.entries(from)) {
                    const dependencies = new AnalyzerPropertyDependencies();
                    dependencies.setUrnsList(sources.map((source) => urnOf({ ...source, stack })));
                    resource.getPropertydependenciesMap().set(property, dependencies);
                }
                return resource;
            }),
        );
        return said((answer) => this.client.analyzeStack(request, answer));
    }

    /** Gives policies settings, as `--policy-pack-config` does; the others are as the pack says. */
    configure(settings: Record<string, Record<string, JavaScriptValue>>): Promise<void> {
        const request = new ConfigureAnalyzerRequest();
        for (const [policy, properties] of Object.entries(settings)) {
            const config = new PolicyConfig();
            config.setEnforcementlevel(EnforcementLevel.MANDATORY);
            config.setProperties(Struct.fromJavaScript(properties));
            request.getPolicyconfigMap().set(policy, config);
        }
        return new Promise((resolve, reject) => {
            this.client.configure(request, (error) => (error ? reject(error) : resolve()));
        });
    }

    async stop(): Promise<void> {
        this.client.close();
        const ended = once(this.child, "exit");
        this.child.disconnect();
        await ended;
    }
}

type Answer = (error: ServiceError | null, response: AnalyzeResponse) => void;

/** The violations: which policy, and its message. */
function said(ask: (answer: Answer) => void): Promise<string[]> {
    return new Promise((resolve, reject) => {
        ask((error, response) => {
            if (error) return reject(error);
            resolve(
                response
                    .getDiagnosticsList()
                    .map((each) => `${each.getPolicyname()}: ${each.getMessage().split("\n").at(-1)}`),
            );
        });
    });
}

function urnOf({ type, name, stack = "dev" }: Pick<Shown, "type" | "name" | "stack">): string {
    return `urn:pulumi:${stack}::orders::${type}::${name}`;
}
