import * as pulumi from "@pulumi/pulumi";

/** What a program registered, or looked up. */
export interface Seen {
    resources: pulumi.runtime.MockResourceArgs[];
    calls: pulumi.runtime.MockCallArgs[];
}

/** How the mocks answer; by default with what they are given. */
export interface Answers {
    resource?: (args: pulumi.runtime.MockResourceArgs) => { id: string; state: Record<string, unknown> };
    call?: (args: pulumi.runtime.MockCallArgs) => Record<string, unknown>;
}

/** Runs a program as users' unit tests do, and tells what it registered and looked up. */
export async function underMocks(program: () => unknown, { resource, call }: Answers = {}): Promise<Seen> {
    const seen: Seen = { resources: [], calls: [] };
    await pulumi.runtime.setMocks(
        {
            newResource: (args) => {
                seen.resources.push(args);
                return resource?.(args) ?? { id: args.id || `${args.name}-id`, state: args.inputs };
            },
            call: (args) => {
                seen.calls.push(args);
                return call?.(args) ?? args.inputs;
            },
        },
        "project",
        "stack",
        false,
    );
    try {
        await program();
        await pulumi.runtime.disconnect();
    } finally {
        // As it was before: no engine anywhere.
        pulumi.runtime.resetOptions("", "", -1, "", "", false, "");
    }
    return seen;
}

/** The paths in the option `ignoreChanges` that a program's resources are registered with, in turn. */
export async function ignoredUnderMocks(program: (opts: pulumi.CustomResourceOptions) => unknown): Promise<string[][]> {
    const ignored: string[][] = [];
    const look: pulumi.ResourceTransformation = ({ opts }) => {
        ignored.push(opts.ignoreChanges ?? []);
        return undefined;
    };
    await underMocks(() => program({ transformations: [look] }));
    return ignored;
}
