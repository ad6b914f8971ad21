/** Random rule sets whose rules take any facts: the joint diagram explodes, and the cap holds. */

import { judge } from "../src/core/decision/judge.ts";
import { buildDiagrams } from "../src/core/diagram/build-diagrams.ts";
import { findOrder } from "../src/core/rules/fact-order.ts";
import type { Formula } from "../src/core/rules/formula.ts";
import type { RuleSet } from "../src/core/rules/rule-set.ts";
import { is, type Random, randomOf, ruleSet } from "../test/exact/random-rules.ts";
import { formatTime } from "./measure.ts";
import type { Row } from "./results.ts";

const facts = 30;
const cells = 4;
const at = { file: "random" };

function entangledRules(random: Random): RuleSet {
	const domains = random.list(facts, (fact) => ({
		fact: `fact-${fact}`,
		kind: "choice" as const,
		values: random.list(cells, String),
	}));
	const when = (): Formula => ({
		kind: "all",
		of: random
			.shuffle([...domains.keys()])
			.slice(0, random.int(2, 3))
			.map((fact) => is(fact, random.int(1, 2 ** cells - 2))),
	});
	const scores = random.list(5, (score) => ({
		id: `score-${score}`,
		asks: "?",
		weight: random.int(1, 3),
		ladders: [],
		rules: random.list(20, (rule) => ({
			...{ id: `${score}.${rule}`, because: ".", row: "row", sources: [], at },
			points: random.pick([-2, -1, 1, 2]),
			when: when(),
		})),
		at,
	}));
	const rules = ruleSet({ domains, scores });
	return { ...rules, order: findOrder(rules) };
}

/** Whether every random completion lies within the range that is told. */
function holds(
	rules: RuleSet,
	diagrams: ReturnType<typeof buildDiagrams>,
	random: Random,
): boolean {
	const masks = rules.domains.map(() => (random.chance(0.5) ? 2 ** random.int(0, 3) : 15));
	const told = judge(rules, diagrams, masks).total;
	return random
		.list(20, () => masks.map((mask) => (mask === 15 ? 2 ** random.int(0, 3) : mask)))
		.every((full) => {
			const { points } = judge(rules, diagrams, full).total;
			return told.min <= points && points <= told.max;
		});
}

export function measureEntangled(): Row[] {
	const random = randomOf(3);
	const seconds: number[] = [];
	let memory = 0;
	let right = true;
	let past = 0;
	for (let round = 0; round < 5; round += 1) {
		const rules = entangledRules(random);
		globalThis.gc?.();
		const before = process.memoryUsage().rss;
		const start = performance.now();
		const diagrams = buildDiagrams(rules);
		seconds.push(performance.now() - start);
		memory = Math.max(memory, process.memoryUsage().rss - before);
		if (!diagrams.joint) past += 1;
		right &&= holds(rules, diagrams, random);
	}
	const slowest = Math.max(...seconds);
	const used = Math.round(memory / 2 ** 20);
	return [
		{
			what: `30 facts, 100 rules, no locality: slowest of 5 (${past} past the cap)`,
			found: formatTime(slowest),
			goal: "2 s",
			reached: slowest < 2000,
		},
		{ what: "the same: memory taken", found: `${used} MB`, goal: "200 MB", reached: used < 200 },
		{
			what: "the same: 100 random completions lie within the range",
			found: right ? "all" : "not all",
			goal: "all",
			reached: right,
		},
	];
}
