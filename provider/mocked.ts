import * as pulumi from "@pulumi/pulumi";

/** Whether a unit test answers in the engine's place: `pulumi.runtime.setMocks`. */
export function isMocked(): boolean {
    const monitor = pulumi.runtime.getMonitor();
    return monitor !== undefined && "mocks" in monitor;
}
