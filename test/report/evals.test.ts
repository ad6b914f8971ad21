/** What `inspect evals` and `trial` print, of real runs and of made-up ones. */
import { Ajv2020 } from "ajv/dist/2020.js";
import { describe, expect, test } from "vitest";
import { factsOf } from "../../src/core/evals/facts.ts";
import { judgeEvals } from "../../src/core/evals/judge.ts";
import type { EvalRun, Outcome } from "../../src/core/evals/run.ts";
import { judgeTrial, planTrial } from "../../src/core/evals/trial.ts";
import { readEvals } from "../../src/inspect/evals/read-evals.ts";
import { evalsFormats, trialFormats } from "../../src/report/evals/formats.ts";
import { evalsJsonSchema } from "../../src/report/evals/json-schema.ts";
import { formatEvals } from "../../src/report/evals/reports.ts";
import { formatTrial } from "../../src/report/evals/trial.ts";
import { trialPlanMarkdown } from "../../src/report/evals/trial-plan.ts";
import { fileStyle } from "../../src/report/style.ts";
import { passingRun } from "../core/evals/runs.ts";
import { pathOf, sequences } from "../inspect/evals/files.ts";

const isValid = new Ajv2020({ strict: false }).compile(JSON.parse(evalsJsonSchema()));

describe.each(sequences.filter(({ files }) => files.every((file) => pathOf(file))))(
	"$name",
	(sequence) => {
		test("JSON keeps to its schema, and every line of text to its width", async () => {
			const read = await readEvals(sequence.files.map((file) => pathOf(file) ?? file));
			const runs = read.ok ? read.value : [];
			const judgment = judgeEvals(runs, { target: 0.9 });
			const facts = factsOf(judgment, runs);
			const json = JSON.parse(formatEvals("json", judgment, facts, fileStyle));
			expect([isValid(json), isValid.errors]).toEqual([true, null]);
			for (const width of [40, 80]) {
				const text = formatEvals("text", judgment, facts, {
					...fileStyle,
					width,
					unicode: width > 40,
				});
				for (const line of text.split("\n"))
					expect(line.length, line).toBeLessThanOrEqual(Math.max(width, 46));
				if (width === 40) expect(text).toMatch(/^[\x20-\x7e\n]*$/);
			}
		});
	},
);

const states: [name: string, runs: EvalRun[], target: number | undefined, says: RegExp][] = [
	[
		"no run has a score",
		[{ ...passingRun("a", []), outcomes: [{ test: "1", name: "1" }] }],
		undefined,
		/^Cannot tell yet: no test has a pass/,
	],
	["one version", [passingRun("a", [1, 0])], undefined, /only one version/],
	[
		"two versions",
		[passingRun("a", Array(400).fill(1), 300), passingRun("b", Array(400).fill(1), 300)],
		undefined,
		/a single attempt is not a plateau/,
	],
	[
		"few tests",
		[passingRun("a", [1, 0, 1]), passingRun("b", [1, 1, 0]), passingRun("c", [0, 1, 1])],
		undefined,
		/^Cannot tell yet: run about [\d,]+ more tests/,
	],
	[
		"at the target",
		[passingRun("a", Array(500).fill(1), 490)],
		0.95,
		/^At the target: the best version reaches 95%/,
	],
	["near the target", [passingRun("a", Array(50).fill(1), 48)], 0.95, /may be luck.*run about/s],
	["at the ceiling", [passingRun("a", Array(200).fill(1))], undefined, /^At the ceiling/],
	[
		"other tests",
		[
			passingRun("a", [1, 0]),
			{ ...passingRun("b", [1]), outcomes: [{ test: "z", name: "z", pass: true }] },
		],
		undefined,
		/^Not comparable: all runs together share no test\./,
	],
	[
		"improving",
		[passingRun("a", Array(200).fill(1), 100), passingRun("b", Array(200).fill(1), 130)],
		undefined,
		/^Improving/,
	],
	[
		"plateau",
		["a", "b", "c", "d"].map((name) => passingRun(name, Array(2000).fill(1), 1400)),
		undefined,
		/^Plateau, if they ran in the order given: none of the last 3 versions gained as much as 5 points/,
	],
];

test.each(states)("%s", (_, runs, target, says) => {
	const judgment = judgeEvals(runs, { target });
	const facts = factsOf(judgment, runs);
	expect(formatEvals("text", judgment, facts, { ...fileStyle, width: 400 })).toMatch(says);
	for (const format of evalsFormats)
		expect(formatEvals(format, judgment, facts, fileStyle)).not.toContain("undefined");
});

const flaky: Outcome = { test: "9", name: "9", error: "timeout" };

test.each<[name: string, prompt: EvalRun, tuned: EvalRun, says: RegExp]>([
	[
		"better",
		passingRun("p", Array(300).fill(1), 200),
		passingRun("t", Array(300).fill(1), 240),
		/^Better: the fine-tuned model beats the prompt/,
	],
	[
		"worse",
		passingRun("p", Array(300).fill(1), 240),
		passingRun("t", Array(300).fill(1), 200),
		/^Worse: the prompt beats/,
	],
	[
		"no difference",
		passingRun("p", Array(1000).fill(1), 800),
		passingRun("t", Array(1000).fill(1), 801),
		/^No difference worth having: they are less than 5 points apart/,
	],
	[
		"more tests",
		passingRun("p", [1, 0, 1]),
		passingRun("t", [1, 1, 1]),
		/^Cannot tell yet: run about \d+ more tests, on both/,
	],
	[
		"other tests",
		passingRun("p", [1]),
		{ ...passingRun("t", []), outcomes: [{ test: "z", name: "z", pass: true }] },
		/^Not comparable: the two share no test\. Run both/,
	],
	[
		"other metrics",
		passingRun("p", Array(40).fill(1), 30),
		{
			...passingRun("t", Array(40).fill(1), 30),
			metric: "stars",
			outcomes: passingRun("t", Array(40).fill(1), 30).outcomes.map(({ pass: _, ...one }) => ({
				...one,
				score: 3,
			})),
		},
		/^Not comparable: the two are scored by different metrics\. Run both/,
	],
	[
		"errors",
		passingRun("p", [1, 0]),
		{ ...passingRun("t", [1, 0]), outcomes: [...passingRun("t", [1, 0]).outcomes, flaky] },
		/Errors count as missing: 0 with the prompt, 1 with/,
	],
])("trial judge: %s", (_, prompt, tuned, says) => {
	const judgment = judgeTrial([prompt], [tuned]);
	expect(formatTrial("text", judgment, { ...fileStyle, width: 400 })).toMatch(says);
	for (const format of trialFormats)
		expect(formatTrial(format, judgment, fileStyle)).not.toContain("undefined");
});

test.each([
	[[], undefined, /Run both on 621 held-out tests.*an assumption/s],
	[[], 0.1, /Run both on 150 held-out tests.*difference of 10 points/s],
	[
		[passingRun("a", Array(100).fill(1), 70), passingRun("b", Array(100).fill(1), 80)],
		undefined,
		/differ on 10% of the tests \(as your last two/,
	],
	[
		[passingRun("a", Array(100).fill(1), 70)],
		undefined,
		/Freeze the baseline: a with model, which passes 70% of 100 tests/,
	],
])("trial plan %#", (runs, difference, says) => {
	expect(trialPlanMarkdown(planTrial(runs, difference))).toMatch(says);
});
