import { readFileSync } from "node:fs";
import { join } from "node:path";
import { repository } from "../fences.js";

const SCHEMA = join(repository, "node_modules", "@actions", "workflow-parser", "dist", "workflow-v1.0.min.json");

/** What GitHub's own parser says of a workflow: unknown keys, and expressions that name what is not there. */
export async function problemsOfWorkflow(name: string, text: string): Promise<string[]> {
    // Not by the package's entry, which imports JSON in a way that Node.js has given up.
    const [{ TemplateContext, TemplateValidationErrors }, { readTemplate }, { TemplateSchema }, ...readers] =
        await Promise.all([
            import("@actions/workflow-parser/templates/template-context"),
            import("@actions/workflow-parser/templates/template-reader"),
            import("@actions/workflow-parser/templates/schema/template-schema"),
            import("@actions/workflow-parser/templates/json-object-reader"),
            import("@actions/workflow-parser/workflows/yaml-object-reader"),
            import("@actions/workflow-parser/templates/trace-writer"),
        ]);
    const [{ JSONObjectReader }, { YamlObjectReader }, { NoOperationTraceWriter }] = readers;
    const schema = TemplateSchema.load(new JSONObjectReader(undefined, readFileSync(SCHEMA, "utf8")));
    const context = new TemplateContext(new TemplateValidationErrors(), schema, new NoOperationTraceWriter());
    const file = context.getFileId(name);
    const reader = new YamlObjectReader(file, text);
    if (reader.errors.length === 0) readTemplate(context, "workflow-root-strict", reader, file);
    return [...reader.errors, ...context.errors.getErrors()].map(({ message }) => message);
}
