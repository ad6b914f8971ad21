/** How often `inspect evals` and `trial judge` are wrong, over made-up runs whose truth is known. */
import { compareVersions } from "../src/core/evals/compare.ts";
import { judgeEvals } from "../src/core/evals/judge.ts";
import type { EvalState } from "../src/core/evals/judgment.ts";
import type { Measure } from "../src/core/evals/measure.ts";
import type { EvalRun } from "../src/core/evals/run.ts";
import { judgeSequence } from "../src/core/evals/sequence.ts";
import { decideTrial } from "../src/core/evals/trial.ts";
import { makeRandom, type Random } from "../src/core/statistics/random.ts";
import type { Row, Suite } from "./results.ts";

const runsOfCell = 2000;
const passes: Measure = { by: "passes", metric: "pass", range: 1, most: 1 };
/** Versions that are held against the best before them. */
const late = 3;
const rate = 0.7;

/**
 * Values of versions on the same tests. Tests are hard or easy for all versions alike: half of what a
 * version does on a test is the test's own, so outcomes hang together as they do in real suites.
 */
function draw(gains: readonly number[], tests: number, random: Random, repeats = 1): number[][] {
	const values = gains.map((): number[] => []);
	for (let test = 0; test < tests; test += 1) {
		// The share of tests whose outcome is fixed by the test.
		const isFixed = random() < 0.5;
		const own = random();
		for (const [place, gain] of gains.entries()) {
			let sum = 0;
			for (let repeat = 0; repeat < repeats; repeat += 1)
				sum += (isFixed ? own : random()) < rate + gain ? 1 : 0;
			values[place]?.push(sum / repeats);
		}
	}
	return values;
}

/** Trials are judged fast. */
const runsOfTrial = 10_000;
/** The highest rate that is seen in 39 of 40 cells where the true one is 5 %. */
const mostOf = (runs: number): number => 0.05 + 1.96 * Math.sqrt((0.05 * 0.95) / runs);

const share = (count: number, runs = runsOfCell): string =>
	`${((100 * count) / runs).toFixed(1)} %`;

/** Not one of the last versions differs from the best before at 0.05: what people take for a plateau. */
function naivePlateau(values: readonly (readonly number[])[]): boolean {
	const early = values.length - late;
	const means = values.slice(0, early).map(mean);
	const first = means.indexOf(Math.max(...means));
	return values
		.slice(early)
		.every(
			(_, place) => compareVersions({ first, second: early + place, values }, passes).p >= 0.05,
		);
}
/** The latest version has the highest rate: what people take for progress. */
const naiveImproving = (values: readonly (readonly number[])[]): boolean =>
	mean(values.at(-1) ?? []) > Math.max(...values.slice(0, -1).map(mean));

const mean = (values: readonly number[]): number =>
	values.reduce((sum, value) => sum + value, 0) / values.length;

interface Counts {
	states: Record<string, number>;
	naivePlateau: number;
	naiveImproving: number;
}

interface Cell {
	tests: number;
	smallest: number;
	/** Versions before the last ones. */
	early?: number;
	repeats?: number;
}

function simulate(gain: number, { tests, smallest, early = 5, repeats = 1 }: Cell): Counts {
	const random = makeRandom(tests * 1000 + Math.round(gain * 100) * 10 + repeats);
	const counts: Counts = { states: {}, naivePlateau: 0, naiveImproving: 0 };
	// The gain comes with the last version alone: the hardest to see.
	const gains = [...Array<number>(early + late - 1).fill(0), gain];
	for (let run = 0; run < runsOfCell; run += 1) {
		const values = draw(gains, tests, random, repeats);
		const { state } = judgeSequence(values, passes, { smallest });
		counts.states[state] = (counts.states[state] ?? 0) + 1;
		counts.naivePlateau += Number(naivePlateau(values));
		counts.naiveImproving += Number(naiveImproving(values));
	}
	return counts;
}

function cell(given: Cell): Row[] {
	const { tests, smallest, early = 5, repeats = 1 } = given;
	const points = Math.round(smallest * 100);
	const name = `${tests} tests${repeats > 1 ? ` × ${repeats}` : ""}, ${points} points${early === 1 ? ", one version before" : ""}`;
	const [none, some, twice] = [
		simulate(0, given),
		simulate(smallest, given),
		simulate(2 * smallest, given),
	] as const;
	const of = ({ states }: Counts, state: EvalState) => states[state] ?? 0;
	const limit = (count: number) => ({
		goal: "5 %",
		reached: count / runsOfCell <= mostOf(runsOfCell),
	});
	return [
		{
			what: `${name}: false plateau (naive rule)`,
			found: `${share(of(some, "plateau"))} (${share(some.naivePlateau)})`,
			...limit(of(some, "plateau")),
		},
		{
			what: `${name}: false improving (naive rule)`,
			found: `${share(of(none, "improving"))} (${share(none.naiveImproving)})`,
			...limit(of(none, "improving")),
		},
		{
			what: `${name}: power for a plateau, and for a gain twice as large`,
			found: `${share(of(none, "plateau"))}, ${share(of(twice, "improving"))}`,
			goal: "–",
		},
	];
}

/** Files that say nothing of their prompt, and are copies of the one before. */
function copies(tests: number): Row {
	const random = makeRandom(tests);
	let plateaus = 0;
	for (let run = 0; run < runsOfCell / 4; run += 1) {
		const [first = [], second = []] = draw([0, 0], tests, random);
		const given = [first, second, second, second].map((values, place) => runOf(values, place));
		plateaus += Number(judgeEvals(given).state === "plateau");
	}
	return {
		what: `${tests} tests: a second version and two copies of it called a plateau`,
		found: `${((400 * plateaus) / runsOfCell).toFixed(1)} %`,
		goal: "0 %",
		reached: plateaus === 0,
	};
}

const runOf = (values: readonly number[], place: number): EvalRun => ({
	file: `run-${place}`,
	format: "table",
	label: "",
	metric: "pass",
	outcomes: values.map((value, test) => ({ test: `${test}`, name: `${test}`, pass: value === 1 })),
	notes: [],
});

/** Whether the advised number of tests decides. */
function advised(tests: number): Row {
	const random = makeRandom(tests + 7);
	const gains = Array<number>(5 + late).fill(0);
	const advice: number[] = [];
	for (let run = 0; run < 100; run += 1) {
		const { moreTests } = judgeSequence(draw(gains, tests, random), passes);
		if (moreTests !== undefined) advice.push(tests + moreTests);
	}
	const middle = advice.sort((a, b) => a - b)[advice.length >> 1] ?? tests;
	let decided = 0;
	for (let run = 0; run < runsOfCell / 4; run += 1)
		decided += Number(judgeSequence(draw(gains, middle, random), passes).state === "plateau");
	const found = (4 * decided) / runsOfCell;
	return {
		what: `${tests} tests: the advised number (middle: ${middle}) shows the plateau`,
		found: `${(100 * found).toFixed(0)} %`,
		goal: "at least 80 %",
		reached: found >= 0.8,
	};
}

/** How often a trial is judged wrongly, and how often it is settled. */
function trial({ tests, smallest, repeats = 1 }: Cell): Row[] {
	const name = `trial, ${tests} tests${repeats > 1 ? ` × ${repeats}` : ""}, ${Math.round(smallest * 100)} points`;
	const count = (gain: number) => {
		const random = makeRandom(tests * 100 + Math.round(gain * 1000) + repeats - 1);
		const states: Record<string, number> = {};
		for (let run = 0; run < runsOfTrial; run += 1) {
			const values = draw([0, gain], tests, random, repeats);
			const { state, comparison } = decideTrial(values, passes, smallest);
			// What people do without it: the higher rate wins, or whatever is not significant is no difference.
			const naive = comparison?.difference === 0 ? "naive draw" : "naive winner";
			const naiveTest = (comparison?.p ?? 1) < 0.05 ? "significant" : "not significant";
			for (const one of [state, naive, naiveTest]) states[one] = (states[one] ?? 0) + 1;
		}
		return (...names: string[]) => names.reduce((sum, one) => sum + (states[one] ?? 0), 0);
	};
	const [none, some, twice] = [count(0), count(smallest), count(2 * smallest)];
	const limit = (found: number) => ({
		goal: "5 %",
		reached: found / runsOfTrial <= mostOf(runsOfTrial),
	});
	return [
		{
			what: `${name}: better or worse, where there is no difference (naive rule)`,
			found: `${share(none("better", "worse"), runsOfTrial)} (${share(none("naive winner"), runsOfTrial)})`,
			...limit(none("better", "worse")),
		},
		{
			what: `${name}: no difference or worse, where it is the smallest worth having (naive rule)`,
			found: `${share(some("no-difference", "worse"), runsOfTrial)} (${share(some("not significant"), runsOfTrial)})`,
			...limit(some("no-difference", "worse")),
		},
		{
			what: `${name}: settled where there is none, that one, twice as much`,
			found: [none("no-difference"), some("better"), twice("better")]
				.map((count) => share(count, runsOfTrial))
				.join(", "),
			goal: "–",
		},
	];
}

/** Scores in parts: half of each is the test's own. */
function scores(tests: number): Row[] {
	const random = makeRandom(tests + 3);
	const measure: Measure = { by: "score", metric: "score", range: 1, most: 1 };
	const runs = runsOfCell / 4;
	let [decided, improving] = [0, 0];
	for (let run = 0; run < runs; run += 1) {
		const own = Array.from({ length: tests }, () => random() / 2);
		const values = [0, 1].map(() => own.map((part) => part + random() / 2));
		const { state } = decideTrial(values, measure);
		decided += Number(state === "better" || state === "worse");
		improving += Number(judgeSequence(values, measure).state === "improving");
	}
	const most = mostOf(runs);
	return [
		{
			what: `scores on ${tests} tests: trial better or worse, where there is no difference`,
			found: share(decided, runs),
			goal: "5 %",
			reached: decided / runs <= most,
		},
		{
			what: `scores on ${tests} tests: false improving`,
			found: share(improving, runs),
			goal: "5 %",
			reached: improving / runs <= most,
		},
	];
}

export function plateau(): Suite {
	const rows: Row[] = [];
	for (const smallest of [0.05, 0.1])
		for (const tests of [50, 100, 200, 400, 1000]) rows.push(...cell({ tests, smallest }));
	rows.push(...cell({ tests: 100, smallest: 0.05, repeats: 3 }));
	rows.push(...cell({ tests: 200, smallest: 0.1, repeats: 3 }));
	for (const smallest of [0.05, 0.1]) rows.push(...cell({ tests: 400, smallest, early: 1 }));
	for (const smallest of [0.05, 0.1])
		for (const tests of [50, 100, 200, 400, 1000]) rows.push(...trial({ tests, smallest }));
	rows.push(...trial({ tests: 100, smallest: 0.05, repeats: 3 }));
	rows.push(...trial({ tests: 200, smallest: 0.1, repeats: 3 }));
	rows.push(...[10, 50, 400].flatMap(scores));
	rows.push(...[100, 1000].map(copies), ...[100, 200].map(advised));
	return {
		title: "Plateau and trial",
		rows,
		notes: [
			`${runsOfCell} runs each, and ${runsOfTrial} trials: five versions, then ${late}, of which the last one may gain; true rate ${rate}, half of the tests decide alone. Naive: no p under 0.05 is a plateau, or no difference in a trial; the highest rate last is progress, or the winner of a trial. A false rate counts as reached up to ${(100 * mostOf(runsOfCell)).toFixed(1)} % (trials ${(100 * mostOf(runsOfTrial)).toFixed(1)} %), which is 5 % within the error of so many runs.`,
		],
	};
}
