import { defaultNamespace, keys, secretKeys } from "./config";
import { nearest } from "./nearest";

/**
 * What a user should know of keys that nobody reads, one sentence for each.
 * @param allKeys full keys of the stack's configuration
 * @param project the program's own namespace, which may be one of ours: what is unlike any of our keys is its own
 */
export function unknownKeys(allKeys: readonly string[], project?: string): string[] {
    return ourKeys(allKeys).flatMap(({ key, namespace, name }) => {
        if (keys.some((known) => known === name)) return [];
        const meant = nearest(name, keys);
        // A namespace that begins like ours may be another's.
        const certainlyOurs = namespace === defaultNamespace && namespace !== project;
        if (!meant && !certainlyOurs) return [];
        return [`${key} is not a setting of pulumi-pingone${meant ? `; did you mean ${namespace}:${meant}?` : "."}`];
    });
}

/**
 * What a user should know of secrets that anybody can read, one sentence for each.
 * @param allKeys full keys of the stack's configuration
 * @param isSecret whether the value of a full key is encrypted in the stack's file
 */
export function plainSecrets(allKeys: readonly string[], isSecret: (key: string) => boolean): string[] {
    return ourKeys(allKeys)
        .filter(({ key, name }) => secretKeys.some((secret) => secret === name) && !isSecret(key))
        .map(
            ({ key }) =>
                `${key} stands in plain text in the stack's file. Encrypt it with \`pulumi config set --secret ${key}\`; if others could read the file, have PingOne issue a new one.`,
        );
}

function ourKeys(allKeys: readonly string[]): { key: string; namespace: string; name: string }[] {
    return allKeys
        .map((key) => {
            const [namespace = "", ...name] = key.split(":");
            return { key, namespace, name: name.join(":") };
        })
        .filter(({ namespace }) => namespace === defaultNamespace || namespace.startsWith(`${defaultNamespace}-`));
}
