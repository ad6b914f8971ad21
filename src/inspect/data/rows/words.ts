/** The words of a text as numbers, without regard to case, marks and blanks. */

/** Beyond ASCII, letters of most scripts; from here on they are written without blanks, so that each is a word. */
const firstOfEast = 0x2e80;
const basis = 0x811c9dc5;
const prime = 0x01000193;

/** @param words takes them; a row has a few hundred, so the list is used again */
export function readWords(text: string, words: number[]): void {
	words.length = 0;
	let word = 0;
	for (let at = 0; at < text.length; at += 1) {
		let unit = text.charCodeAt(at);
		if (unit >= 65 && unit <= 90) unit += 32;
		const isLetter =
			(unit >= 97 && unit <= 122) ||
			(unit >= 48 && unit <= 57) ||
			(unit >= 0xc0 && unit < firstOfEast);
		if (isLetter) {
			word = Math.imul((word === 0 ? basis : word) ^ unit, prime);
			continue;
		}
		if (word !== 0) words.push(word);
		word = 0;
		if (unit >= firstOfEast && (unit < 0x3000 || unit > 0x303f) && unit < 0xff00)
			words.push(Math.imul(basis ^ unit, prime));
	}
	if (word !== 0) words.push(word);
}

/** One number for all words, in their order. */
export function hashWords(words: readonly number[]): number {
	let first = 0x9747b28c;
	let second = 0x1b873593;
	for (const word of words) {
		first = Math.imul(first ^ word, 2654435761);
		second = Math.imul(second ^ word, 1597334677) ^ (second >>> 15);
	}
	return (first >>> 0) + (second & 0x1fffff) * 2 ** 32;
}

/** Words that follow each other, three at a time. */
export function shinglesOf(words: readonly number[]): Uint32Array {
	const shingles = new Uint32Array(Math.max(0, words.length - 2));
	for (let at = 2; at < words.length; at += 1) {
		const mixed =
			Math.imul(words[at - 2] as number, 2654435761) ^
			Math.imul(words[at - 1] as number, 1597334677) ^
			(words[at] as number);
		shingles[at - 2] = Math.imul(mixed ^ (mixed >>> 15), 2246822507) >>> 0;
	}
	return shingles;
}
