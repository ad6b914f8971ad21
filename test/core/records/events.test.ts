/** What a record knows of providers: their dated events, and the day on which to decide again. */
import { describe, expect, test } from "vitest";
import { decide } from "../../../src/core/decision/decide.ts";
import type { Decision } from "../../../src/core/decision/decision.ts";
import { decisionGrounds } from "../../../src/core/records/record.ts";
import { type Review, reviewOf } from "../../../src/core/records/review.ts";
import { answersOf, rules } from "../../built-in.ts";
import { today } from "./documents.ts";

const names = Object.keys(rules.providers.status);

const models = ["gpt-4.1-mini", "gemini-2.5-pro", "claude-3-haiku", "mistral-small"];

// Records name them: every notice of an event must be known as one.
test.each(names)("%s", (provider) => {
	for (const model of models)
		for (const asOf of [today, "2025-01-01", "2027-06-01"]) {
			const decision = decide(rules, answersOf({ provider, model }), { asOf });
			const dated = decision.notices.filter(({ source }) => source !== "rules/providers.yaml");
			const tuning: Decision = { ...decision, verdict: "fine-tuning" };
			const { events } = decisionGrounds(rules, tuning);
			expect(events).toHaveLength(new Set(dated.map(({ says }) => says.split(": ")[0])).size);
			expect(reviewOf(rules, tuning, undefined)?.day).toBe(firstAhead(events, asOf));
			const ofModels = events.filter((event) => event.endsWith(" retiring"));
			expect(decisionGrounds(rules, decision).events).toEqual(ofModels);
			expect(reviewOf(rules, decision, undefined)?.day).toBe(firstAhead(ofModels, asOf));
		}
});

const firstAhead = (events: string[], asOf: string): string | undefined =>
	events
		.map((event) => `${event.split(" ")[0]}-01-01`.slice(0, 10))
		.filter((day) => day > asOf)
		.sort()[0];

describe("the day of the review", () => {
	const quiet = decide(rules, answersOf({ goal: "new-knowledge", citations: "yes" }));
	const ending = decide(rules, answersOf({ model: "gpt-4.1-mini" }), { asOf: today });
	const state = "prompts" as const;

	test.each<[string, Partial<Decision>, string | undefined, Review | undefined]>([
		[
			"clear",
			{ strength: "clear", state },
			"2026-11-22",
			{ day: "2027-11-22", because: "interval" },
		],
		[
			"leaning",
			{ strength: "leaning", state },
			"2026-08-31",
			{ day: "2027-02-28", because: "interval" },
		],
		[
			"close",
			{ strength: "close", state },
			"2026-11-22",
			{ day: "2027-02-22", because: "interval" },
		],
		[
			"little known",
			{ strength: "clear", state: "too-early" },
			"2026-11-22",
			{ day: "2027-02-22", because: "interval" },
		],
		["no day", { strength: "clear" }, undefined, undefined],
	])("%s", (_name, change, asOf, expected) =>
		expect(reviewOf(rules, { ...quiet, ...change }, asOf)).toEqual(expected),
	);

	test.each<[string, Decision["strength"], string | undefined, Review]>([
		["event first", "leaning", "2026-11-22", { day: "2027-01-14", because: "retiring" }],
		["interval first", "close", "2026-10-13", { day: "2027-01-13", because: "interval" }],
		["both", "close", "2026-10-14", { day: "2027-01-14", because: "retiring" }],
		["no day", "clear", undefined, { day: "2027-01-14", because: "retiring" }],
	])("%s", (_name, strength, asOf, expected) =>
		expect(reviewOf(rules, { ...ending, strength, state }, asOf)).toEqual(expected),
	);
});
