/** Tokens of o200k, counted exactly or from a sample of rows. */

export type CountTokens = (text: string) => number;

/** The tokenizer takes the square of a run without a break: 200,000 blanks took it 21 seconds. */
const longRun = /(?:\s{200}|\S{200})/g;

/** Loads its 2.4 MB of ranks. */
export async function loadTokenizer(): Promise<CountTokens> {
	const { countTokens } = await import("gpt-tokenizer/encoding/o200k_base");
	// What looks like a special token is text like any other in training data.
	const options = { disallowedSpecial: new Set<string>() };
	return (text) => {
		if (text.length < 200) return countTokens(text, options);
		const pieces = text.replaceAll(longRun, "$&\0").split("\0");
		return pieces.reduce((sum, piece) => sum + (piece === "" ? 0 : countTokens(piece, options)), 0);
	};
}

/** Characters that are counted before a sample has to do, at about 6 MB a second. */
const mostExact = 20_000_000;

export interface TokenSums {
	/** Rows that were counted. */
	rows: number;
	ofRows: number;
	/** All tokens of all rows, estimated where it is a sample. */
	total: number;
	/** Half of its 95 % interval; 0 where all rows were counted. */
	margin: number;
	prompt: Spread;
	output: Spread;
	row: Spread;
	/** What a run over all rows would bill. */
	training: { epochs: number; tokens: number };
}

export interface Spread {
	median: number;
	p90: number;
	max: number;
}

export function openTokens(count: CountTokens, isExact: boolean) {
	let counted: { chance: number; prompt: number; output: number; size: number }[] = [];
	/** Rows whose chance is below are counted: the sample does not depend on the order of rows. */
	let limit = 1;
	let size = 0;
	let rows = 0;
	return {
		/** @param hash of the row, from which its chance comes */
		add(prompt: string, output: string, hash: number): void {
			rows += 1;
			const chance = (Math.imul((hash >>> 0) ^ 0x5bd1e995, 2654435761) >>> 0) / 2 ** 32;
			if (chance >= limit) return;
			const characters = prompt.length + output.length;
			size += characters;
			counted.push({ chance, prompt: count(prompt), output: count(output), size: characters });
			while (!isExact && size > mostExact && counted.length > 1) {
				limit /= 2;
				counted = counted.filter((row) => row.chance < limit);
				size = counted.reduce((sum, row) => sum + row.size, 0);
			}
		},
		end: (): TokenSums => sumUp(counted, rows),
	};
}

function sumUp(counted: readonly { prompt: number; output: number }[], ofRows: number): TokenSums {
	const rows = counted.length;
	const sums = counted.map(({ prompt, output }) => prompt + output);
	const sum = sums.reduce((total, one) => total + one, 0);
	const mean = sum / Math.max(1, rows);
	const variance =
		sums.reduce((total, one) => total + (one - mean) ** 2, 0) / Math.max(1, rows - 1);
	const isAll = rows === ofRows;
	const total = isAll ? sum : Math.round(mean * ofRows);
	const epochs = epochsFor(ofRows);
	// Without replacement: the share that was counted has no error.
	const error = Math.sqrt((variance / Math.max(1, rows)) * (1 - rows / Math.max(1, ofRows)));
	return {
		rows,
		ofRows,
		total,
		margin: isAll ? 0 : Math.round(1.96 * error * ofRows),
		prompt: spreadOf(counted.map(({ prompt }) => prompt)),
		output: spreadOf(counted.map(({ output }) => output)),
		row: spreadOf(sums),
		training: { epochs, tokens: epochs * total },
	};
}

/** OpenAI's default (its cookbook, "Data preparation and analysis for chat model fine-tuning"): 3, more for few rows and fewer for many. */
export function epochsFor(rows: number): number {
	if (rows === 0) return 0;
	if (3 * rows < 100) return Math.min(25, Math.floor(100 / rows));
	return 3 * rows > 25_000 ? Math.max(1, Math.floor(25_000 / rows)) : 3;
}

/** Percentiles by nearest rank. */
export function spreadOf(values: readonly number[]): Spread {
	const sorted = Float64Array.from(values).sort();
	const at = (share: number) => sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? 0;
	return { median: at(0.5), p90: at(0.9), max: at(1) };
}
