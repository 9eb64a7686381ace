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
    /** What tests import from its emulator. */
    readonly emulator: readonly DeclarationReflection[];
}

/** Reads the source. */
export async function readModel(repository: string): Promise<Model> {
    const entry = (room: string) => join(repository, room, "index.ts");
    const application = await Application.bootstrap({
        entryPoints: [entry("provider"), entry("emulator")],
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
    return { main: moduleOf(project, "provider"), emulator: moduleOf(project, "emulator") };
}

function moduleOf(project: ProjectReflection, name: string): DeclarationReflection[] {
    const found = project.children?.find((child) => child.name === name)?.children;
    if (!found) throw new Error(`${name} exports nothing`);
    return found.filter(({ kind }) => kind !== ReflectionKind.Reference);
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
