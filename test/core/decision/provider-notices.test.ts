import { describe, expect, test } from "vitest";
import type { Answers } from "../../../src/core/answers/answers.ts";
import {
	daysBetween,
	providerNotices,
	sayUnlisted,
} from "../../../src/core/decision/provider-notices.ts";
import type { RuleSet } from "../../../src/core/rules/rule-set.ts";
import { ruleSet } from "../../exact/random-rules.ts";

test.each([
	["the same day", "2026-03-01", "2026-03-01", 0],
	["a day on", "2026-03-01", "2026-03-02", 1],
	["a day back", "2026-03-02", "2026-03-01", -1],
	["over a leap day", "2024-02-28", "2024-03-01", 2],
	["over no leap day", "2026-02-28", "2026-03-01", 1],
	["a leap year", "2024-01-01", "2025-01-01", 366],
	["where clocks change", "2026-03-28", "2026-03-30", 2],
	["a month counts from its first day", "2026-03", "2026-03-31", 30],
	["a year counts from its first day", "2026", "2026-02-01", 31],
	["a century", "1999-12-31", "2000-01-01", 1],
])("days between: %s", (_name, from, to, days) => expect(daysBetween(from, to)).toBe(days));

const providers: RuleSet["providers"] = {
	"as-of": "2026-01-01",
	status: {
		azure: {
			name: "Azure",
			aliases: ["microsoft"],
			alternatives: ["bedrock"],
			events: [
				{
					date: "2026-02-01",
					status: "retiring",
					models: ["gpt-4"],
					what: "Tuned copies go.",
					source: "a",
				},
				{
					date: "2026-03-01",
					status: "closed",
					models: ["gpt-4-nano"],
					what: "The small one ends.",
					source: "a",
				},
			],
		},
		bedrock: {
			name: "Bedrock",
			aliases: [],
			alternatives: [],
			events: [
				{ date: "2025-01-01", status: "closed", what: "No new jobs.", source: "b" },
				{ date: "2025-01-01", status: "open", what: "All is well.", source: "c" },
			],
		},
	},
};
const rules = ruleSet({ providers });
const answers = (given: Record<string, string>): Answers =>
	Object.fromEntries(Object.entries(given).map(([fact, value]) => [fact, { value, from: "test" }]));
const saysFor = (given: Record<string, string>, asOf = "2026-01-02") =>
	providerNotices(rules, answers(given), asOf).map(({ says }) => says);

describe("notices", () => {
	const closed = "Bedrock, since 2025-01-01 (closed): No new jobs.";
	const retiring =
		"Azure, from 2026-02-01 (retiring): Tuned copies go. Still open elsewhere: Bedrock.";
	const nano =
		"Azure, from 2026-03-01 (closed): The small one ends. Still open elsewhere: Bedrock.";

	test.each([
		["nothing known", {}, []],
		["a provider with an event for all models", { provider: "bedrock" }, [closed]],
		["in any case", { provider: "BEDROCK" }, [closed]],
		["a provider whose event is for other models", { provider: "azure", model: "mistral" }, []],
		["a model that the event names", { provider: "azure", model: "gpt-4" }, [retiring]],
		["a version of that model", { provider: "microsoft", model: "GPT-4-0613" }, [retiring]],
		["a model that only starts alike", { provider: "azure", model: "gpt-4o" }, []],
		["a model with a longer number", { provider: "azure", model: "gpt-4.1" }, []],
		["a model that only ends alike", { provider: "azure", model: "mygpt-4" }, []],
		["behind a prefix of the provider", { provider: "azure", model: "ft:gpt-4:acme" }, [retiring]],
		["a model that another event names more closely", { model: "gpt-4-nano-2026" }, [nano]],
		["the model alone", { model: "gpt-4" }, [retiring]],
		["a provider that is not in the table", { provider: "own-gpu", model: "gpt-4" }, []],
		["answered with unknown", { provider: "unknown", model: "gpt-4" }, [retiring]],
	])("%s", (_name, given, says) => expect(saysFor(given)).toEqual(says));

	test.each([
		["the day itself has begun", "2026-02-01", "since"],
		["the day before has not", "2026-01-31", "from"],
	])("%s", (_name, asOf, word) =>
		expect(saysFor({ model: "gpt-4" }, asOf)[0]).toContain(`, ${word} 2026-02-01`),
	);

	test.each([
		["more than a year ahead is not said yet", "2025-01-01", 0],
		["within a year is", "2025-03-01", 1],
	])("%s", (_name, asOf, count) => expect(saysFor({ model: "gpt-4" }, asOf)).toHaveLength(count));

	test.each([
		["90 days old", "2026-04-01", 1],
		["91 days old", "2026-04-02", 2],
	])("a table that is %s", (_name, asOf, count) =>
		expect(saysFor({ provider: "bedrock" }, asOf)).toHaveLength(count),
	);

	test("an old table is no news when nothing else is said", () =>
		expect(saysFor({}, "2030-01-01")).toEqual([]));
});

test.each([
	["its id", "azure", undefined],
	["another name for it", "Microsoft", undefined],
	["nothing", "unknown", undefined],
	[
		"a slip of the fingers",
		"bedrok",
		/^The provider "bedrok" is not listed.* Did you mean bedrock\?$/,
	],
	["what is nothing like one", "zzz", /Listed are azure, bedrock/],
])("a provider that is not listed is said: %s", (_name, value, says) => {
	const said = sayUnlisted({ providers }, { provider: { value, from: "test" } });
	if (says) expect(said).toMatch(says);
	else expect(said).toBeUndefined();
});
