/** The command line as plain data: what completion scripts and the manual page are made from. */

/** What a flag or an operand takes. */
export type Takes = "nothing" | "text" | "file" | "folder" | { words: string[]; isSet?: boolean };

export interface Flag {
	/** `-a`, `--answers`. */
	names: string[];
	/** `<file>`; empty for a switch. */
	placeholder: string;
	about: string;
	takes: Takes;
	isRepeatable: boolean;
	/** The fact that it answers. */
	fact?: string;
}

export interface Operand {
	name: string;
	about: string;
	takes: Takes;
	isRequired: boolean;
	isVariadic: boolean;
}

export interface Usage {
	/** The words that lead here, without the program: `rules check`. */
	path: string;
	about: string;
	flags: Flag[];
	operands: Operand[];
	commands: Usage[];
}

/** A command and all below it. */
export const allCommands = (usage: Usage): Usage[] => [
	usage,
	...usage.commands.flatMap(allCommands),
];

/** The last word of the path. */
export const nameOf = ({ path }: Usage): string => path.slice(path.lastIndexOf(" ") + 1);
