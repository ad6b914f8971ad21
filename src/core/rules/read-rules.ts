/** Files of a rule set, read as unknown values, become one checked rule set. */

import { bad, type Place, type Problem, type Result } from "../problems.ts";
import { type Compiled, compile } from "./compile.ts";
import { mergeLayers, type RuleSource } from "./merge.ts";
import { findTooMany } from "./part-counts.ts";
import { ruleFile } from "./rule-file.ts";
import { schemaProblems } from "./schema-problems.ts";

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
		layer.flatMap((raw): RuleSource[] => {
			const read = ruleFile.safeParse(raw.value);
			if (read.success) return [{ ...raw, value: read.data }];
			problems.push(...schemaProblems(read.error.issues, { ...raw, knownKeys, hint }));
			return [];
		}),
	);
	problems.push(...findTooMany(sources.flat()));
	return problems.length > 0 ? bad(...problems) : compile(mergeLayers(sources));
}

const hint = "should-i-finetune rules schema prints what a rule file may contain.";
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
