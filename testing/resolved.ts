import type * as pulumi from "@pulumi/pulumi";

/** The value of an output, once it is known: for unit tests with Pulumi's mocks. */
export function resolved<T>(output: pulumi.Output<T>): Promise<T> {
    return new Promise((resolve) => output.apply((value) => resolve(value as T)));
}
