/** A command as data, from which commander, help, completion and the manual page are made. */
import type { Given } from "../commands/flags.ts";
import type { Surroundings } from "../commands/surroundings.ts";
import type { ExitCode } from "../io/complain.ts";
import type { FlagTable, Operand, Usage } from "../report/usage.ts";

/** What a command runs with that is defined here. */
export interface WithinProgram extends Surroundings {
	/** The whole program, for commands that tell about it. */
	program: Usage;
	/** Prints the help of the command that these words lead to. */
	printHelp(words: string[]): Promise<ExitCode>;
}

type Run<Flags> = (words: string[], flags: Flags, around: WithinProgram) => Promise<ExitCode>;

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
	facts?: FlagTable;
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
