/** The smallest rule file that is complete, and files as a reader would hand them over. */

import type { Question } from "../../src/core/answers/question.ts";
import { type RawFile, readRules } from "../../src/core/rules/read-rules.ts";
import type { RuleFile } from "../../src/core/rules/rule-file.ts";
import type { RuleSet } from "../../src/core/rules/rule-set.ts";

const side = { "prompt-engineering": "Left.", "fine-tuning": "Right." };
const headline = { says: "Do it.", means: "It pays." };

export function ruleFileOf({
	threshold = 1,
	...parts
}: Pick<RuleFile, "questions" | "scores" | "gates" | "words"> & { threshold?: number }): RuleFile {
	return {
		name: "small",
		edition: "1",
		headlines: {
			keep: headline,
			"too-early": { ...headline, facts: 5, even: headline.means },
			prompts: { ...headline, first: headline.says },
			"prompts-then-tune": headline,
			tune: headline,
		},
		lecture: { source: "source", table: { row: { aspect: "a row", ...side } }, statements: {} },
		evidence: {
			source: { who: "A", title: "B", year: "2026", kind: "paper", says: "C.", checked: "2026-01" },
		},
		verdict: {
			threshold,
			strength: { clear: 0.8, leaning: 0.65 },
			confidence: { point: 0.2, most: 0.95 },
		},
		...parts,
	};
}

/** A file whose places are the paths themselves: `rules/a.yaml:scores.cost.rules.0`. */
export const rawFile = (file: string, value: unknown): RawFile => ({
	file,
	value,
	locate: (path) => ({ file: [file, path.map(String).join(".")].join(":") }),
});

export const texts = {
	ask: "How many?",
	label: "size",
	why: "It matters.",
	find: "Count.",
	moves: "freely" as const,
};
export const questions: Record<string, Question> = {
	examples: { ...texts, number: { most: 10_000, unit: "examples", example: 500 } },
	change: { ...texts, choices: { static: "Never.", monthly: "Some.", daily: "Often." } },
	citations: { ...texts, "yes-no": { yes: "Yes.", no: "No." } },
	model: { ...texts, text: { example: "gpt-4" } },
};
const grounds = { because: "So.", row: "row", sources: ["source"] };
export const gate = {
	asks: "Ready?",
	open: "Yes.",
	closed: "No.",
	unknown: "Who knows.",
	opens: "Get ready.",
	row: "row",
	sources: ["source"],
};

/** A rule set with one rule, and what the case adds to it. */
export const fileWith = (
	parts: Partial<RuleFile> = {},
	rule: Record<string, unknown> = {},
): RuleFile => ({
	...ruleFileOf({
		questions,
		scores: {
			size: {
				asks: "Enough?",
				weight: 1,
				rules: [{ id: "size.rule", when: { change: "daily" }, points: 1, ...grounds, ...rule }],
			},
		},
		gates: {},
	}),
	...parts,
});

/** What is wrong with a file, and where: a place is a path, as in `rules/a.yaml:gates.ready`. */
export const problemsOf = (file: unknown) => {
	const read = readRules([[rawFile("rules/a.yaml", file)]]);
	return read.ok ? [] : read.problems.map(({ message, at }) => [message, at?.file]);
};

export function rulesOf(file: RuleFile): RuleSet {
	const read = readRules([[rawFile("rules/a.yaml", file)]]);
	if (!read.ok) throw new Error(JSON.stringify(read.problems));
	return read.value.rules;
}

/** A score with one ladder, every step alike. */
export const ladder = (fact: string, ...labels: string[]): Partial<RuleFile> => ({
	scores: {
		size: {
			asks: "Enough?",
			weight: 1,
			ladders: {
				[fact]: {
					row: "row",
					sources: ["source"],
					steps: Object.fromEntries(labels.map((label) => [label, { points: 1, because: "So." }])),
				},
			},
		},
	},
});
