/** The test that rolls programs out on the real engine. */
export const onEngine = "test/docs/programs.test.ts";
const withoutEngine = "test/docs/small-programs.test.ts";

/**
 * Who runs the TypeScript of README and guides, block by block in their order: a test, or the example that the block
 * shows whole, which has tests of its own.
 */
export const runs: Readonly<Record<string, readonly string[]>> = {
    "README.md": ["examples/quickstart/index.ts"],
    "docs/guides/changes.md": [onEngine, onEngine],
    "docs/guides/emulator.md": [withoutEngine],
    "docs/guides/environments.md": [onEngine, onEngine],
    "docs/guides/first-tenant.md": ["examples/quickstart/index.ts"],
    "docs/guides/from-terraform.md": [onEngine],
    "docs/guides/import-a-tenant.md": [onEngine, onEngine],
    "docs/guides/lookups.md": [onEngine, onEngine, withoutEngine, withoutEngine],
    "docs/guides/policies.md": ["examples/policies/index.ts", "test/policies/pack.ts"],
    "docs/guides/rotating-secrets.md": [onEngine],
    "docs/guides/testing.md": [
        "examples/tested/orders.ts",
        "examples/tested/orders.test.ts",
        "examples/tested/orders.emulator.test.ts",
        "test/package/tested-example.ts",
    ],
};
