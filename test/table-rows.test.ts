/** A row of the lecture's table shows only reasons about that row. */
import { expect, test } from "vitest";
import { factsOf } from "../src/core/rules/formula.ts";
import { rules } from "./built-in.ts";

/** Everything that scores, with its row and the facts it names. */
const reasons = rules.scores.flatMap((score) => [
	...score.ladders.map(({ id, row, fact }) => ({ id, row, facts: [factOf(fact)] })),
	...score.rules.map(({ id, row, when }) => ({ id, row, facts: factsOf(when).map(factOf) })),
]);

function factOf(place: number): string {
	return rules.domains[place]?.fact ?? "";
}

const rowOf = (id: string) => reasons.find((reason) => reason.id === id)?.row;

test.each([
	["skills", "skillset"],
	["maintenance", "skillset"],
	["citations", "what-changes"],
	["knowledge-change", "what-changes"],
	["similar-cases", "what-changes"],
	["data-rights", "what-changes"],
	["monthly-spend-usd", "cost-and-effort"],
	["weeks", "cost-and-effort"],
])("a reason about %s stands in the row %s", (fact, row) => {
	const about = reasons.filter(({ facts }) => facts.includes(fact));
	expect(about.length).toBeGreaterThan(0);
	expect(about.filter((reason) => reason.row !== row)).toEqual([]);
});

test("required skills are about people", () => {
	const rest = reasons.filter(
		({ row, facts }) =>
			row === "skillset" && !facts.includes("skills") && !facts.includes("maintenance"),
	);
	expect(rest).toEqual([]);
});

test.each([
	["data-size.data-quality", "cost-and-effort"],
	["data-size.examples", "cost-and-effort"],
	["domain-specificity.domain", "when-to-use"],
	["prompt-limits.goal", "when-to-use"],
	["prompt-limits.prompting", "when-to-use"],
	["prompt-limits.failure", "what-changes"],
	["domain-specificity.spec", "example"],
])("%s stands in the row %s", (id, row) => expect(rowOf(id)).toBe(row));
