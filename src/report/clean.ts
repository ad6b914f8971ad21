/** Text for screens without Unicode, and strings within plain data. */

const spelt: Record<string, string> = {
	"‘": "'",
	"’": "'",
	"“": '"',
	"”": '"',
	"–": "-",
	"—": "-",
	"−": "-",
	"×": "x",
	"→": "->",
	"≥": ">=",
	"≤": "<=",
	"€": "EUR",
	"£": "GBP",
	ß: "ss",
	ø: "o",
	ł: "l",
	æ: "ae",
	œ: "oe",
};

/** The nearest ASCII; what has none becomes a question mark. */
export const toAscii = (text: string): string =>
	text
		.replaceAll(/[^\x20-\x7e]/gu, (character) => spelt[character] ?? character)
		.normalize("NFKD")
		.replaceAll(/\p{M}/gu, "")
		.replaceAll(/[^\x20-\x7e]/gu, "?");

/** Plain data with every string in it passed through. */
export function mapStrings<T>(value: T, change: (text: string) => string): T {
	// Each branch returns the shape that it was given; the compiler cannot see that.
	if (typeof value === "string") return change(value) as T;
	if (Array.isArray(value)) return value.map((part) => mapStrings(part, change)) as T;
	if (typeof value !== "object" || value === null) return value;
	return Object.fromEntries(
		Object.entries(value).map(([key, part]) => [key, mapStrings(part, change)]),
	) as T;
}
