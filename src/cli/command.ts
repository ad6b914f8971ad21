/** A command as data, from which commander, help, completion and the manual page are made. */
import type { Given } from "../commands/flags.ts";
import type { RuleSet } from "../core/rules/rule-set.ts";
import type { ExitCode } from "../io/complain.ts";
import type { World } from "../io/world.ts";
import type { FlagTable, Operand, Usage } from "../report/usage.ts";

/** What every command runs with. */
export interface Surroundings {
	rules: RuleSet;
	/** The folder that the rules were read from; undefined for those of the package. */
	folder: string | undefined;
	world: World;
	/** The whole program, for commands that tell about it. */
	program: Usage;
	/** Prints the help of the command that these words lead to. */
	printHelp(words: string[]): void;
}

type Run<Flags> = (words: string[], flags: Flags, around: Surroundings) => Promise<ExitCode>;

export interface Command extends Usage {
	commands: readonly Command[];
	/** Stands below the flags in `--help`. */
	more?: string;
	/** A group of commands does nothing by itself. */
	run?: Run<Record<string, unknown>>;
}

interface Definition<Flags extends FlagTable> {
	name: string;
	about: string;
	operands?: readonly Operand[];
	flags: Flags;
	more?: string;
	run: Run<Given<Flags>>;
}

/** A command whose `run` gets what was given for its flags. */
export const command = <Flags extends FlagTable>({
	operands = [],
	run,
	...rest
}: Definition<Flags>): Command => ({
	...rest,
	operands,
	commands: [],
	// The values have been held against the same table.
	run: (words, flags, around) => run(words, flags as Given<Flags>, around),
});
