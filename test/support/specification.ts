import { existsSync, readFileSync } from "node:fs";
import { Ajv2020, type ErrorObject, type ValidateFunction } from "ajv/dist/2020";
import addFormats from "ajv-formats";
import { JSON_SCHEMA, load } from "js-yaml";
import { referenceFile } from "./reference";

/** A schema as OpenAPI writes it: what is read of it here. */
interface Schema {
    $ref?: string;
    allOf?: Schema[];
    oneOf?: Schema[];
    anyOf?: Schema[];
    properties?: Record<string, Schema>;
    items?: Schema;
    additionalProperties?: boolean | Schema;
    [keyword: string]: unknown;
}

interface Operation {
    requestBody?: { content?: Record<string, { schema?: Schema }> };
}

interface Specification {
    paths: Record<string, Record<string, Operation>>;
    components: { schemas: Record<string, Schema> };
}

/** The specifications of PingOne's APIs that describe what this package manages. */
export type File = "pingone-management" | "pingone-authorize";

const files: readonly File[] = ["pingone-management", "pingone-authorize"];
const placeOfSchemas = "#/components/schemas/";
const read = new Map<File, Specification>();

/** Whether the specifications are there. */
export const hasSpecification = () => files.every((file) => existsSync(referenceFile(`openapi/${file}.yml`)));

function specification(file: File): Specification {
    const known = read.get(file);
    if (known) return known;
    const text = readFileSync(referenceFile(`openapi/${file}.yml`), "utf8");
    const loaded = load(text, { schema: JSON_SCHEMA }) as Specification;
    read.set(file, loaded);
    return loaded;
}

function resolve(file: File, schema: Schema): Schema {
    if (schema.$ref === undefined) return schema;
    return specification(file).components.schemas[schema.$ref.replace(placeOfSchemas, "")] ?? {};
}

/** The paths of all properties in a schema, those of objects and of the members of lists included. */
export function propertiesInSpecification(name: string, file: File = "pingone-management"): string[] {
    const found = new Set<string>();
    const visit = (reference: Schema, prefix: string) => {
        const { allOf = [], oneOf = [], anyOf = [], properties = {}, items } = resolve(file, reference);
        for (const part of [...allOf, ...oneOf, ...anyOf, ...(items ? [items] : [])]) visit(part, prefix);
        for (const [property, inner] of Object.entries(properties)) {
            found.add(prefix + property);
            visit(inner, `${prefix}${property}.`);
        }
    };
    visit({ $ref: placeOfSchemas + name }, "");
    return [...found];
}

/** What the specification says about the body of a request; undefined where it does not know the path. */
export function bodyProblems(method: string, path: string, body: unknown): string[] | undefined {
    const operation = operationOf(method, path);
    if (!operation) return undefined;
    const problems = validatorsOf(operation).map((validate) => (validate(body) ? [] : (validate.errors ?? [])));
    // Of alternatives, what the body is most like is what it is meant to be.
    const [least = []] = problems.sort((one, other) => one.length - other.length);
    return [...new Set(least.filter(saysSomething).map(inWords))];
}

/** A request that the specification knows. */
interface Known {
    file: File;
    method: string;
    /** `["", "environments", "{environmentID}", "applications"]` */
    template: string[];
    schema: Schema | undefined;
}

let known: Known[] | undefined;

function operationOf(method: string, path: string): Known | undefined {
    const parts = path.split("/");
    known ??= files.flatMap(operationsIn);
    const fits = (part: string, index: number) => part.startsWith("{") || part === parts[index];
    return known.find(
        (one) => one.method === method && one.template.length === parts.length && one.template.every(fits),
    );
}

function operationsIn(file: File): Known[] {
    return Object.entries(specification(file).paths).flatMap(([template, operations]) =>
        ["post", "put"].flatMap((method) => {
            const operation = operations[method];
            if (!operation) return [];
            const schema = operation.requestBody?.content?.["application/json"]?.schema;
            return [{ file, method: method.toUpperCase(), template: template.split("/"), schema }];
        }),
    );
}

let ajv: Ajv2020 | undefined;
const validators = new Map<Known, ValidateFunction[]>();

/** One for each alternative. */
function validatorsOf(operation: Known): ValidateFunction[] {
    const { file, schema } = operation;
    if (!schema) return [];
    const compile = (one: Schema) => compiler().compile(closed(file, one));
    const compiled = validators.get(operation) ?? (schema.oneOf ?? [schema]).map(compile);
    validators.set(operation, compiled);
    return compiled;
}

function compiler(): Ajv2020 {
    if (ajv) return ajv;
    ajv = addFormats(new Ajv2020({ strict: false, allErrors: true, logger: false }));
    for (const file of files) {
        const schemas = Object.entries(specification(file).components.schemas);
        const translated = schemas.map(([name, schema]) => [name, translate(file, schema)]);
        ajv.addSchema({ $id: file, components: { schemas: Object.fromEntries(translated) } });
    }
    return ajv;
}

/** The schema with no other properties than it names: OpenAPI lets objects have any, and a misspelt one would pass. */
function closed(file: File, schema: Schema): object {
    if (schema.oneOf) return { anyOf: schema.oneOf.map((one) => closed(file, one)) };
    const { allOf, oneOf, properties, additionalProperties } = resolve(file, schema);
    const isOpen = !allOf && !oneOf && !properties;
    const translated = translate(file, schema);
    return isOpen || additionalProperties ? translated : { allOf: [translated], unevaluatedProperties: false };
}

/** The schema in today's JSON Schema. The alternatives of its `oneOf` overlap, so that a body may be of several. */
function translate(file: File, schema: Schema): Record<string, unknown> {
    const { $ref, allOf, oneOf, anyOf, properties, items, additionalProperties, ...others } = schema;
    if ($ref !== undefined) return { $ref: file + $ref };
    const each = (parts: Schema[]) => parts.map((part) => translate(file, part));
    return {
        ...others,
        ...(allOf && { allOf: each(allOf) }),
        ...((oneOf ?? anyOf) && { anyOf: each(oneOf ?? anyOf ?? []) }),
        ...(properties && {
            properties: Object.fromEntries(
                Object.entries(properties).map(([name, inner]) => [name, closed(file, inner)]),
            ),
        }),
        ...(items && { items: closed(file, items) }),
        ...(additionalProperties !== undefined && {
            additionalProperties:
                typeof additionalProperties === "object" ? translate(file, additionalProperties) : additionalProperties,
        }),
    };
}

/** That none of several alternatives fits is said by what is wrong with each. */
const saysSomething = ({ keyword }: ErrorObject) => keyword !== "anyOf";

function inWords({ instancePath, message, params }: ErrorObject): string {
    const more = params.unevaluatedProperty ?? params.allowedValues?.join(", ");
    return `${instancePath} ${message}${more === undefined ? "" : `: ${more}`}`.trim();
}
