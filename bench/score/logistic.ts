/** Logistic regression with a penalty on the squared distance from a prior; convex, so Newton finds the one best fit. */

export interface Sample {
	/** Column numbers that are not zero, and their values. */
	columns: readonly number[];
	values: readonly number[];
	/** 0 or 1. */
	target: number;
	weight: number;
}

export interface Fit {
	coefficients: number[];
	intercept: number;
	/** The standard error of the intercept. */
	doubt: number;
}

export interface FitOptions {
	columns: number;
	/** Coefficients are drawn to these; zero when left out. */
	prior?: readonly number[];
	/** Per squared unit of distance. */
	penalty: number;
}

const mostSteps = 50;
const small = 1e-9;

export const chanceAt = (score: number): number => 1 / (1 + Math.exp(-score));

export function scoreOf(
	{ coefficients, intercept }: Omit<Fit, "doubt">,
	sample: Pick<Sample, "columns" | "values">,
): number {
	return sample.columns.reduce(
		(sum, column, place) =>
			sum + (coefficients[column] as number) * (sample.values[place] as number),
		intercept,
	);
}

/** Fits; the intercept is the last unknown and carries no penalty. */
export function fitLogistic(samples: readonly Sample[], options: FitOptions): Fit {
	const { columns, penalty } = options;
	const prior = options.prior ?? new Array<number>(columns).fill(0);
	const unknowns = [...prior, 0];
	for (let step = 0; step < mostSteps; step += 1) {
		const { slope, curve } = derive(samples, unknowns, { prior, penalty });
		const move = solve(curve, slope);
		const size = Math.max(...move.map(Math.abs));
		// Newton overshoots where the curve is flat: no step is longer than a few units.
		const scale = Math.min(1, 4 / Math.max(size, small));
		for (const [place, by] of move.entries())
			unknowns[place] = (unknowns[place] as number) - scale * by;
		if (size < small) break;
	}
	const { curve } = derive(samples, unknowns, { prior, penalty });
	const unit = unknowns.map((_, place) => (place === columns ? 1 : 0));
	return {
		coefficients: unknowns.slice(0, columns),
		intercept: unknowns[columns] as number,
		doubt: Math.sqrt(Math.max(0, solve(curve, unit)[columns] as number)),
	};
}

function derive(
	samples: readonly Sample[],
	unknowns: readonly number[],
	{ prior, penalty }: { prior: readonly number[]; penalty: number },
): { slope: number[]; curve: number[][] } {
	const size = unknowns.length;
	const slope = unknowns.map((value, place) =>
		place < size - 1 ? 2 * penalty * (value - (prior[place] as number)) : 0,
	);
	const curve = unknowns.map((_, place) => {
		const row = new Array<number>(size).fill(0);
		row[place] = place < size - 1 ? 2 * penalty : small;
		return row;
	});
	const fit = { coefficients: unknowns.slice(0, -1), intercept: unknowns.at(-1) as number };
	for (const sample of samples) {
		const chance = chanceAt(scoreOf(fit, sample));
		const miss = sample.weight * (chance - sample.target);
		const spread = sample.weight * chance * (1 - chance);
		const columns = [...sample.columns, size - 1];
		const values = [...sample.values, 1];
		for (const [place, column] of columns.entries()) {
			const value = values[place] as number;
			slope[column] = (slope[column] as number) + miss * value;
			const row = curve[column] as number[];
			for (const [other, across] of columns.entries())
				row[across] = (row[across] as number) + spread * value * (values[other] as number);
		}
	}
	return { slope, curve };
}

/** Solves `matrix * x = right` for a symmetric positive matrix, by Cholesky's method. */
export function solve(matrix: readonly number[][], right: readonly number[]): number[] {
	const size = right.length;
	const lower = matrix.map((row) => Float64Array.from(row));
	const at = (row: number, column: number) => (lower[row] as Float64Array)[column] as number;
	for (let column = 0; column < size; column += 1)
		for (let row = column; row < size; row += 1) {
			let sum = at(row, column);
			for (let before = 0; before < column; before += 1)
				sum -= at(row, before) * at(column, before);
			const own = row === column ? Math.sqrt(Math.max(sum, small)) : sum / at(column, column);
			(lower[row] as Float64Array)[column] = own;
		}
	const result = [...right];
	for (let row = 0; row < size; row += 1) {
		for (let before = 0; before < row; before += 1)
			result[row] = (result[row] as number) - at(row, before) * (result[before] as number);
		result[row] = (result[row] as number) / at(row, row);
	}
	for (let row = size - 1; row >= 0; row -= 1) {
		for (let after = row + 1; after < size; after += 1)
			result[row] = (result[row] as number) - at(after, row) * (result[after] as number);
		result[row] = (result[row] as number) / at(row, row);
	}
	return result;
}
