/**
 * Loaded into programs and provider processes before anything else (`node --require`): lets the SDK load the Automation
 * API and the big dependencies of its closure serializer when they are touched, which here is never, or late. That
 * halves the start of a provider process, and there is one for each engine operation.
 */
import Module = require("node:module");

const LATE = new Set(["typescript", "@npmcli/arborist", "normalize-package-data", "./automation"]);

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
