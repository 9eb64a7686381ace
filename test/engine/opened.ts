/** Something that works outside of this process for a test. */
export interface Opened {
    /** Ends what is still under way. */
    stop(): Promise<void>;
    /** Ends everything and leaves nothing behind. */
    remove(): void | Promise<void>;
}

/** All that tests have opened and not removed. */
export const opened = new Set<Opened>();
