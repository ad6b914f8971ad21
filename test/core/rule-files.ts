/** The smallest rule file that is complete, and files as a reader would hand them over. */
import type { RawFile } from "../../src/core/read-rules.ts";
import type { RuleFile } from "../../src/core/rule-file.ts";

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
			"prompt-engineering": headline,
			"expect-fine-tuning": headline,
			"fine-tuning": headline,
		},
		lecture: { source: "source", table: { row: { aspect: "a row", ...side } }, statements: {} },
		evidence: {
			source: { who: "A", title: "B", year: "2026", kind: "paper", says: "C.", checked: "2026-01" },
		},
		verdict: {
			threshold,
			strength: { clear: 0.8, leaning: 0.65 },
			confidence: { margin: 0.2, share: 1, base: 0 },
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
