/** The decision as plain data: what `--format json` prints, and every report is a view of. */
import * as z from "zod";
import { costData, rangeOf } from "../cost/cost-json.ts";
import { wayIds } from "../cost/way.ts";
import { measures } from "../measure.ts";
import { sides } from "../side.ts";
import { states } from "../state.ts";

const sideSchema = z.enum(sides);
const shareSchema = z.number().min(0).max(1);
const answersSchema = z.record(
	z.string(),
	z.strictObject({ value: z.union([z.string(), z.number()]), from: z.string() }),
);
const rangeFields = {
	points: z.number().describe("Points from the answers that are known."),
	min: z.number().describe("The fewest points the remaining answers can lead to."),
	max: z.number().describe("The most points the remaining answers can lead to."),
};

export const decisionSchema = z
	.strictObject({
		schemaVersion: z.literal(1),
		ruleset: z.strictObject({ name: z.string(), edition: z.string() }),
		title: z.string().nullable().describe("The title of the project; it does not score."),
		state: z.enum(states).describe("Where the project stands, as the headline says."),
		verdict: sideSchema.describe("What to do now."),
		outlook: sideSchema.describe("Where the facts point, whatever the gates say."),
		strength: z.enum(["clear", "leaning", "close"]),
		confidence: z
			.number()
			.min(0.5)
			.max(1)
			.describe("Confidence that the outlook is the right choice, as a probability."),
		settled: z.boolean().describe("Proven: no further answer changes the verdict."),
		outlookSettled: z.boolean().describe("Proven: no further answer changes the outlook."),
		headline: z.string(),
		summary: z.string().describe("The reason for the headline, in a sentence or two."),
		completions: z
			.strictObject({ verdict: shareSchema, outlook: shareSchema })
			.nullable()
			.describe("The share of all ways to answer the open questions that lead to fine-tuning."),
		total: z.strictObject({
			...rangeFields,
			threshold: z.number().describe("From this total, the outlook is fine-tuning."),
			exact: z.boolean().describe("False if min and max are estimates."),
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
				facts: z.array(z.string()).describe("The answers that decide it; none while unknown."),
			}),
		),
		reasons: z.array(
			z.strictObject({
				rule: z.string(),
				criterion: z.string(),
				points: z.number().describe("Multiplied by the weight of the score."),
				because: z.string(),
				facts: z.array(z.string()).describe("The answers that it rests on."),
				row: z.string(),
				sources: z.array(z.string()),
				/** No total outweighs it. */
				veto: z.literal(true).optional(),
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
				couldFlip: z
					.boolean()
					.describe("This answer can change the verdict, alone or together with others."),
				alone: z.boolean().describe("This answer alone can change the verdict."),
			}),
		),
		nextQuestion: z
			.string()
			.nullable()
			.describe(
				"The answer that would tell the most about the verdict; null where nothing is wrong.",
			),
		flips: z
			.array(
				z.strictObject({
					changes: z.array(z.strictObject({ fact: z.string(), from: z.string(), to: z.string() })),
					verdict: sideSchema,
					given: z.boolean().describe("It takes a change that is not the team's to make."),
				}),
			)
			.describe(
				"The smallest sets of changes that would change the verdict: the team's own first.",
			),
		notices: z
			.array(z.strictObject({ says: z.string(), source: z.string() }))
			.describe("What the provider's status means for this decision."),
		steps: z.array(
			z.strictObject({
				id: z.string(),
				measure: z.enum(measures).describe("The kind of measure."),
				title: z.string(),
				do: z.string(),
				why: z.string(),
				effort: z.string(),
				stop: z.string(),
				when: z.enum(["now", "next", "later"]),
				sources: z.array(z.string()),
				saving: z
					.strictObject({
						way: z.enum(wayIds),
						against: z.enum(wayIds),
						perMonth: rangeOf("US dollars that it saves a month"),
						of: rangeOf("US dollars a month without it"),
					})
					.nullable()
					.describe("null where no saving can be computed."),
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
				work: z.string().nullable().describe("The kind of work, if known."),
				similarity: shareSchema,
				why: z.string(),
			}),
		),
		contradictions: z
			.array(z.strictObject({ facts: z.array(z.string()), says: z.string() }))
			.describe("Answers that cannot both be true."),
		cost: costData
			.nullable()
			.describe("null where calls, tokens or a model with a price are not known."),
		answers: answersSchema,
		computed: z
			.record(
				z.string(),
				z.strictObject({
					value: z.union([z.string(), z.number()]),
					from: z.string(),
					says: z.string().optional().describe("How it is said within a sentence."),
				}),
			)
			.describe("What was worked out from the answers, and counts like one."),
	})
	.meta({ title: "A decision of should-i-finetune" });

export type Decision = z.infer<typeof decisionSchema>;

/** A rule or ladder step that counts, as a decision names it. */
export type Reason = Decision["reasons"][number];
