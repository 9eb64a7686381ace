import { join } from "node:path";
import {
    Application,
    type Comment,
    type DeclarationReflection,
    type ProjectReflection,
    ReferenceType,
    ReflectionKind,
    type SomeType,
} from "typedoc";

/** What the package exports, as its source describes it. */
export interface Model {
    /** What programs import from the package. */
    readonly main: readonly DeclarationReflection[];
    /** What policy packs import, tests and what else runs an emulator. */
    readonly beside: readonly Entry[];
}

/** What is imported by a path of its own, `pulumi-pingone/<page>`, and has a page of its own. */
export interface Entry {
    readonly page: string;
    readonly title: string;
    /** What it is, in one sentence. */
    readonly says: string;
    readonly exported: readonly DeclarationReflection[];
}

const entries = [
    {
        page: "emulator",
        room: "emulator",
        title: "The emulator",
        says: "The emulator is a PingOne on your machine: `pulumi-pingone/emulator`.",
    },
    {
        page: "testing",
        room: "testing",
        title: "Tests",
        says: "A program on the emulator and the real engine, in a test: `pulumi-pingone/testing`.",
    },
    {
        page: "policies",
        room: "provider/policies",
        title: "Policies",
        says: "Ready-made policies for a policy pack: `pulumi-pingone/policies`.",
    },
];

/** Reads the source. */
export async function readModel(repository: string): Promise<Model> {
    const entry = (room: string) => join(repository, room, "index.ts");
    const application = await Application.bootstrap({
        entryPoints: ["provider", ...entries.map(({ room }) => room)].map(entry),
        tsconfig: join(repository, "tsconfig.json"),
        excludeInternal: true,
        excludePrivate: true,
        disableSources: true,
        // The compiler has said what is wrong when this runs.
        skipErrorChecking: true,
        sort: ["source-order"],
        logLevel: "Error",
        readme: "none",
    });
    const project = await application.convert();
    if (!project) throw new Error("the source cannot be read");
    return {
        main: moduleOf(project, "provider"),
        beside: entries.map(({ room, ...entry }) => ({ ...entry, exported: moduleOf(project, room) })),
    };
}

function moduleOf(project: ProjectReflection, name: string): DeclarationReflection[] {
    const found = project.children?.find((child) => child.name === name)?.children;
    if (!found) throw new Error(`${name} exports nothing`);
    return found
        .flatMap((one) => (one.kind === ReflectionKind.Namespace ? (one.children ?? []) : [one]))
        .filter(({ kind }) => kind !== ReflectionKind.Reference);
}

/** What a type refers to, where that is documented. */
export function declarationOf(type: SomeType | undefined): DeclarationReflection | undefined {
    return type instanceof ReferenceType ? (type.reflection as DeclarationReflection | undefined) : undefined;
}

/** The interfaces that a type stands for: its own, or those of a union. */
export function interfacesOf(type: SomeType | undefined): DeclarationReflection[] {
    if (type?.type === "union") return type.types.flatMap(interfacesOf);
    const declaration = declarationOf(type);
    if (!declaration) return [];
    return declaration.kind === ReflectionKind.TypeAlias ? interfacesOf(declaration.type) : [declaration];
}

/** The interfaces that an interface extends. */
export function basesOf(declaration: DeclarationReflection): DeclarationReflection[] {
    return (declaration.extendedTypes ?? []).flatMap((type) => declarationOf(type) ?? []);
}

/** What is said of a property, a function, or a type. */
export function commentOf(declaration: DeclarationReflection): Comment | undefined {
    return declaration.comment ?? declaration.signatures?.[0]?.comment ?? declaration.getSignature?.comment;
}
