/** Preloaded into a process, it says on standard error how much memory that needed at most, in bytes. */
process.once("exit", () => {
    process.stderr.write(`\npeak memory ${process.resourceUsage().maxRSS * 1024}\n`);
});
