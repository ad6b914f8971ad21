/** Each mechanism once: reasons that rest on the same answers would count one thing twice. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { askedDomains, type Domain } from "../../../src/core/answers/domain.ts";
import { decide } from "../../../src/core/decision/decide.ts";
import type { Decision } from "../../../src/core/decision/decision.ts";
import { pickReasons } from "../../../src/report/pick-reasons.ts";
import { answersOf, cases, rules } from "../../built-in.ts";

const firstReasons = 5;

/** One value on each side of every cut. */
const values = (domain: Domain): (string | number)[] =>
	domain.kind === "number" ? [0, ...domain.cuts] : [...domain.values];

const anyFacts = fc.record(
	Object.fromEntries(
		askedDomains(rules.domains)
			.filter((domain) => values(domain).length > 0)
			.map((domain) => [domain.fact, fc.constantFrom(...values(domain))]),
	),
	{ requiredKeys: [] },
);

const decisionOf = (facts: object): Decision => decide(rules, answersOf(facts));

/** Pairs of statements that share two answers, or rest on the very same one. */
function repeats(statements: readonly { facts: string[] }[]): string[][] {
	return statements.flatMap(({ facts }, index) =>
		statements.slice(index + 1).flatMap((other) => {
			const shared = facts.filter((fact) => other.facts.includes(fact));
			const isSame = shared.length === facts.length && shared.length === other.facts.length;
			return shared.length > 1 || isSame ? [shared] : [];
		}),
	);
}

describe("the first reasons", () => {
	test.each(cases)("of $id rest on different answers", ({ facts }) => {
		expect(repeats(decisionOf(facts).reasons.slice(0, firstReasons))).toEqual([]);
	});

	test("of any answers do", () => {
		fc.assert(
			fc.property(anyFacts, (facts) => {
				expect(repeats(decisionOf(facts).reasons.slice(0, firstReasons))).toEqual([]);
			}),
			{ seed: 14, numRuns: 2000 },
		);
	});

	test("are not what stands in the way, said again", () => {
		fc.assert(
			fc.property(anyFacts, (facts) => {
				const { blocking, speaking, against } = pickReasons(decisionOf(facts), 1);
				const gate = blocking.slice(0, 1).flatMap((one) => one.facts);
				for (const reason of [...speaking, ...(against ? [against] : [])])
					expect(gate).not.toEqual(expect.arrayContaining(reason.facts));
				for (const [index, reason] of speaking.entries())
					for (const other of speaking.slice(0, index))
						expect(other.facts).not.toEqual(expect.arrayContaining(reason.facts));
			}),
			{ seed: 14, numRuns: 2000 },
		);
	});
});

describe("the answers behind a statement", () => {
	const owned = { skills: "ml", prompting: "systematic" };
	test.each<[string, object, gate: string, facts: string[]]>([
		["no time", { ...owned, weeks: 0 }, "owner", ["weeks"]],
		["no time and no money", { weeks: 0, "budget-usd": 0 }, "owner", ["budget-usd", "weeks"]],
		["somebody who can", owned, "owner", ["skills"]],
		[
			"two that only together are enough",
			{ skills: "software", maintenance: "yes" },
			"owner",
			["maintenance", "skills"],
		],
		[
			"missing facts, whatever was compared",
			{ ...owned, failure: "missing-context" },
			"prompts-first",
			["failure"],
		],
		[
			"two that only together are too little",
			{ examples: 10, teacher: "no" },
			"data",
			["examples", "teacher"],
		],
		["one of them", { examples: 10 }, "data", []],
		["a permission", { "data-rights": "yes" }, "data-allowed", ["data-rights"]],
	])("%s", (_story, facts, gate, expected) => {
		const found = decisionOf(facts).gates.find(({ id }) => id === gate);
		expect([...(found?.facts ?? [])].sort()).toEqual(expected);
	});
});
