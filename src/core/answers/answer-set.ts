/** What an answer says, as a set: the one place that writes sets of values and reads them back. */
import { allCells, type Cells, cellsWhere, type Domain } from "./domain.ts";

/** `unknown`, a value, or a set in the written form: `500..2000`, `monthly,daily`. */
export type AnswerValue = string | number;

export interface Answer {
	value: AnswerValue;
	/** Where it came from, for people: `--examples`, `answers.yaml:3`. */
	from: string;
	/** How it is said within a sentence, where its value does not say it: `in about 9 months`. */
	says?: string | undefined;
}

/** By fact id; a fact that is left out is unknown. */
export type Answers = Record<string, Answer>;

export type AnswerSet =
	| { kind: "unknown" }
	/** Both ends are included; one that is left out is open. */
	| { kind: "range"; least?: number; most?: number }
	/** Values of a choice, or a name. */
	| { kind: "words"; words: string[] };

/** The two ends of `a..b`, as written; either may be empty. */
export function splitRange(text: string): [low: string, high: string] | undefined {
	// Not a pattern with blanks on both sides: it takes the third power of their number.
	const dots = text.indexOf("..");
	return dots < 0 ? undefined : [text.slice(0, dots).trim(), text.slice(dots + 2).trim()];
}

export function readSet(value: AnswerValue): AnswerSet {
	if (value === "unknown") return { kind: "unknown" };
	if (typeof value === "number") return { kind: "range", least: value, most: value };
	const ends = splitRange(value);
	// A name may hold dots as well.
	if (!ends?.some((end) => end !== "") || !ends.every(isRangeEnd))
		return { kind: "words", words: choices.test(value) ? value.split(",") : [value] };
	const [least, most] = ends;
	return {
		kind: "range",
		...(least !== "" && { least: Number(least) }),
		...(most !== "" && { most: Number(most) }),
	};
}

/** Values as questions write them: a name may hold commas as well. */
const choices = /^[a-z0-9.-]+(?:,[a-z0-9.-]+)+$/;

const isRangeEnd = (text: string): boolean =>
	/^(?:[\d.]+(?:e[+-]?\d+)?)?$/.test(text) && !Number.isNaN(Number(text));

/** The cells that an answer leaves possible. */
export function cellsOf(domain: Domain, value: AnswerValue): Cells {
	const set = readSet(value);
	if (set.kind === "unknown") return allCells(domain);
	if (domain.kind === "text") {
		const place = domain.values.indexOf(String(value).toLowerCase());
		return 1 << (place < 0 ? domain.values.length : place);
	}
	if (domain.kind === "choice") {
		const words = set.kind === "words" ? set.words : [];
		return domain.values.reduce(
			(cells, word, cell) => (words.includes(word) ? cells | (1 << cell) : cells),
			0,
		);
	}
	const { least = 0, most = Number.POSITIVE_INFINITY } = set.kind === "range" ? set : {};
	return cellsWhere(domain.cuts, (from, to) => most >= from && least < to);
}
