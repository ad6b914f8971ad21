import type { RuleSet } from "../core/rules/rule-set.ts";
import type { World } from "../io/world.ts";

/** What every command runs with. */
export interface Surroundings {
	rules: RuleSet;
	/** What `--rules` named; undefined without it, for the rules of the package. */
	folder: string | undefined;
	world: World;
}
