import { application } from "./applications/application";
import { grant } from "./applications/grant";
import { environment } from "./directory/environment";
import type { Kind } from "./notation/kind";
import { resource } from "./resources/resource";
import { scope } from "./resources/scope";
import { keyRotationPolicy } from "./stock/key-rotation-policy";
import { license, organization } from "./stock/organization";

/** Every kind of object that the emulator has: what others need to exist comes before them. */
export const kinds: readonly Kind[] = [
    organization,
    license,
    environment,
    keyRotationPolicy,
    resource,
    scope,
    application,
    grant,
];
