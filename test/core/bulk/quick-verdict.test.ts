/** The quick verdict against `decide` and `judge`, which are held against every completion elsewhere. */
import { describe, expect, test } from "vitest";
import type { AnswerValue } from "../../../src/core/answers/answer-set.ts";
import { type Answers, masksOf } from "../../../src/core/answers/answers.ts";
import { type Domain, sizeOf } from "../../../src/core/answers/domain.ts";
import { makeQuickDecider, type QuickDecider } from "../../../src/core/bulk/quick-verdict.ts";
import { decide } from "../../../src/core/decision/decide.ts";
import { judge } from "../../../src/core/decision/judge.ts";
import { buildDiagrams } from "../../../src/core/diagram/build-diagrams.ts";
import { exampleValue } from "../../../src/core/diagram/search.ts";
import { all, type Formula, presume } from "../../../src/core/rules/formula.ts";
import type { RuleSet } from "../../../src/core/rules/rule-set.ts";
import {
	formulaRules,
	is,
	type Random,
	randomMasks,
	randomOf,
	randomRuleSet,
} from "../../exact/random-rules.ts";
import { rules as builtIn } from "../../report/decisions.ts";

function deciderOf(rules: RuleSet): QuickDecider {
	const decider = makeQuickDecider(rules);
	if (!decider) throw new Error("These rules are too large for the quick decider.");
	return decider;
}

/** An exact answer, or now and then a set of several cells. */
function randomValue(random: Random, domain: Domain, sets: number): AnswerValue {
	const size = sizeOf(domain);
	const [a, b] = [random.int(0, size - 1), random.int(0, size - 1)].sort((x, y) => x - y);
	const [low, high] = [a, b].map((cell) => exampleValue(domain, cell as number));
	if (a === b || domain.kind === "text" || !random.chance(sets)) return low as AnswerValue;
	return domain.kind === "number" ? `${low}..${high}` : `${low},${high}`;
}

const randomAnswers = (
	random: Random,
	rules: RuleSet,
	{ known, sets }: { known: number; sets: number },
): Answers =>
	Object.fromEntries(
		rules.domains.flatMap((domain) =>
			random.chance(known)
				? [[domain.fact, { value: randomValue(random, domain, sets), from: "" }]]
				: [],
		),
	);

describe("the built-in rules, as decide() decides", () => {
	test.each([
		["nothing known", { known: 0, sets: 0 }, 1],
		["a few answers", { known: 0.15, sets: 0 }, 150],
		["some answers", { known: 0.4, sets: 0 }, 150],
		["most answers", { known: 0.8, sets: 0 }, 150],
		["every answer", { known: 1, sets: 0 }, 100],
		["some sets of values", { known: 0.5, sets: 0.2 }, 80],
		["many sets of values", { known: 0.9, sets: 0.8 }, 80],
	])("%s", (_name, shares, runs) => {
		const decider = deciderOf(builtIn);
		const random = randomOf(31);
		for (let run = 0; run < runs; run += 1) {
			const answers = randomAnswers(random, builtIn, shares);
			const { verdict, outlook, strength, total, gates } = decide(builtIn, answers);
			const quick = decider.decide(masksOf(builtIn, answers));
			const rest = { strength: decider.strength(), gates: decider.gates() };
			expect({ ...quick, ...rest }, JSON.stringify(answers)).toEqual({
				...{ verdict, outlook, strength, points: total.points },
				gates: gates.map(({ state }) => state),
			});
		}
	});
});

/** Each rule set with answers of which little, some and all is known. */
function* randomCases(seeds: number) {
	for (let seed = 1; seed <= seeds; seed += 1) {
		const random = randomOf(seed);
		const rules = randomRuleSet(random);
		const decider = deciderOf(rules);
		const sizes = rules.domains.map(sizeOf);
		for (const known of [0, 0.3, 0.6, 0.9, 1])
			yield { name: `seed ${seed}`, rules, decider, masks: randomMasks(random, sizes, known) };
	}
}

const quickly = (decider: QuickDecider, masks: readonly number[]) => ({
	...decider.decide(masks),
	gates: decider.gates(),
});

/** The same, one answer at a time. */
function judged(rules: RuleSet, masks: readonly number[]) {
	const { verdict, outlook, total, gates } = judge(
		rules,
		buildDiagrams(rules, { answered: masks }),
		masks,
	);
	return { verdict, outlook, points: total.points, gates };
}

describe("random rule sets, with sets of several cells", () => {
	test("as judge() judges", () => {
		for (const { name, rules, decider, masks } of randomCases(400))
			expect(quickly(decider, masks), `${name}: ${masks}`).toEqual(judged(rules, masks));
	});

	test("with the strength of decide()", () => {
		for (let seed = 1; seed <= 150; seed += 1) {
			const random = randomOf(seed);
			const rules = randomRuleSet(random);
			const decider = deciderOf(rules);
			for (const known of [0, 0.4, 0.8]) {
				const answers = randomAnswers(random, rules, { known, sets: 0.3 });
				decider.decide(masksOf(rules, answers));
				const { strength } = decide(rules, answers);
				expect(decider.strength(), `seed ${seed}: ${JSON.stringify(answers)}`).toBe(strength);
			}
		}
	});
});

/** Two facts of two values; points above the threshold when the first has its first value. */
const guarded = (gates: Formula[]): RuleSet =>
	formulaRules({
		domains: ["a", "b"].map((fact) => ({ fact, kind: "choice", values: ["x", "y"] })),
		terms: [[is(0, 1), 1]],
		gates,
	});

describe("gates that are open until an answer closes them", () => {
	const [x, y, both] = [1, 2, 3];
	test.each<[string, Formula[], number[], string]>([
		["nothing in the way", [presume(is(1, x))], [x, both], "fine-tuning"],
		["closed by an answer", [presume(is(1, x))], [x, y], "prompt-engineering"],
		["below the threshold", [presume(is(1, x))], [both, both], "prompt-engineering"],
		[
			"two, of which one is always closed",
			[presume(is(1, x)), presume(is(1, y))],
			[x, both],
			"prompt-engineering",
		],
		[
			"one that also asks for something",
			[all([is(0, x), presume(is(1, x))]), presume(is(1, y))],
			[x, both],
			"prompt-engineering",
		],
	])("%s", (_name, gates, masks, verdict) => {
		const rules = guarded(gates);
		const found = quickly(deciderOf(rules), masks);
		expect(found).toEqual(judged(rules, masks));
		expect(found.verdict).toBe(verdict);
	});
});
