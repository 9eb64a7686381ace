/**
 * Loaded into programs and provider processes before anything else (`node --require`): what they hardly touch they load
 * when it is touched, such as the Automation API and the big dependencies of the SDK's closure serializer. That halves
 * the start of a provider process, and there is one for each engine operation.
 */
import Module = require("node:module");

const LATE = new Set([
    "typescript",
    "@npmcli/arborist",
    "normalize-package-data",
    "semver",
    "source-map-support/register",
    "@opentelemetry/api",
    "./automation",
    // Zod's messages in some sixty languages.
    "../locales/index.cjs",
]);

// Not in the published types: the function behind `require`.
const internals = Module as unknown as { _load(request: string, ...rest: unknown[]): unknown };
const load = internals._load;

internals._load = function (this: unknown, request: string, ...rest: unknown[]): unknown {
    if (!LATE.has(request)) return load.call(this, request, ...rest);
    let loaded: object | undefined;
    const late = () => {
        loaded ??= load.call(this, request, ...rest) as object;
        return loaded;
    };
    return new Proxy(
        {},
        {
            // The SDK's import helper copies every property of what does not say that it is a module.
            get: (_, key) => key === "__esModule" || Reflect.get(late(), key),
            has: (_, key) => Reflect.has(late(), key),
        },
    );
};
