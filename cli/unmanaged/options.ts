import type { SelectionOptions } from "../export/selection";
import type { TargetOptions } from "../target";

/** How a report can be written. */
export const formats = ["table", "json", "markdown"] as const;

/** What users ask for. */
export interface UnmanagedOptions extends TargetOptions, Pick<SelectionOptions, "include" | "exclude"> {
    /** How the report is written. */
    format: (typeof formats)[number];
    /** The file to write instead of standard output. */
    out?: string;
    /** The folder that gets the code. */
    export?: string;
}
