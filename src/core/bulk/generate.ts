/**
 * The code of a program: sums of conditions, without a branch, a loop or a call. It is made of
 * numbers only; no name and no text of a rule set becomes part of it.
 */
import type { CountReasons, Evaluate, Evaluator } from "./evaluate.ts";
import { type Check, type Program, placesOf, reasonsOf } from "./program.ts";

/** Undefined where the host forbids to make code from text. */
export function generate(program: Program): Evaluator | undefined {
	try {
		return {
			evaluate: new Function("words", "from", "results", codeOfEvaluate(program)) as Evaluate,
			countReasons: new Function("words", "from", "counts", codeOfCount(program)) as CountReasons,
		};
	} catch (error) {
		if (error instanceof EvalError) return undefined;
		throw error;
	}
}

/** Points for and against are summed apart: their difference is the sum, and together they are all that is said. */
function codeOfEvaluate(program: Program): string {
	const { weights, open, closed } = program;
	const places = placesOf(program);
	const write = (place: number, value: string) => `results[${place}]=${value}|0;`;
	const weighted = (side: string) =>
		codeOfSum(weights.map((weight, score) => `${side}${score}*${weight}`));
	const scores = weights.flatMap((_, score) => [
		`const for${score}=${codeOfPoints(program, score, 1)}|0;`,
		`const against${score}=${codeOfPoints(program, score, -1)}|0;`,
		write(score, `for${score}-against${score}`),
	]);
	return [
		codeOfWords(program),
		...scores,
		`const all=${weighted("for")}|0;`,
		`const none=${weighted("against")}|0;`,
		write(places.total, "all-none"),
		write(places.said, "all+none"),
		write(places.open, codeOfBits(open)),
		write(places.closed, codeOfBits(closed)),
	].join("\n");
}

function codeOfCount(program: Program): string {
	const counts = reasonsOf(program).map(
		({ check }, place) => `counts[${place}]+=${codeOfCheck(check)};`,
	);
	return [codeOfWords(program), ...counts].join("\n");
}

const codeOfWords = ({ layout }: Program): string =>
	Array.from({ length: layout.words }, (_, word) => `const w${word}=words[from+${word}]|0;`).join(
		"",
	);

/** The points of a score on one side, without a sign: terms with the same points are counted first. */
function codeOfPoints({ terms }: Program, score: number, sign: 1 | -1): string {
	const byPoints = new Map<number, string[]>();
	for (const { check, points } of terms.filter(
		(term) => term.score === score && term.points * sign > 0,
	)) {
		const size = Math.abs(points);
		byPoints.set(size, [...(byPoints.get(size) ?? []), codeOfCheck(check)]);
	}
	return codeOfSum([...byPoints].map(([size, checks]) => `${codeOfSum(checks)}*${size}`));
}

const codeOfSum = (parts: string[]): string => `(${parts.join("+") || "0"})`;

const codeOfBits = (checks: readonly Check[]): string =>
	`(${checks.map((check, place) => `${codeOfCheck(check)}<<${place}`).join("|") || "0"})`;

/** 1 where the check holds and 0 where it fails: the sign of a number that is negative only then. */
function codeOfCheck(check: Check): string {
	if ("of" in check) return `(${check.of.map(codeOfCheck).join(check.kind === "all" ? "&" : "|")})`;
	const tests = check.masks.flatMap((mask, word) => (mask === 0 ? [] : [`w${word}&${mask}`]));
	const found = `(${tests.join("|") || "0"})`;
	return check.kind === "none" ? `(${found}-1>>>31)` : `(-${found}>>>31)`;
}
