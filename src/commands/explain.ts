/** `explain <id>`. */
import type { RuleSet } from "../core/rule-set.ts";
import { type ExitCode, exit } from "../io/complain.ts";
import type { World } from "../io/world.ts";

export function explain(id: string, { world }: { rules: RuleSet; world: World }): ExitCode {
	world.print(id);
	return exit.done;
}
