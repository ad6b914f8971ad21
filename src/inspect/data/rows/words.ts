/** The words of a text as numbers, without regard to case, marks and blanks; and what else one look at it tells. */

const basis = 0x811c9dc5 | 0;
const prime = 0x01000193;

const separator = 0;
const digitBit = 1 << 17;
const eastFrom = 1 << 18;

/**
 * What each UTF-16 unit counts as in a word, without regard to case, and above it what it is: one look at a
 * table for each character. Scripts of the East are written without blanks: there each character is a word.
 */
const units = Uint32Array.from({ length: 0x10000 }, (_, unit) => {
	if (unit >= 48 && unit <= 57) return digitBit | unit;
	if ((unit >= 65 && unit <= 90) || (unit >= 97 && unit <= 122)) return (1 << 16) | unit | 32;
	if (unit < 0xc0) return separator;
	if (unit < 0x2e80) return (1 << 16) | unit;
	return (unit >= 0x3000 && unit <= 0x303f) || unit >= 0xff00 ? separator : eastFrom | unit;
});

/** Words of one text after the other, in a list that is used again for each row. */
export interface Words {
	list: Int32Array;
	length: number;
	/** Whether a word is as long as keys are, and has digits. */
	hasLongCode: boolean;
	/** Whether so many digits follow each other, but for marks, as phone numbers have at least. */
	hasLongNumber: boolean;
}

export const openWords = (): Words => ({
	list: new Int32Array(4096),
	length: 0,
	hasLongCode: false,
	hasLongNumber: false,
});

export function clear(words: Words): void {
	words.length = 0;
	words.hasLongCode = false;
	words.hasLongNumber = false;
}

const lengthOfKey = 10;
const digitsOfNumber = 9;

/** Adds the words of a text. */
export function addWords(words: Words, text: string): void {
	// Every second unit may be a word.
	if (words.length + text.length > words.list.length) grow(words, words.length + text.length);
	const { list } = words;
	let { length } = words;
	let [word, begin, digits, digitsOfWord] = [basis, 0, 0, 0];
	for (let at = 0; at <= text.length; at += 1) {
		// Beyond the end nothing is a word.
		const unit = at < text.length ? (units[text.charCodeAt(at)] as number) : separator;
		if (unit !== separator && unit < eastFrom) {
			word = Math.imul(word ^ (unit & 0xffff), prime);
			// Without a branch: digits and letters come in any order.
			const isDigit = (unit >> 17) & 1;
			digitsOfWord += isDigit;
			digits = (digits + 1) & -isDigit;
			if (digits === digitsOfNumber) words.hasLongNumber = true;
			continue;
		}
		if (word !== basis) {
			list[length++] = word;
			const size = at - begin;
			if (size >= lengthOfKey && (digitsOfWord > 0 || size >= 3 * lengthOfKey))
				words.hasLongCode = true;
			[word, digitsOfWord] = [basis, 0];
		}
		begin = at + 1;
		if (unit !== separator) list[length++] = Math.imul(basis ^ (unit & 0xffff), prime);
	}
	words.length = length;
}

function grow(words: Words, size: number): void {
	const longer = new Int32Array(2 * size);
	longer.set(words.list.subarray(0, words.length));
	words.list = longer;
}

/** One number for words from a place on, in their order. */
export function hashWords({ list, length }: Words, from = 0): number {
	let first = 0x9747b28c | 0;
	let second = 0x1b873593;
	for (let at = from; at < length; at += 1) {
		const word = list[at] as number;
		first = Math.imul(first ^ word, 2654435761);
		second = Math.imul(second ^ word, 1597334677) ^ (second >>> 15);
	}
	return (first >>> 0) + (second & 0x1fffff) * 2 ** 32;
}

let shingles = new Int32Array(4096);

/**
 * Words that follow each other, three at a time, as numbers of 30 bits: V8 takes larger ones for doubles.
 * The list is used again for the next row.
 */
export function shinglesOf({ list, length }: Words): Int32Array {
	if (shingles.length < length) shingles = new Int32Array(2 * length);
	for (let at = 2; at < length; at += 1) {
		const mixed =
			Math.imul(list[at - 2] as number, 2654435761) ^
			Math.imul(list[at - 1] as number, 1597334677) ^
			(list[at] as number);
		shingles[at - 2] = Math.imul(mixed ^ (mixed >>> 15), 2246822507) >>> 2;
	}
	return shingles.subarray(0, Math.max(0, length - 2));
}
