/**
 * Words that come again and again and are rare elsewhere: names of products, codes, jargon. A tokenizer
 * has a token for each word that is common on the web, and needs three or more for others.
 */
import type { CountTokens } from "./tokens.ts";

export interface Term {
	word: string;
	/** Rows that have it, of those that were looked at. */
	rows: number;
}

export interface Terms {
	/** Undefined where the text is not English: tokens say little of words in other languages. */
	terms: Term[] | undefined;
	rows: number;
}

/** Rows that are looked at; more would add few words that come again and again. */
const mostRows = 5_000;
const mostWords = 100_000;
const mostTerms = 10;
const leastRows = 5;
const leastShare = 0.02;
const leastTokens = 3;
/** Of the letters; English has hardly any others. */
const shareOfAscii = 0.97;

/** Numbers, hashes and commands of LaTeX are no terms. */
const words = /(?<![\w\\/.@-])[A-Za-z][A-Za-z]*(?:-?[A-Z][A-Za-z]*|-?\d{1,4})*(?![\w/@])/g;
const longestWord = 30;

export function openTerms(count: CountTokens) {
	const rowsByWord = new Map<string, number>();
	let [rows, letters, ascii] = [0, 0, 0];
	return {
		add(text: string): void {
			if (rows >= mostRows) return;
			rows += 1;
			const all = text.slice(0, 20_000);
			letters += all.match(/\p{L}/gu)?.length ?? 0;
			ascii += all.match(/[A-Za-z]/g)?.length ?? 0;
			for (const word of new Set(all.match(words))) {
				if (word.length < 4 || word.length > longestWord) continue;
				const before = rowsByWord.get(word);
				if (before !== undefined || rowsByWord.size < mostWords)
					rowsByWord.set(word, (before ?? 0) + 1);
			}
		},
		end(): Terms {
			if (letters === 0 || ascii / letters < shareOfAscii) return { terms: undefined, rows };
			const least = Math.max(leastRows, leastShare * rows);
			const terms = [...rowsByWord]
				.filter(([word, many]) => many >= least && isRare(word, count))
				.map(([word, many]) => ({ word, rows: many }))
				.sort((a, b) => b.rows - a.rows || (a.word < b.word ? -1 : 1));
			return { terms: terms.slice(0, mostTerms), rows };
		},
	};
}

/** At the start of a sentence or in a heading a common word takes more tokens. */
const isRare = (word: string, count: CountTokens): boolean =>
	count(` ${word}`) >= leastTokens && count(` ${word.toLowerCase()}`) >= leastTokens;
