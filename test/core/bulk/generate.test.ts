/** Generated code and the interpreter, against what `judge` says one answer at a time. */
import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { sizeOf } from "../../../src/core/answers/domain.ts";
import { type Evaluator, interpret } from "../../../src/core/bulk/evaluate.ts";
import { generate } from "../../../src/core/bulk/generate.ts";
import { type Program, placesOf } from "../../../src/core/bulk/program.ts";
import { judge } from "../../../src/core/decision/judge.ts";
import type { RuleSet } from "../../../src/core/rules/rule-set.ts";
import { vetoPoints } from "../../../src/core/rules/veto.ts";
import { randomMasks, randomOf, randomRuleSet } from "../../exact/random-rules.ts";
import { rules as builtIn } from "../../report/decisions.ts";
import { evaluated, programOf, wordsOf } from "./words.ts";

const codeOf = (program: Program): Evaluator => {
	const code = generate(program);
	if (!code) throw new Error("This host makes no code.");
	return code;
};
const sizesOf = ({ domains }: RuleSet): number[] => domains.map(sizeOf);

/** What is certain, as the program says it. Without diagrams nothing is held in its range. */
function judged(rules: RuleSet, masks: readonly number[]) {
	const { scores, gates, isVetoed } = judge(
		rules,
		{ joint: undefined, total: undefined, scores: [] },
		masks,
	);
	const fired = scores.map((score) => score.fired);
	const veto = isVetoed ? vetoPoints(rules) : 0;
	const sums = fired.map((all) => all.reduce((sum, { points }) => sum + points, 0));
	const weigh = (score: number, points: number) => points * (rules.scores[score]?.weight ?? 0);
	return {
		scores: [...sums, veto],
		total: sums.reduce((sum, points, score) => sum + weigh(score, points), veto),
		said: fired
			.flatMap((all, score) => all.map(({ points }) => Math.abs(weigh(score, points))))
			.reduce((sum, points) => sum + points, Math.abs(veto)),
		gates,
		reasons: fired.flatMap((all) =>
			all.filter(({ points }) => points !== 0).map(({ rule }) => rule.id),
		),
	};
}

const sorted = (found: { reasons: string[] }) => ({ ...found, reasons: found.reasons.sort() });

describe.each<[string, (program: Program) => Evaluator]>([
	["code", codeOf],
	["interpreter", interpret],
])("%s", (_name, make) => {
	test("says what judge says: the built-in rules", () => {
		const program = programOf(builtIn);
		const evaluator = make(program);
		const random = randomOf(21);
		for (const known of [0, 0.2, 0.5, 0.8, 1])
			for (let run = 0; run < 300; run += 1) {
				const masks = randomMasks(random, sizesOf(builtIn), known);
				const found = evaluated(program, evaluator, masks);
				expect(sorted(found), `${masks}`).toEqual(sorted(judged(builtIn, masks)));
			}
	});

	test("works wherever the words lie, and whatever stood in and behind the results", () => {
		const program = programOf(builtIn);
		const { evaluate } = make(program);
		const { size } = placesOf(program);
		const words = wordsOf(program, randomMasks(randomOf(5), sizesOf(builtIn), 1));
		const alone = new Int32Array(size);
		evaluate(words, 0, alone);
		const among = new Int32Array(size + 2).fill(7);
		evaluate(Int32Array.from([-1, -1, ...words, -1]), 2, among);
		expect([...among]).toEqual([...alone, 7, 7]);
	});

	test("says what judge says: random rule sets", () => {
		for (let seed = 1; seed <= 150; seed += 1) {
			const random = randomOf(seed);
			const rules = randomRuleSet(random);
			const program = programOf(rules);
			const evaluator = make(program);
			for (const known of [0, 0.3, 0.6, 0.9, 1]) {
				const masks = randomMasks(random, sizesOf(rules), known);
				const found = evaluated(program, evaluator, masks);
				expect(sorted(found), `seed ${seed}: ${masks}`).toEqual(sorted(judged(rules, masks)));
			}
		}
	});
});

test("no name and no text of a rule set becomes part of the code", () => {
	const codesOf = (rules: RuleSet): string[] => {
		const { evaluate, countReasons } = codeOf(programOf(rules));
		return [String(evaluate), String(countReasons)];
	};
	const hostile = (rules: RuleSet): RuleSet =>
		JSON.parse(JSON.stringify(rules), (key, value) =>
			typeof value === "string" && key !== "kind" ? `*/\n"'\`0;process.exit(1);//${value}` : value,
		);
	const randomSets = Array.from({ length: 30 }, (_, seed) => randomRuleSet(randomOf(seed + 1)));
	for (const rules of [builtIn, ...randomSets])
		expect(codesOf(hostile(rules))).toEqual(codesOf(rules));
});

describe("where no code may be made", () => {
	const script = `
		import { makeEvaluator } from "./src/core/bulk/evaluate.ts";
		import { generate } from "./src/core/bulk/generate.ts";
		import { makeProgram } from "./src/core/bulk/program.ts";
		import { randomOf, randomRuleSet } from "./test/exact/random-rules.ts";
		const program = makeProgram(randomRuleSet(randomOf(3)));
		const results = new Int32Array(20);
		makeEvaluator(program).evaluate(new Int32Array(program.layout.words), 0, results);
		console.log(JSON.stringify({ makesCode: generate(program) !== undefined, results: [...results] }));`;
	const program = programOf(randomRuleSet(randomOf(3)));
	const results = new Int32Array(20);
	interpret(program).evaluate(new Int32Array(program.layout.words), 0, results);

	test.each([
		["allowed", [], true],
		["forbidden", ["--disallow-code-generation-from-strings"], false],
	])("%s: the same results", (_name, flags, makesCode) => {
		const { stdout, stderr } = spawnSync(
			process.execPath,
			[...flags, "--import", "tsx", "--input-type", "module", "--eval", script],
			{ encoding: "utf8", cwd: fileURLToPath(new URL("../../..", import.meta.url)) },
		);
		expect(JSON.parse(stdout || JSON.stringify(stderr))).toEqual({
			makesCode,
			results: [...results],
		});
	});
});
