/** Plain values of a resource's properties, by name. */
export type Values = Record<string, unknown>;

/** What stands for a value that is not known before the deployment; the engine puts it anywhere. */
export const unknownValue = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";

/** Whether a value itself is not known yet. */
export function isUnknown(value: unknown): boolean {
    return value === unknownValue;
}

/** Whether a value, or one anywhere in it, is not known yet. */
export function containsUnknown(value: unknown): boolean {
    return isUnknown(value) || (isCollection(value) && Object.values(value).some(containsUnknown));
}

/** Whether a value is an object, and neither null nor an array. */
export function isObject(value: unknown): value is Values {
    return isCollection(value) && !Array.isArray(value);
}

/** Nothing in it: it means the same as nothing given. */
export function isEmpty(value: unknown): boolean {
    return value === "" || (isCollection(value) && Object.keys(value).length === 0);
}

function isCollection(value: unknown): value is object {
    return typeof value === "object" && value !== null;
}

/** A path of one more step: names are joined with dots, and those that have dots themselves are escaped. */
export function join(path: string, name: string): string {
    const step = /[~.]/.test(name) ? name.replaceAll("~", "~0").replaceAll(".", "~1") : name;
    return path === "" ? step : `${path}.${step}`;
}

const known = new Map<string, readonly string[]>();

/** The names that a path leads through. They are asked for all the time, and of few paths. */
export function steps(path: string): readonly string[] {
    let names = known.get(path);
    if (names === undefined) {
        names = path.split(".").map((step) => step.replaceAll("~1", ".").replaceAll("~0", "~"));
        known.set(path, names);
    }
    return names;
}

/** The value at a path; unknown where what holds it is unknown. */
export function at(values: unknown, path: string): unknown {
    return steps(path).reduce<unknown>(
        (value, name) =>
            isUnknown(value)
                ? value
                : isObject(value) && Object.hasOwn(value, name)
                  ? (value[name] ?? undefined)
                  : undefined,
        values,
    );
}

/** Puts a value at a path, making the objects on the way. */
export function put(values: Values, path: string, value: unknown): void {
    const names = steps(path);
    let holder = values;
    for (const name of names.slice(0, -1)) {
        if (!Object.hasOwn(holder, name) || !isObject(holder[name])) set(holder, name, {});
        holder = holder[name] as Values;
    }
    set(holder, names.at(-1) ?? "", value);
}

/** An own property even where the name is `__proto__`. */
function set(holder: Values, name: string, value: unknown): void {
    Object.defineProperty(holder, name, { value, enumerable: true, configurable: true, writable: true });
}

/** Takes the value at a path away, and with it the objects that it leaves empty. */
export function removeAt(values: Values, path: string): void {
    const [name = "", ...rest] = steps(path);
    const inner = values[name];
    if (rest.length === 0) delete values[name];
    else if (isObject(inner)) {
        removeAt(inner, rest.reduce(join, ""));
        if (Object.keys(inner).length === 0) delete values[name];
    }
}

/** The values without the one at a path; what holds it is copied, not changed. */
export function without(values: Values, path: string): Values {
    const [name = "", ...rest] = steps(path);
    if (!Object.hasOwn(values, name)) return values;
    const { [name]: inner, ...others } = values;
    if (rest.length === 0) return others;
    return isObject(inner) ? { ...values, [name]: without(inner, rest.reduce(join, "")) } : values;
}

/** Whether one path is the other or lies within it. */
export function within(path: string, outer: string): boolean {
    return path === outer || path.startsWith(`${outer}.`);
}

/** A copy that the engine can store: JSON and nothing else. */
export function plain<T>(value: T): T {
    return value === undefined
        ? value
        : JSON.parse(JSON.stringify(value, (_, inner) => (typeof inner === "bigint" ? Number(inner) : inner)));
}

/** A text that is the same for equal values, whatever the order of their names. */
export function fingerprint(value: unknown): string {
    return JSON.stringify(value, (_, inner) =>
        isObject(inner) ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1))) : inner,
    );
}
