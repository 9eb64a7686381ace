/** How the generated files are written: as `pulumi new typescript` does, and prettier knows it. */
const style = { tabWidth: 4, printWidth: 120 } as const;

/** The text of a file in the form that people write; prettier is loaded by this command only. */
export async function formatted(path: string, text: string): Promise<string> {
    const parser = path.endsWith(".ts") ? "typescript" : path.endsWith(".json") ? "json" : undefined;
    if (!parser) return `${text.trim()}\n`;
    const { format } = await import("prettier");
    return format(text, { ...style, parser });
}
