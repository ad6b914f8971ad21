/** What completes the command line in each of the shells. */
import type { Usage } from "../usage.ts";
import { bash } from "./bash.ts";
import { fish } from "./fish.ts";
import type { Shell } from "./shells.ts";
import { zsh } from "./zsh.ts";

const table = { bash, zsh, fish } satisfies Record<Shell, (usage: Usage) => string>;

/** A script for a shell to load, without a line break at the end. */
export const completion = (shell: Shell, usage: Usage): string => table[shell](usage).trimEnd();
