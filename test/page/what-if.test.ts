/** The parts of the what-if panel that need no browser; the rest is in test/browser. */
import { describe, expect, test } from "vitest";
import type { Change } from "../../src/core/diagram/flips.ts";
import { changedFacts, decideFacts, formFacts, tryOut } from "../../src/page/decide-facts.ts";
import { groupFacts } from "../../src/page/group-facts.ts";
import { slimRules } from "../../src/report/html/what-if.ts";
import { randomFacts } from "../browser/random-facts.ts";
import { decisions, named, rules } from "../report/decisions.ts";

const data = { rules: slimRules(rules), answers: {} };

function decideText(facts: Record<string, string>) {
	const read = decideFacts(data, facts);
	if (!read.ok) throw new Error(JSON.stringify(read.problems));
	return read.value;
}

const adviceFor = (facts: Record<string, string>) => decideText(facts).decision;

test("every fact is in one group, and each group says what it is about", () => {
	const groups = groupFacts(rules);
	expect(groups.flatMap(({ facts }) => facts).sort()).toEqual(Object.keys(rules.questions).sort());
	expect(groups[0]?.facts[0]).toBe(Object.keys(rules.questions)[0]);
	expect(groups.at(-1)).toMatchObject({ title: "Notes", facts: ["model", "provider"] });
	for (const { title, asks } of groups) expect(`${title}: ${asks}`).toMatch(/^[A-Z].*: [A-Z].+/);
});

describe.each(named)("%s", (_name, decision) => {
	test("is the same decision from the form's own text", () => {
		const again = adviceFor(formFacts(decision.answers));
		for (const part of ["verdict", "outlook", "confidence", "total", "flips", "gates"] as const)
			expect(again[part]).toEqual(decision[part]);
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
