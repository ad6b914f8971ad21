/** Files of a rule set, read as unknown values, become one checked rule set. */
import type { z } from "zod";
import { type Compiled, compile } from "./compile.ts";
import { mergeLayers, type Source } from "./merge.ts";
import { didYouMean } from "./nearest.ts";
import { bad, type Place, type Problem, type Result } from "./problems.ts";
import { ruleFile } from "./rule-file.ts";

/** A parsed YAML file, not yet trusted. */
export interface RawFile {
	file: string;
	value: unknown;
	locate(path: readonly PropertyKey[]): Place;
}

/** Checks and compiles layers of files: the extended rule set first, its extension last. */
export function readRules(layers: RawFile[][]): Result<Compiled> {
	const problems: Problem[] = [];
	const sources = layers.map((layer) =>
		layer.flatMap((raw): Source[] => {
			const read = ruleFile.safeParse(raw.value);
			if (read.success) return [{ ...raw, value: read.data }];
			problems.push(...read.error.issues.flatMap((issue) => explain(issue, raw)));
			return [];
		}),
	);
	return problems.length > 0 ? bad(...problems) : compile(mergeLayers(sources));
}

function explain(issue: z.core.$ZodIssue, raw: RawFile): Problem[] {
	const path = issue.path.join(".");
	if (issue.code === "unrecognized_keys")
		return issue.keys.map((key) => ({
			code: "unknown-key",
			message: `${path ? `${path}: ` : ""}there is no key ${key} here.${didYouMean(key, knownKeys)}`,
			hint: "should-i-finetune rules schema prints what a rule file may hold.",
			at: raw.locate([...issue.path, key]),
		}));
	return [
		{
			code: "bad-value",
			message: `${path || "The file"}: ${issue.message}.`,
			hint: "should-i-finetune rules schema prints what a rule file may hold.",
			at: raw.locate(issue.path),
		},
	];
}

const knownKeys = [
	...Object.keys(ruleFile.shape),
	"when",
	"any",
	"unless",
	"points",
	"because",
	"row",
	"sources",
	"weight",
	"ladders",
	"rules",
	"steps",
	"asks",
];
