/** The command line as plain data: what commander, completion scripts and the manual page are made from. */

/** What a value may be. Words of a set may be joined, as in `monthly,daily`, and are judged by the question itself. */
export type Takes =
	| "text"
	| "file"
	| "folder"
	| "day"
	| "percent"
	| { words: readonly string[]; isSet?: boolean };

/** A flag, whose long name is its key in a {@link FlagTable}. */
export interface Flag {
	/** One letter. */
	short?: string;
	/** What its value is called, such as `file`; a flag without one is a switch. */
	value?: string;
	takes?: Takes;
	about: string;
	/** The question that it answers. */
	asks?: string;
	/** It may be given several times. */
	isList?: true;
	/** Commas separate several values in one. */
	isSplit?: true;
}

export type FlagTable = Readonly<Record<string, Flag>>;

export interface Operand {
	name: string;
	about: string;
	takes: Takes;
	isOptional?: true;
	isVariadic?: true;
}

export interface Usage {
	name: string;
	about: string;
	operands: readonly Operand[];
	flags: FlagTable;
	/** Flags that answer a question: of the program itself, and of commands that take every answer. */
	facts?: FlagTable;
	commands: readonly Usage[];
}

/** A command with the words that lead to it, without the program: `rules check`. */
export interface Located {
	path: string;
	usage: Usage;
}

/** A command and all below it. */
export const allCommands = (usage: Usage, above: readonly string[] = []): Located[] => [
	{ path: above.join(" "), usage },
	...usage.commands.flatMap((command) => allCommands(command, [...above, command.name])),
];

/** All flags of a command, with the one that every command has. */
export const allFlags = ({ flags, facts = {} }: Usage): [name: string, flag: Flag][] => [
	...Object.entries(flags),
	["help", helpFlag],
	...Object.entries(facts),
];

export const helpFlag: Flag = { short: "h", about: "print this help" };

/** The flags of a command that take a value. */
export const valueFlags = (usage: Usage): [name: string, flag: Flag][] =>
	allFlags(usage).filter(([, { value }]) => value !== undefined);

/** What comes after a flag; a switch takes nothing. */
export const takenBy = ({ value, takes = "text" }: Flag): Takes | "nothing" =>
	value === undefined ? "nothing" : takes;

/** `-a`, `--answers`: as they are typed. */
export const typedNames = (name: string, { short }: Flag): string[] => [
	...(short === undefined ? [] : [`-${short}`]),
	`--${name}`,
];
