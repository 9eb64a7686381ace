/** What the command's exit code tells a pipeline. */
export const exitCodes = {
    /** All is as it should be. */
    done: 0,
    /** It could not do its work, or was not understood. */
    failed: 1,
    /** It did its work and found what somebody should look at. */
    found: 2,
} as const;
