/** The decision as plain data: what `--format json` prints, and every report is a view of. */
import * as z from "zod";
import { measures } from "../measure.ts";
import { sides } from "../side.ts";
import { states } from "../state.ts";

const sideSchema = z.enum(sides);
const shareSchema = z.number().min(0).max(1);
const rangeFields = {
	points: z.number().describe("What is known adds up to this."),
	min: z.number().describe("Least points over all completions of the answers."),
	max: z.number().describe("Greatest points over all completions of the answers."),
};

export const decisionSchema = z
	.strictObject({
		schemaVersion: z.literal(1),
		ruleset: z.strictObject({ name: z.string(), edition: z.string() }),
		title: z.string().nullable().describe("What the project is called; never scored."),
		state: z.enum(states).describe("Where the project stands: what the headline says."),
		verdict: sideSchema.describe("What to do now."),
		outlook: sideSchema.describe("Where the facts point, gates aside."),
		strength: z.enum(["clear", "leaning", "close"]),
		confidence: z.number().min(0.5).max(1).describe("How likely the outlook is right."),
		settled: z.boolean().describe("Proved: no further answer changes the verdict."),
		outlookSettled: z.boolean().describe("Proved: no further answer changes the outlook."),
		headline: z.string(),
		summary: z.string().describe("The headline's reason, in a sentence or two."),
		completions: z
			.strictObject({ verdict: shareSchema, outlook: shareSchema })
			.nullable()
			.describe("The share of all completions of the answers that say fine-tuning."),
		total: z.strictObject({
			...rangeFields,
			threshold: z.number().describe("From here on the outlook is fine-tuning."),
			exact: z.boolean().describe("False: min and max are bounds and not exact."),
		}),
		scores: z.array(
			z.strictObject({
				criterion: z.string(),
				asks: z.string(),
				weight: z.number(),
				...rangeFields,
				toward: z.enum([...sides, "neither"]),
			}),
		),
		gates: z.array(
			z.strictObject({
				id: z.string(),
				asks: z.string(),
				state: z.enum(["open", "closed", "unknown"]),
				because: z.string(),
				opens: z.string(),
			}),
		),
		reasons: z.array(
			z.strictObject({
				rule: z.string(),
				criterion: z.string(),
				points: z.number().describe("Times the weight of the score."),
				because: z.string(),
				row: z.string(),
				sources: z.array(z.string()),
			}),
		),
		table: z.array(
			z.strictObject({
				row: z.string(),
				aspect: z.string(),
				promptEngineering: z.string(),
				fineTuning: z.string(),
				speaksFor: z.enum([...sides, "neither"]),
				because: z.string(),
			}),
		),
		unknown: z.array(
			z.strictObject({
				fact: z.string(),
				couldFlip: z.boolean().describe("Alone, or together with other answers."),
				alone: z.boolean().describe("This answer alone can change the verdict."),
			}),
		),
		nextQuestion: z.string().nullable().describe("The answer that narrows the verdict most."),
		flips: z
			.array(
				z.strictObject({
					changes: z.array(z.strictObject({ fact: z.string(), from: z.string(), to: z.string() })),
					verdict: sideSchema,
				}),
			)
			.describe("The fewest changes a team can make that turn the verdict."),
		notices: z
			.array(z.strictObject({ says: z.string(), source: z.string() }))
			.describe("What the provider's state means for this decision."),
		steps: z.array(
			z.strictObject({
				id: z.string(),
				measure: z.enum(measures).describe("What it uses."),
				title: z.string(),
				do: z.string(),
				why: z.string(),
				effort: z.string(),
				stop: z.string(),
				when: z.enum(["now", "next", "later"]),
				sources: z.array(z.string()),
			}),
		),
		cases: z.array(
			z.strictObject({
				id: z.string(),
				title: z.string(),
				outcome: sideSchema,
				who: z.string(),
				year: z.int(),
				url: z.string(),
				work: z.string().nullable().describe("The kind of work, where it is told."),
				similarity: shareSchema,
				why: z.string(),
			}),
		),
		contradictions: z
			.array(z.strictObject({ facts: z.array(z.string()), says: z.string() }))
			.describe("Answers that cannot both be right."),
		answers: z.record(
			z.string(),
			z.strictObject({ value: z.union([z.string(), z.number()]), from: z.string() }),
		),
	})
	.meta({ title: "A decision of should-i-finetune" });

export type Decision = z.infer<typeof decisionSchema>;

/** A rule or ladder step that counts, as a decision names it. */
export type Reason = Decision["reasons"][number];
