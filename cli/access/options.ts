import type { TargetOptions } from "../target";

/** The formats that `access` writes. */
export const formats = ["table", "json", "mermaid", "markdown", "html"] as const;

/** Those that a comparison can have. */
export const comparisonFormats = ["table", "json", "markdown"] as const;

/** What a user can ask for. */
export interface AccessOptions extends TargetOptions {
    /** Whether to ask PingOne although a stack is named. */
    live?: boolean;
    /** The JSON of a preview. */
    plan?: string;
    /** A saved model. */
    saved?: string;
    /** The two sides of a comparison. */
    compare?: string[];
    /** How to write it. */
    format?: (typeof formats)[number];
    /** Where to write it. */
    out?: string;
    /** Whether to show ids, too. */
    ids?: boolean;
}
