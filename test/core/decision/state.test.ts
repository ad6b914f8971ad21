/** What the headline says, in each state, and that it is never surer than the confidence. */
import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { decide } from "../../../src/core/decision/decide.ts";
import type { Decision } from "../../../src/core/decision/decision.ts";
import { headlineOf } from "../../../src/core/decision/state.ts";
import { fullCells } from "../../../src/core/rules/rule-set.ts";
import type { State } from "../../../src/core/state.ts";
import { answersOf, cases, rules } from "../../built-in.ts";

type Facts = Record<string, string | number | boolean>;

const read = (name: string) => parse(readFileSync(new URL(name, import.meta.url), "utf8"));
// Ours, and read as they were written: a misspelt fact is refused by answersOf.
const {
	tuned = {},
	cost = {},
	even = {},
} = read("shown-steps.yaml").given as Record<string, Facts>;
const situations = read("situations.yaml") as { about: string; facts: Facts }[];

const decideOn = (facts: Facts) => decide(rules, answersOf(facts));
const met = { goal: "task-quality", "quality-gap": "met", failure: "none" };
const hospital = { ...tuned, work: "transform" };
const few = { goal: "cost-latency", task: "narrow", "monthly-requests": 50_000_000 };

describe("the state", () => {
	test.each<[string, Facts, State, headline: RegExp]>([
		["nothing is wrong", met, "keep", /^Keep what you have/],
		["nothing is wrong but the cost", { ...met, goal: "cost-latency" }, "too-early", /too early/],
		["nothing known", {}, "too-early", /too early/],
		["nothing tried", { prompting: "none" }, "too-early", /^Prompts for now/],
		["fine-tuning on three facts", few, "too-early", /too early/],
		[
			"fine-tuning on five",
			{ ...few, latency: "strict", teacher: "yes" },
			"prompts-then-tune",
			/expect to fine-tune/,
		],
		["no test set yet", { ...hospital, evals: "none" }, "prompts-then-tune", /expect to fine-tune/],
		["everything in place", hospital, "tune", /^Fine-tune/],
		["everything in place for cost", cost, "tune", /^Fine-tune/],
		["everything in place, an even call", even, "too-early", /too early/],
		[
			"readers with different rights",
			{ ...hospital, "data-rights": "per-user" },
			"prompts",
			/^Don't fine-tune an LLM yet/,
		],
		[
			"no rights at all",
			{ ...hospital, "data-rights": "no" },
			"prompts",
			/First: ask for the right/,
		],
		["nothing to tune", { ...hospital, tunable: "none" }, "prompts-then-tune", /is ruled out/],
		["a day before the deadline", { ...hospital, weeks: 0 }, "prompts-then-tune", /is ruled out/],
		["a week before it", { ...hospital, weeks: 1 }, "tune", /^Fine-tune/],
		["no money", { ...hospital, "budget-usd": 0 }, "prompts-then-tune", /is ruled out/],
		[
			"rights not known",
			{ ...hospital, "data-rights": "unknown" },
			"prompts-then-tune",
			/expect to fine-tune/,
		],
		[
			"the hospital with per-user rights, citations and monthly changes",
			{ ...hospital, "data-rights": "per-user", citations: "yes", "knowledge-change": "monthly" },
			"prompts",
			/^Improve the prompts/,
		],
	])("%s", (_name, facts, state, headline) => {
		expect(decideOn(facts)).toMatchObject({ state, headline: expect.stringMatching(headline) });
	});
});

test.each([
	[
		"what is closed, then what is unknown",
		{ ...hospital, "data-rights": "unknown" },
		/has to wait for .*permission to train on your data\.$/,
	],
	[
		"in the words for these answers",
		{ ...hospital, failure: "missing-context" },
		/the missing facts in the prompt\.$/,
	],
])("the summary names what fine-tuning waits for: %s", (_name, facts, summary) => {
	expect(decideOn(facts).summary).toMatch(summary);
});

/** What a headline must not say for this decision. */
function boast({ state, strength, outlook, verdict, gates }: Decision): string | undefined {
	const isSure = state === "prompts" || state === "prompts-then-tune" || state === "tune";
	if (isSure && strength === "close") return "sure of a close call";
	if (state === "prompts" && outlook !== "prompt-engineering") return "prompts against the outlook";
	if (state === "tune" && verdict !== "fine-tuning") return "fine-tune against the verdict";
	if (state === "prompts-then-tune" && gates.every((gate) => gate.state === "open")) return "waits";
	return undefined;
}

test("no headline contradicts the confidence, in all published cases and situations", () => {
	const all = [...cases, ...situations].map(({ facts }) => boast(decideOn(facts)));
	expect(all.filter(Boolean)).toEqual([]);
});

test("every title reads well at the end of the headline", async () => {
	const { masks, verdict } = { masks: fullCells(rules), verdict: "prompt-engineering" as const };
	const any = decideOn({}).steps[0] as Decision["steps"][number];
	const lines = rules.steps
		.filter(
			(step) => step.verdict !== "fine-tuning" && step.outlook !== "fine-tuning" && !step.state,
		)
		.map(({ title, measure }) =>
			headlineOf(rules, "prompts", {
				verdict,
				masks,
				steps: [{ ...any, title, measure }],
				waits: [],
				closed: [],
				settled: false,
				outlookSettled: false,
			}),
		)
		.map(({ headline }) => headline);
	await expect(`${lines.join("\n")}\n`).toMatchFileSnapshot("transcripts/headlines.txt");
});

test("the situations, as a reader would skim them", async () => {
	const lines = situations.map(({ about, facts }) => {
		const { state, headline, confidence, steps } = decideOn(facts);
		return [
			about,
			`  ${headline} (${state}, ${confidence})`,
			...steps.slice(0, 5).map(({ title }, index) => `  ${index + 1}. ${title}`),
		].join("\n");
	});
	await expect(`${lines.join("\n\n")}\n`).toMatchFileSnapshot("transcripts/situations.txt");
});

test.each([
	[
		"what rules it out",
		{ citations: "yes", "knowledge-change": "daily" },
		"rule LLM fine-tuning out",
	],
	["no veto", { failure: "missing-context", prompting: "none" }, "doesn't justify fine-tuning"],
])("what prompts mean: %s", (_name, facts, says) =>
	expect(decide(rules, answersOf({ goal: "new-knowledge", ...facts })).summary).toContain(says),
);

const nearlyEven = {
	goal: "task-quality",
	work: "extract",
	task: "narrow",
	prompting: "plateaued",
	"quality-gap": "small",
	failure: "convention",
	examples: 5000,
	"data-quality": "curated",
	deployment: "hosted",
	skills: "ml",
	latency: "relaxed",
	"monthly-requests": 300_000,
};

test.each([
	["where answers can still settle it", nearlyEven, /More answers may settle it/],
	[
		"where none can",
		{ ...nearlyEven, weeks: 0 },
		/no further answer changes what to do now: fine-tuning has to wait for time and money/,
	],
])("too early to say more, %s", (_name, facts, summary) => {
	expect(decideOn(facts)).toMatchObject({
		state: "too-early",
		summary: expect.stringMatching(summary),
	});
});

const smallBill = { goal: "cost-latency", "quality-gap": "met", "monthly-spend-usd": 250 };
test.each([
	["not while a time limit could lift it", smallBill, /cheaper steps come first/],
	["once there is none", { ...smallBill, latency: "relaxed" }, /rule LLM fine-tuning out/],
])("fine-tuning is ruled out, %s", (_name, facts, summary) => {
	expect(decideOn(facts)).toMatchObject({
		state: "prompts",
		summary: expect.stringMatching(summary),
	});
});
