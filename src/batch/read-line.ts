/**
 * Reads a line of answers as most programs write it: one flat object of facts, each once, with a
 * known word, a plain number, true or false. Anything else it leaves to the reader of single
 * runs, which takes many times as long, and says what is wrong.
 */
import { longestText } from "../core/answers/answers.ts";
import { allCells, type Cells, type Domain, isSingle } from "../core/answers/domain.ts";
import type { RuleSet } from "../core/rules/rule-set.ts";
import type { Span } from "./lines.ts";
import { makeTokens } from "./tokens.ts";

export interface LineReader {
	/**
	 * Reads the bytes from `start` to `end`, in a block, and tells their facts. False when the line
	 * cannot be read here: then what it has told so far means nothing.
	 */
	read(line: Span): boolean;
}

/** What a fact may be: all that a line is held against. */
interface Expected {
	kind: Domain["kind"];
	/** For each known word the cells that it stands for, and 0 where it is no value of this fact. */
	cellsOfWord: Int32Array;
	isYesNo: boolean;
	/** The cells of any name, where no rule tells names apart. */
	anyName: Cells;
	/** Of a number: where its cells begin, and the greatest answer. */
	cuts: readonly number[];
	hasWholeCuts: boolean;
	most: number;
}

const letter = (text: string): number => text.charCodeAt(0);
const space = letter(" ");
const quote = letter('"');
const comma = letter(",");
const point = letter(".");
const colon = letter(":");
const zero = letter("0");
const nine = letter("9");
const backslash = letter("\\");
const open = letter("{");
const close = letter("}");
const carriageReturn = letter("\r");
/** The letters of `true`, and those of `false` after the first, as numbers of four bytes. */
const trueLetters = Buffer.from("true").readInt32LE();
const firstOfFalse = letter("f");
const restOfFalse = Buffer.from("alse").readInt32LE();

/** More digits than a number can tell apart: it may be rounded up to the next whole one. */
const mostDigits = 15;
/** Smaller fractions may be written with an exponent, which a single run refuses. */
const mostDecimals = 6;

/** Each fact that was seen is a bit. */
const mostFacts = 32;

/**
 * Undefined for rule sets with too many facts.
 * @param tell takes the cells of each fact as they are read
 */
export function makeLineReader(
	rules: RuleSet,
	tell: (fact: number, cells: Cells) => void,
): LineReader | undefined {
	if (rules.domains.length > mostFacts) return undefined;
	const words = wordsOf(rules);
	const tokens = makeTokens(words);
	const factOf = Int32Array.from(words, (word) =>
		rules.domains.findIndex(({ fact }) => fact === word),
	);
	const expected = rules.domains.map((domain) => expectedOf(domain, rules, words));
	let bytes: Uint8Array;
	let view: DataView;
	let at = 0;

	const skipSpaces = (): void => {
		while (bytes[at] === space) at += 1;
	};

	/** The number of the word in quotes from here on; -1 when it is none that is known. */
	const readWord = (): number => {
		const word = tokens.find(view, at + 1);
		if (word >= 0) at += (tokens.lengths[word] as number) + 2;
		return word;
	};

	/** Any name in plain letters. */
	const readName = (): boolean => {
		const start = at + 1;
		if (bytes[start] === space || bytes[start] === quote) return false;
		for (at = start; at < start + longestText; at += 1) {
			const byte = bytes[at] as number;
			if (byte === quote) break;
			if (byte < space || byte > 0x7e || byte === backslash) return false;
		}
		at += 1;
		return bytes[at - 1] === quote;
	};

	const readYesNo = (): Cells => {
		const isTrue = view.getInt32(at, true) === trueLetters;
		const isFalse = bytes[at] === firstOfFalse && view.getInt32(at + 1, true) === restOfFalse;
		if (!isTrue && !isFalse) return 0;
		at += isTrue ? 4 : 5;
		return isTrue ? 1 : 2;
	};

	/** A whole number that is written as JSON has it; -1 for anything else. */
	const readDigits = (): number => {
		const start = at;
		let value = 0;
		for (; isDigit(bytes[at] as number); at += 1) value = value * 10 + (bytes[at] as number) - zero;
		const isPlain = at > start && at <= start + mostDigits;
		return isPlain && (bytes[start] !== zero || at === start + 1) ? value : -1;
	};

	/** What stands after a point. */
	const readDecimals = (wholeDigits: number): boolean => {
		const start = at + 1;
		for (at = start; isDigit(bytes[at] as number); at += 1);
		const count = at - start;
		return count > 0 && count <= mostDecimals && wholeDigits + count <= mostDigits;
	};

	const readNumber = ({ cuts, most, hasWholeCuts }: Expected): Cells => {
		const start = at;
		let value = readDigits();
		if (value < 0) return 0;
		if (bytes[at] === point) {
			if (!hasWholeCuts || !readDecimals(at - start)) return 0;
			// Between the same two whole numbers every fraction is alike.
			value += 0.5;
		}
		return value <= most ? 1 << cellOf(cuts, value) : 0;
	};

	/** The cells of a value; none when it cannot be read here. */
	const readCells = (fact: number): Cells => {
		const facts = expected[fact] as Expected;
		if (bytes[at] !== quote) {
			if (facts.isYesNo) return readYesNo();
			return facts.kind === "number" ? readNumber(facts) : 0;
		}
		if (facts.kind === "text") return readName() ? facts.anyName : 0;
		const word = readWord();
		return word < 0 ? 0 : (facts.cellsOfWord[word] as number);
	};

	/** What stands between the braces, up to the closing one. */
	const readFacts = (): boolean => {
		for (let seen = 0; ; at += 1) {
			skipSpaces();
			if (bytes[at] !== quote) return false;
			const word = readWord();
			const fact = word < 0 ? -1 : (factOf[word] as number);
			// A fact that comes twice is a mistake.
			if (fact < 0 || (seen & (1 << fact)) !== 0) return false;
			seen |= 1 << fact;
			skipSpaces();
			if (bytes[at] !== colon) return false;
			at += 1;
			skipSpaces();
			const cells = readCells(fact);
			if (cells === 0) return false;
			tell(fact, cells);
			skipSpaces();
			if (bytes[at] === close) return true;
			if (bytes[at] !== comma) return false;
		}
	};

	return {
		read(line) {
			({ bytes, view } = line);
			at = line.start + 1;
			if (bytes[line.start] !== open || !readFacts()) return false;
			at += 1;
			skipSpaces();
			if (bytes[at] === carriageReturn) at += 1;
			return at === line.end;
		},
	};
}

const isDigit = (letter: number): boolean => letter >= zero && letter <= nine;

function cellOf(cuts: readonly number[], value: number): number {
	let cell = 0;
	while (cell < cuts.length && value >= (cuts[cell] as number)) cell += 1;
	return cell;
}

/** Every fact, every word that one of them may have, and the word for not knowing. */
function wordsOf({ domains }: RuleSet): string[] {
	const values = domains.flatMap((domain) => (domain.kind === "choice" ? domain.values : []));
	const words = new Set([...domains.map(({ fact }) => fact), ...values, unknown]);
	return [...words].filter((word) => /^[\w-]+$/.test(word));
}

const unknown = "unknown";

function expectedOf(domain: Domain, { questions }: RuleSet, words: readonly string[]): Expected {
	const { kind } = domain;
	const all = allCells(domain);
	const cuts = kind === "number" ? domain.cuts : [];
	const cellsOf = (word: string): Cells => {
		if (word === unknown) return all;
		const cell = kind === "choice" ? domain.values.indexOf(word) : -1;
		return cell < 0 ? 0 : 1 << cell;
	};
	return {
		kind,
		cellsOfWord: Int32Array.from(words, cellsOf),
		isYesNo: questions[domain.fact]?.["yes-no"] !== undefined,
		// Names that rules tell apart are left to the other reader.
		anyName: isSingle(all) ? all : 0,
		cuts,
		hasWholeCuts: cuts.every(Number.isInteger),
		most: kind === "number" ? domain.most : 0,
	};
}
