/** Values of a choice as people write them: `Monthly or daily`, `not daily`, `specialized`, `format style tone`. */

// Not an object: every object has a `constructor`.
const yesNo = new Map([
	["true", "yes"],
	["false", "no"],
	["y", "yes"],
	["n", "no"],
]);

/** The values that stay possible, in the order of the question; or the first word that is none of them. */
export function readChoices(values: readonly string[], text: string): string[] | { not: string } {
	const lower = text.trim().toLowerCase();
	const isComplement = lower.startsWith("not ");
	const words = (isComplement ? lower.slice(4) : lower)
		.split(",")
		.flatMap((part) => part.split(" or "));
	const meant = new Set<string>();
	for (const word of words) {
		const value = findValue(values, word.trim());
		if (value === undefined) return { not: word.trim() };
		meant.add(value);
	}
	return values.filter((value) => meant.has(value) !== isComplement);
}

function findValue(values: readonly string[], word: string): string | undefined {
	// YAML and JSON have booleans, so that each question with a yes or no takes them.
	const plain = values.includes("yes") ? (yesNo.get(word) ?? word) : word;
	if (values.includes(plain)) return plain;
	return values.find((value) => anySpelling(value) === anySpelling(plain));
}

/** The same for `specialized` and `specialised`, and for `spot checks` and `spot-checks`. */
const anySpelling = (word: string): string =>
	word
		.replaceAll(/[\s_-]+/g, "-")
		.replaceAll("z", "s")
		.replaceAll("our", "or");
