import { load } from "js-yaml";
import { guides, read } from "../fences.js";

/** Whose pipelines there are. */
export type Vendor = "GitHub" | "GitLab" | "Azure";

/** A pipeline, or a part of one, that a document shows. */
export interface Pipeline {
    /** The document and the line that it starts in. */
    at: string;
    vendor: Vendor;
    text: string;
}

/** What starts a pipeline. */
export type Event = "pull request" | "pull request from a fork" | "merge" | "schedule";

/** What the guides tell to set where the CI keeps its variables. */
export interface Settings {
    variables: Readonly<Record<string, string>>;
    secrets: Readonly<Record<string, string>>;
    /** The secrets that jobs of the main branch get, if they name the environment. */
    environments: Readonly<Record<string, Readonly<Record<string, string>>>>;
}

/** How a job ended. */
export interface JobEnd {
    /** As the CI shows it: with a warning it is no failure. */
    result: "success" | "warning" | "failure" | "skipped";
    output: string;
    /** What it wrote for people, beside its log. */
    summary: string;
}

/** The pipelines in the blocks of a document that are marked as YAML. */
export function pipelinesOf(document: string): Pipeline[] {
    const content = read(document);
    return [...content.matchAll(/^```yaml\n(.*?)^```$/gms)].map(({ 1: text = "", index }) => ({
        at: `${document}:${content.slice(0, index).split("\n").length + 1}`,
        vendor: vendorOf(load(text)),
        text,
    }));
}

/** All pipelines of the guides. */
export const pipelines = guides.flatMap(pipelinesOf);

/** The only pipeline of a vendor in a guide. */
export function pipelineOf(vendor: Vendor, guide: string): string {
    const [found, ...others] = pipelines.filter(
        (each) => each.vendor === vendor && each.at.startsWith(`docs/guides/${guide}.md:`),
    );
    if (!found || others.length > 0) throw new Error(`${guide} should have one pipeline of ${vendor}`);
    return found.text;
}

/** The kind of a pipeline by what none of the others has. */
function vendorOf(pipeline: unknown): Vendor {
    if (Array.isArray(pipeline)) return "Azure";
    const keys = Object.keys(pipeline ?? {});
    if (keys.includes("on")) return "GitHub";
    return keys.includes("pool") ? "Azure" : "GitLab";
}
