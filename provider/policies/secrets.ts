import type { PolicyResource, StackValidationPolicy } from "@pulumi/policy";
import { unknownValue } from "@pulumi/pulumi/runtime";
import { ApplicationSecret } from "../applications/application-secret";
import { ResourceSecret } from "../resources/resource-secret";
import { keepPlainTexts, plainTextsOf } from "./plain-outputs";
import { about, type PolicyOptions, settingsOf } from "./policy";
import { ofType } from "./stack";

/** What counts as a secret that is exported in plain text. */
export interface SecretOutputOptions extends PolicyOptions {
    /**
     * The names of outputs that must be secret: those that this regular expression finds something in, upper and lower
     * case being the same.
     * @default "secret|password|private.?key"
     */
    names?: string;
}

/**
 * No stack output may show a secret in plain text: neither one of an ApplicationSecret or ResourceSecret of the stack, nor
 * one that is called a secret, as what `await getApplicationSecret(...)` brings is.
 */
export function noPlainSecretOutputs(options: SecretOutputOptions = {}): StackValidationPolicy {
    keepPlainTexts();
    const given = { names: options.names ?? "secret|password|private.?key" };
    return {
        ...about<typeof given>(
            {
                name: "pingone-no-plain-secret-outputs",
                description: "Secrets are encrypted where they are exported, in the state and in what Pulumi shows.",
                severity: "critical",
            },
            options,
            { names: { type: "string", description: "A regular expression for outputs that must be secret." } },
        ),
        validateStack: (args, report) => {
            const names = new RegExp(settingsOf(given, args).names, "i");
            const secrets = ofType(args.resources, ApplicationSecret, ResourceSecret).flatMap(secretsOf);
            for (const stack of args.resources.filter(({ type }) => type === "pulumi:pulumi:Stack")) {
                const outputs = plainTextsOf(stack);
                if (outputs === undefined) {
                    report(
                        "it cannot be told which outputs are secret: have the policy pack and pulumi-pingone use one copy of @pulumi/policy, or leave this policy out.",
                        stack.urn,
                    );
                }
                for (const { path, text } of outputs ?? []) {
                    if (text === "" || text === unknownValue) continue;
                    const isSecret = secrets.some((secret) => text.includes(secret));
                    if (isSecret || names.test(path))
                        report(`the output ${path} is plain text: export it with pulumi.secret(...).`, stack.urn);
                }
            }
        },
    };
}

function secretsOf({ props }: PolicyResource): string[] {
    return ["secret", "previousSecret"].flatMap((name) => {
        try {
            return typeof props[name] === "string" && props[name] !== "" ? [props[name]] : [];
        } catch {
            // Not known yet, so no output has it.
            return [];
        }
    });
}
