/** What a row can be said to have, as bits: a number a row is all that is kept of it, so there are 32 at most. */

export const marks = [
	// What is wrong with it in any case.
	"empty-answer",
	"unknown-role",
	"unanswered-call",
	"no-text",
	"bad-weight",
	"same-answers",
	"uneven-lists",
	// What is wrong with it in some formats, or for some providers.
	"no-assistant",
	"ends-open",
	"role-order",
	"repeated-role",
	"extra-keys",
	"no-reference",
	"few-messages",
	"assistant-image",
	/** More than ten, or one of more than 10 MB. */
	"large-images",
	"model-role",
	// What it has.
	"system",
	"system-key",
	"developer",
	"tools",
	"tool-role",
	"images",
	"remote-images",
	"audio",
	"reasoning",
	"weights",
	"has-answer",
	"liked",
	"secret",
	"personal",
	"placeholder",
] as const;

export type Mark = (typeof marks)[number];

const bits = Object.fromEntries(marks.map((mark, place) => [mark, 1 << place])) as Record<
	Mark,
	number
>;

export const hasMark = (set: number, mark: Mark): boolean => (set & bits[mark]) !== 0;

export const marksOf = (names: Iterable<Mark>): number => {
	let set = 0;
	for (const name of names) set |= bits[name];
	return set;
};
