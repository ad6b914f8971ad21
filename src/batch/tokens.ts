/**
 * Words that are known beforehand, found in bytes: four at a time, by a hash and then by all of
 * their letters. Whatever is not found is none of them.
 */

export interface Tokens {
	/**
	 * The number of the word that ends at the first quote from `at` on; -1 for any other text. Looks at
	 * up to seven bytes past that quote.
	 */
	find(bytes: DataView, at: number): number;
	/** How many bytes each word has. */
	lengths: Int32Array;
}

const quotes = 0x22222222;

/** @param words not empty, plain ASCII without quotes, each once */
export function makeTokens(words: readonly string[]): Tokens {
	const width = Math.ceil((Math.max(0, ...words.map(({ length }) => length)) + 1) / 4);
	const parts = new Int32Array(words.length * width);
	const slots = new Int16Array(2 ** Math.ceil(Math.log2(words.length * 4 + 1))).fill(-1);
	const last = slots.length - 1;
	for (const [number, word] of words.entries()) {
		const bytes = Buffer.alloc(width * 4);
		bytes.write(word, "latin1");
		let hash = 0;
		for (let part = 0; part < width; part += 1) {
			parts[number * width + part] = bytes.readInt32LE(part * 4);
			if (part * 4 <= word.length) hash = mix(hash, bytes.readInt32LE(part * 4));
		}
		let slot = fold(hash) & last;
		while (slots[slot] !== -1) slot = (slot + 1) & last;
		slots[slot] = number;
	}
	const isWord = (number: number, bytes: DataView, at: number, end: number): boolean => {
		for (let part = number * width; at <= end; part += 1, at += 4)
			if (parts[part] !== upTo(end - at, bytes.getInt32(at, true))) return false;
		return true;
	};
	const lengths = Int32Array.from(words, ({ length }) => length);
	return {
		lengths,
		find(bytes, at) {
			let hash = 0;
			let end = at;
			for (let part = 0; part < width; part += 1, end += 4) {
				const word = bytes.getInt32(end, true);
				// The lowest byte that is a quote has its highest bit set here, and none below it has.
				const apart = word ^ quotes;
				const found = (apart - 0x01010101) & ~apart & 0x80808080;
				if (found === 0) {
					hash = mix(hash, word);
					continue;
				}
				const rest = (31 - Math.clz32(found & -found)) >>> 3;
				hash = mix(hash, upTo(rest, word));
				end += rest;
				for (let slot = fold(hash) & last; slots[slot] !== -1; slot = (slot + 1) & last) {
					const number = slots[slot] as number;
					if (lengths[number] === end - at && isWord(number, bytes, at, end)) return number;
				}
				return -1;
			}
			return -1;
		},
	};
}

/** The first `count` bytes of a word of four, the others as nought; all four from 4 on. */
const upTo = (count: number, word: number): number =>
	count > 3 ? word : word & ((1 << (count * 8)) - 1);

const mix = (hash: number, word: number): number => {
	const mixed = Math.imul(hash ^ word, 0x9e3779b1);
	return mixed ^ (mixed >>> 15);
};

const fold = (hash: number): number => hash ^ (hash >>> 7);
