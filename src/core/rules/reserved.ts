/** Names of the program's own options, which no fact may have: both become flags. A test compares the lists. */
export const optionNames: readonly string[] = [
	"all",
	"answers",
	"as-of",
	"expect",
	"file",
	"format",
	"help",
	"input",
	"output",
	"rules",
	"strict",
	"version",
];

/** `--no-x` is also how a flag is switched off. */
export const isReserved = (fact: string): boolean =>
	optionNames.includes(fact) || fact.startsWith("no-");
