import { application } from "./application";
import { grant } from "./grant";
import type { ObjectKind } from "./kind";
import { resource } from "./resource";
import { scope } from "./scope";

/** Every kind of object that the emulator has, parents before their children. */
export const kinds: readonly ObjectKind[] = [application, resource, scope, grant];
