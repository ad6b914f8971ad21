/** The parts of the what-if panel that need no browser; the rest is in test/browser. */
import { describe, expect, test } from "vitest";
import type { Question } from "../../src/core/answers/question.ts";
import type { Change } from "../../src/core/diagram/flips.ts";
import type { RuleSet } from "../../src/core/rules/rule-set.ts";
import { changedFacts, decideFacts, formFacts, tryOut } from "../../src/page/decide-facts.ts";
import { groupFacts } from "../../src/page/form.ts";
import { slimRules } from "../../src/report/html/what-if.ts";
import { randomFacts } from "../browser/random-facts.ts";
import { decidedOn, decisions, named, rules } from "../report/decisions.ts";

const data = { rules: slimRules(rules), answers: {}, asOf: decidedOn };

function decideText(facts: Record<string, string>) {
	const read = decideFacts(data, facts);
	if (!read.ok) throw new Error(JSON.stringify(read.problems));
	return read.value;
}

const adviceFor = (facts: Record<string, string>) => decideText(facts).decision;

test("every fact is in one group, by the parts of the interview", () => {
	const groups = groupFacts(rules);
	expect(groups.map(({ title }) => title)).toEqual(Object.values(rules.sections));
	expect(groups.flatMap(({ facts }) => facts).sort()).toEqual(Object.keys(rules.questions).sort());
	expect(groups[0]?.facts[0]).toBe(Object.keys(rules.questions)[0]);
});

test("questions that name no part are together", () => {
	const [goal, work] = [rules.questions.goal, rules.questions.work].map((question) => {
		const { section: _, ...rest } = question as Question;
		return rest;
	});
	const groups = groupFacts({
		questions: { goal, work } as RuleSet["questions"],
		sections: { aim: "Aim" },
	});
	expect(groups).toEqual([{ title: "More", facts: ["goal", "work"] }]);
});

/** What the panel shows of a decision. */
const same = [
	"state",
	"headline",
	"summary",
	"verdict",
	"outlook",
	"confidence",
	"total",
	"flips",
	"gates",
] as const;

describe.each(named)("%s", (_name, decision) => {
	test("is the same decision from the form's own text", () => {
		const again = adviceFor(formFacts(decision.answers));
		for (const part of same) expect(again[part]).toEqual(decision[part]);
		expect(changedFacts(again.answers, decision.answers)).toEqual([]);
	});
});

test("what is tried out turns the verdict", () => {
	const near = named.map(([, { answers }]) => formFacts(answers));
	let count = 0;
	for (let seed = 1; seed <= 40; seed += 1) {
		const facts = randomFacts(rules, seed, { near });
		const { decision, changes } = decideText(facts);
		expect(changes).toHaveLength(decision.flips.length);
		for (const [place, flip] of decision.flips.entries()) {
			const tried = { ...facts, ...tryOut(changes[place] as Change, rules) };
			expect(adviceFor(tried).verdict, JSON.stringify([facts, flip])).toBe(flip.verdict);
			count += 1;
		}
	}
	expect(count).toBeGreaterThan(20);
});

test("a number is the same however it is written", () => {
	const { answers } = adviceFor({ ...formFacts(decisions.hospital.answers), examples: "20_000" });
	expect(changedFacts(answers, decisions.hospital.answers)).toEqual([]);
	expect(changedFacts({}, decisions["almost-nothing-known"].answers)).toEqual(["goal"]);
});

test("what cannot be read is a problem of its own question", () => {
	const read = decideFacts(data, { examples: "a lot", weeks: "-1", goal: "" });
	expect(read.ok ? [] : read.problems.map(({ at }) => at?.file)).toEqual(["examples", "weeks"]);
});
