/** A published case: what was known before, which way it went, and where that is written. */
import * as z from "zod";
import { parseAnswers } from "../answers/answers.ts";
import type { Question } from "../answers/question.ts";
import { bad, good, type Result } from "../problems.ts";
import type { RawFile } from "../rules/read-rules.ts";
import { schemaProblems } from "../rules/schema-problems.ts";
import { sentence } from "../schema.ts";
import { sides } from "../side.ts";

const caseFile = z.strictObject({
	id: z.string().regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, {
		error: "must be lower-case words joined by -",
	}),
	title: sentence(),
	source: z.strictObject({
		who: sentence(),
		year: z.int().min(2000).max(2100),
		title: sentence(),
		url: z.string().regex(/^https?:\/\/\S+$/, { error: "must be a link" }),
	}),
	confirmed: z
		.enum(["original", "part", "summary"])
		.optional()
		.describe("Read in the source's own words, in part, or through a summary."),
	"from-memory": sentence().optional().describe("What was not read again, such as a detail."),
	kind: z.enum(["industry", "paper"]).describe("A team's decision, or a study's contest."),
	compared: z.enum(["both", "shipped"]).describe("Both were measured or tried, or one shipped."),
	facts: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])),
	outcome: z.enum(sides),
	measured: sentence(),
	why: sentence(),
	difficulty: z.enum(["easy", "hard"]).describe("Hard: most of a checklist points the other way."),
});
export type PublishedCase = z.infer<typeof caseFile>;

/** Reads one case; with `questions` its facts must be answers to them. */
export function readCase(
	raw: RawFile,
	questions?: Record<string, Question>,
): Result<PublishedCase> {
	const read = caseFile.safeParse(raw.value);
	if (!read.success) return bad(...schemaProblems(read.error.issues, { ...raw, knownKeys, hint }));
	if (!questions) return good(read.data);
	const parsed = parseAnswers(
		questions,
		Object.entries(read.data.facts).map(([fact, value]) => ({
			fact,
			value,
			from: raw.file,
			at: raw.locate(["facts", fact]),
		})),
	);
	return parsed.ok ? good(read.data) : parsed;
}

const knownKeys = [...Object.keys(caseFile.shape), ...Object.keys(caseFile.shape.source.shape)];
const hint = "A case holds what the files in rules/cases hold.";
