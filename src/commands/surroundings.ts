import type { RuleSet } from "../core/rules/rule-set.ts";
import type { World } from "../io/world.ts";

/** What every command runs with. */
export interface Surroundings {
	rules: RuleSet;
	/** The folder that the rules were read from; undefined for those of the package. */
	folder: string | undefined;
	world: World;
}
