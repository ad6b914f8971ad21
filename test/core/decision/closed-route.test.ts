/** What a closed provider, or a retired model, makes of a decision. */
import { describe, expect, test } from "vitest";
import { makeMasksReader } from "../../../src/batch/read-line.ts";
import { masksOf } from "../../../src/core/answers/answers.ts";
import { decide } from "../../../src/core/decision/decide.ts";
import { answersOn } from "../../../src/core/decision/derived-answers.ts";
import type { RuleSet } from "../../../src/core/rules/rule-set.ts";
import { answersOf, rules as builtIn } from "../../built-in.ts";

const status: RuleSet["providers"]["status"] = {
	north: {
		name: "North",
		aliases: ["north cloud"],
		alternatives: ["south"],
		events: [
			{ date: "2026-02-01", status: "closing", what: "No new customers.", source: "a" },
			{
				date: "2026-05-01",
				status: "retiring",
				models: ["old-1"],
				what: "Old 1 ends.",
				source: "a",
			},
			{ date: "2026-06-01", status: "closed", what: "No new jobs.", source: "a" },
		],
	},
	south: { name: "South", aliases: [], alternatives: [], events: [] },
};
const rules: RuleSet = {
	...builtIn,
	providers: { "as-of": "2026-01-01", "closed-means": { tunable: "none" }, status },
};
const gateOf = (facts: object, asOf: string) =>
	decide(rules, answersOf({ tunable: "best", ...facts }), { asOf }).gates.find(
		({ id }) => id === "tunable",
	);

describe("the gate", () => {
	test.each<[string, object, string, string]>([
		["long enough before", { provider: "north" }, "2026-03-02", "open"],
		["too late for a pilot", { provider: "north" }, "2026-03-03", "closed"],
		["the day itself", { provider: "north" }, "2026-06-01", "closed"],
		["by another name, in capitals", { provider: "North Cloud" }, "2026-06-01", "closed"],
		["at another provider", { provider: "south" }, "2026-06-01", "open"],
		["at one that is not in the table", { provider: "east" }, "2026-06-01", "open"],
		["with no provider", { model: "old-1" }, "2026-06-01", "open"],
		[
			"a model, long enough before it retires",
			{ provider: "north", model: "old-1" },
			"2026-01-30",
			"open",
		],
		["a model on its last day", { provider: "north", model: "old-1-0613" }, "2026-05-01", "closed"],
		["another model", { provider: "north", model: "old-10" }, "2026-02-01", "open"],
	])("%s", (_name, facts, asOf, state) => expect(gateOf(facts, asOf)?.state).toBe(state));

	test.each([
		[{}, "2026-06-01", "Since 2026-06-01 you can no longer fine-tune through North."],
		[
			{},
			"2026-05-31",
			"From 2026-06-01 you can no longer fine-tune through North, too soon for a pilot to start there.",
		],
		[
			{ model: "old-1" },
			"2026-05-01",
			"North has retired your model (2026-05-01), so nothing can be fine-tuned from it.",
		],
		[
			{ model: "old-1" },
			"2026-02-28",
			"North retires your model on 2026-05-01, and what is fine-tuned from it retires as well.",
		],
	])("says why, and what to do: %j on %s", (model, asOf, because) => {
		expect(gateOf({ provider: "north", ...model }, asOf)).toMatchObject({
			because,
			opens: "Name another provider or model; still open: South.",
		});
	});

	test("keeps its own words where no model can be tuned anyway", () => {
		const gate = gateOf({ provider: "north", tunable: "none" }, "2026-06-01");
		expect(gate?.because).toBe(builtIn.gates.find(({ id }) => id === "tunable")?.closed);
	});
});

describe("a decision", () => {
	const asOf = "2026-06-01";

	test("is the one for a project that nobody can tune, but for its words", () => {
		const closed = decide(rules, answersOf({ provider: "north" }), { asOf });
		const none = decide(rules, answersOf({ provider: "south", tunable: "none" }), { asOf });
		const figures = ({ verdict, outlook, confidence, total, scores, unknown }: typeof none) => ({
			verdict,
			outlook,
			confidence,
			total,
			scores,
			unknown,
		});
		expect(closed.flips).toEqual([]);
		expect(figures(closed)).toEqual(figures(none));
	});

	test("does not rule fine-tuning out: the first step is to find another provider", () => {
		const ready = {
			...{ goal: "task-quality", work: "extract", task: "narrow", prompting: "plateaued" },
			...{ "quality-gap": "large", failure: "convention", evals: "suite", examples: 5000 },
			...{ "data-quality": "curated", "data-rights": "yes", skills: "ml", maintenance: "yes" },
			...{ tunable: "best", provider: "north" },
		};
		const decision = decide(rules, answersOf(ready), { asOf });
		expect(decision).toMatchObject({
			state: "prompts-then-tune",
			headline: builtIn.headlines["prompts-then-tune"].says,
		});
		expect(decision.steps[0]?.id).toBe("find-a-model-to-tune");
	});

	test("keeps the answers as they were given", () => {
		const answers = answersOf({ provider: "north", tunable: "best" });
		expect(decide(rules, answers, { asOf }).answers).toEqual(answers);
	});

	test.each([
		["best", 1],
		["weaker", 1],
		["best,none", 0],
		["none", 0],
		["unknown", 0],
	])("tunable %s: %i answers that no longer hold", (tunable, count) => {
		const { contradictions } = decide(rules, answersOf({ provider: "north", tunable }), { asOf });
		const over = contradictions.filter(({ says }) => says.includes("through North"));
		expect(over.map(({ facts }) => facts)).toEqual(Array(count).fill(["provider", "tunable"]));
	});
});

describe("a batch", () => {
	test.each([
		["closed", { provider: "north", tunable: "best" }, "2026-06-01"],
		["closed, nothing said", { provider: "north" }, "2026-06-01"],
		["not yet", { provider: "north", tunable: "best" }, "2026-03-02"],
		["a retired model", { provider: "north", model: "old-1" }, "2026-05-01"],
		["a list", { provider: ["north"], tunable: ["best", "weaker"] }, "2026-06-01"],
		["elsewhere", { provider: "south", tunable: "best" }, "2026-06-01"],
	])("reads a line as a single run does: %s", (_name, facts, asOf) => {
		const masks = makeMasksReader(rules, asOf)(Object.entries(facts), { file: "", line: 1 });
		const given = Object.fromEntries(
			Object.entries(facts).map(([fact, value]) => [fact, `${value}`]),
		);
		const alone = masksOf(rules, answersOn(rules, answersOf(given), asOf));
		expect(masks).toEqual({ ok: true, value: alone });
	});
});
