import type { Values } from "../values.js";

/** A resource that the program registers. */
export interface Goal {
    urn: string;
    type: string;
    aliases: string[];
    /** Its inputs, given the ids of others; what an id that is not known would give is left out. */
    inputs(idOf: (urn: string) => string | undefined): Values;
    dependencies: Record<string, string[]>;
    /** The paths of the properties that the program declares secret. */
    secrets: string[];
    options?: ResourceOptions;
}

/** Pulumi's options of a resource. */
export interface ResourceOptions {
    protect?: boolean;
    retainOnDelete?: boolean;
    deleteBeforeReplace?: boolean;
    /** Names of properties. */
    ignoreChanges?: readonly string[];
}

/** Pulumi's options of an operation. */
export interface OperationOptions {
    /** `--target`: the URNs to which the operation is confined. */
    targets?: ReadonlySet<string>;
    /** `--replace`: the URNs that are replaced by force. */
    replace?: ReadonlySet<string>;
    /** `--continue-on-error`. */
    continueOnError?: boolean;
    /** The environment variable PULUMI_PARALLEL_DIFF. */
    parallelDiff?: boolean;
    /** In which order the program registers what does not depend on each other; the same number, the same order. */
    order?: number;
}

/** What did not succeed, as the engine shows it to the user. */
export interface Failure {
    urn: string;
    step: string;
    message: string;
    /** Whose words the message is. */
    by: "provider" | "engine";
}

/** Something did not succeed. */
export class StepFailed extends Error {
    constructor(readonly failure: Failure) {
        super(failure.message);
        this.name = "StepFailed";
    }
}

/** What the program learns of a resource that it registers. */
export interface Registered {
    urn: string;
    /** Undefined where there is none: the resource failed, was skipped, or is not among the targets. */
    id: string | undefined;
}
