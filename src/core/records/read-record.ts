/** What a record says, read back from the YAML of its hidden comment without trust. */
import * as z from "zod";
import { type Answers, parseAnswers } from "../answers/answers.ts";
import type { Question } from "../answers/question.ts";
import { parseTitle } from "../answers/title.ts";
import { bad, good, type Place, type Result } from "../problems.ts";
import { schemaProblems } from "../rules/schema-problems.ts";
import { sides } from "../side.ts";
import { recordFormats } from "./record.ts";

const day = () => z.iso.date({ error: "must be a day, YYYY-MM-DD" });
/** A key with nothing below it is null in YAML. */
const mapping = <T extends z.ZodType>(value: T) =>
	z
		.record(z.string(), value)
		.nullable()
		.transform((given) => given ?? {});

/** A bare record holds ruleset, verdict, outlook, confidence and answers alone. */
const recordSchema = z.strictObject({
	format: z.enum(recordFormats).optional(),
	brief: z.literal(true).optional(),
	ruleset: z.string(),
	title: z.unknown().optional(),
	decided: day().optional(),
	"re-decide-by": day().optional(),
	verdict: z.enum(sides),
	outlook: z.enum(sides),
	confidence: z.number().min(0).max(1),
	answers: mapping(z.unknown()),
	from: mapping(z.string()).optional(),
	reasons: mapping(z.number()).optional(),
	gates: mapping(z.enum(["open", "closed", "unknown"])).optional(),
	events: z.array(z.string()).optional(),
	lines: z.string().optional(),
	fingerprints: z.strictObject({ text: z.string(), answers: z.string() }).optional(),
});

type Raw = z.infer<typeof recordSchema>;

export interface Recorded extends Omit<Raw, "answers" | "title"> {
	answers: Answers;
	title: string | undefined;
	/** The answers as they stand there, for their fingerprint. */
	values: Record<string, unknown>;
}

/** @param locate where a part of the record stands in its document */
export function readRecorded(
	value: unknown,
	questions: Record<string, Question>,
	locate: (path: readonly PropertyKey[]) => Place,
): Result<Recorded> {
	const read = recordSchema.safeParse(value);
	if (!read.success)
		return bad(
			...schemaProblems(read.error.issues, { what: "The record", locate, knownKeys, hint }),
		);
	const { answers: values, title: rawTitle, ...rest } = read.data;
	const title = parseTitle({ value: rawTitle, from: "record", at: locate(["title"]) });
	if (!title.ok) return title;
	const from = new Map(Object.entries(rest.from ?? {}));
	const answers = parseAnswers(
		questions,
		Object.entries(values).map(([fact, value]) => ({
			fact,
			value,
			// Not the place in this document: that would change with every line above it.
			from: from.get(fact) ?? "record",
			at: locate(["answers", fact]),
		})),
	);
	return answers.ok
		? good({ ...rest, title: title.value, values, answers: answers.value })
		: answers;
}

const knownKeys = Object.keys(recordSchema.shape);
const hint = "Correct the hidden comment, or create the report again.";
