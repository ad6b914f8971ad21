/** Command lines in process with the built-in rules, which are read only once. */
import { programOf, runProgram } from "../../src/cli/program.ts";
import type { World } from "../../src/io/world.ts";
import { rules } from "../report/decisions.ts";
import { onScreen, type Screen } from "../world.ts";

export const runHere = (
	argv: string[],
	changes: Partial<World> & { stdin?: string } = {},
): Promise<Screen> =>
	onScreen(
		(world) => runProgram(programOf(rules), argv, { rules, folder: undefined, world }),
		changes,
	);
