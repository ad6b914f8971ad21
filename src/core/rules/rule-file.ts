/**
 * The language of rule files, as a schema. Every YAML file of a rule set may hold
 * any of these keys; together the files of a folder make one rule set.
 */
// Not `{ z }`: with that a bundle holds all of zod, with its messages in every language.
import * as z from "zod";
import { question } from "../answers/question.ts";
import { mostCurve, mostPoints, mostThreshold } from "../limits.ts";
import { measures } from "../measure.ts";
import { address, id, list, oneOrMore, record, sentence, values, whole, word } from "../schema.ts";
import { sides } from "../side.ts";
import { type State, states } from "../state.ts";
import { clause, condition, conditionSchema } from "./condition.ts";
import { contradiction } from "./contradiction.ts";
import { date } from "./date.ts";
import { providers } from "./providers.ts";

const points = () => whole(-mostPoints, mostPoints);
const curve = (least: number) => z.number().min(least).max(mostCurve);

const groundsFields = {
	because: sentence().describe("The reason, as a full sentence. {fact} is replaced by the answer."),
	row: id().describe("The row of the lecture's table that the reason is about."),
	sources: list(id()).min(1).describe("Ids of evidence entries."),
};

const rule = z.strictObject({
	id: id(),
	...condition,
	"unless-told": oneOrMore(clause())
		.optional()
		.describe("Like unless, but the rule holds until one of these is known to hold."),
	points: points().describe("Above zero favors fine-tuning."),
	veto: z
		.literal(true)
		.optional()
		.describe("Where this rule holds the facts point to prompt engineering, whatever the total."),
	...groundsFields,
});
export type Rule = z.infer<typeof rule>;

const ladder = z
	.strictObject({
		row: groundsFields.row,
		sources: groundsFields.sources,
		steps: record(values(), z.strictObject({ points: points(), because: sentence() })),
	})
	.describe("One fact; every possible answer belongs to exactly one step.");
export type Ladder = z.infer<typeof ladder>;

// A file that extends another rule set may leave out what stays as it is.
const score = z.strictObject({
	asks: sentence().optional().describe("The question that this score answers."),
	weight: whole(1, mostPoints).optional(),
	ladders: z.record(id(), ladder).optional(),
	rules: z.array(rule).optional(),
});
export type Score = z.infer<typeof score>;

const gateTexts = () => ({
	asks: sentence(),
	open: sentence().describe("Why it is open. The gate is open when its condition holds."),
	closed: sentence().describe("Why it is closed."),
	unknown: sentence().describe("What is not known yet."),
	opens: sentence().describe("What to do to open it."),
	needs: sentence().optional().describe("What it waits for, as the end of a sentence."),
});

const gate = z.strictObject({
	...gateTexts(),
	...condition,
	closes: oneOrMore(clause())
		.optional()
		.describe("Closes the gate once one of these is known to hold. Until then it has no effect."),
	instead: oneOrMore(z.strictObject({ ...condition, ...gateTexts() }))
		.optional()
		.describe(
			"Other words for it where this surely holds, the first of several. It is open for the same answers.",
		),
	row: groundsFields.row,
	sources: groundsFields.sources,
});
export type Gate = z.infer<typeof gate>;

const stepSchema = z.strictObject({
	title: sentence(),
	measure: z.enum(measures).describe("The kind of measure, as a stable word."),
	do: sentence().describe("What to do this week."),
	why: sentence().describe("Why it helps this project. {fact} works as in because."),
	effort: sentence().describe("How much effort it takes."),
	stop: sentence().describe("When to stop."),
	verdict: z.enum(sides).optional().describe("Only with this verdict."),
	outlook: z.enum(sides).optional().describe("Only with this outlook."),
	strength: z.enum(["clear", "leaning", "close"]).optional(),
	state: z
		.enum(states)
		.optional()
		.describe("Only in this state. In `keep`, steps that do not name it are left out."),
	gate: id().optional().describe("Only while this gate is not open."),
	retiring: z
		.literal(true)
		.optional()
		.describe("Only where the named model retires within a year, in any state; {when} says when."),
	...condition,
	"skip-when": oneOrMore(clause())
		.optional()
		.describe("Not shown where one of these surely holds: it is done, or it cannot be done."),
	first: oneOrMore(clause())
		.optional()
		.describe("Comes before the other steps where one of these surely holds."),
	phase: z.enum(["now", "next", "later"]),
	sources: list(id()).optional(),
});
export type Step = z.infer<typeof stepSchema>;

const evidence = z.strictObject({
	who: sentence(),
	title: sentence(),
	year: z.string().regex(/^\d{4}(?:-\d{2,4})?$|^n\.d\.$/),
	kind: z.enum(["lecture", "paper", "vendor-documentation", "vendor-story", "practitioner"]),
	url: address().optional(),
	says: sentence().describe("The finding, with its number, in your own words."),
	secondary: z.boolean().optional().describe("Read in someone else's summary."),
	gains: sentence().optional().describe("How the author benefits from the answer."),
	checked: date().describe("The date someone last checked it."),
});
export type Evidence = z.infer<typeof evidence>;

const disagreement = z.strictObject({
	question: sentence(),
	sides: list(z.strictObject({ says: sentence(), sources: list(id()).min(1) })).min(2),
	ours: sentence().describe("How the rules treat it."),
});
export type Disagreement = z.infer<typeof disagreement>;

const textBySide = z.strictObject({
	"prompt-engineering": sentence(),
	"fine-tuning": sentence(),
});
const lecture = z.strictObject({
	source: id(),
	name: sentence().optional().describe("How a report names it where it first does."),
	table: record(id(), z.strictObject({ aspect: sentence(), ...textBySide.shape })),
	statements: record(
		id(),
		z.strictObject({
			says: sentence(),
			refined: sentence().optional().describe("What later evidence adds."),
			sources: list(id()).optional(),
		}),
	),
});
export type Lecture = z.infer<typeof lecture>;

const computed = z.strictObject({
	label: sentence().describe("Two or three words for tables."),
	means: sentence().describe("What it is, and what it is computed from."),
	choices: record(id(), sentence()).describe("Each value, with a one-line explanation."),
	otherwise: id().describe("The value where it cannot be computed."),
});
export type Computed = z.infer<typeof computed>;

const headlineFields = { says: sentence(), means: sentence().describe("Why, in a sentence.") };
const headline = () => z.strictObject(headlineFields);
const headlines = z.strictObject({
	keep: z
		.strictObject({ ...headlineFields, ...condition })
		.describe(
			"Nothing is wrong: the condition certainly holds, and the verdict is not fine-tuning.",
		),
	"too-early": z
		.strictObject({
			...headlineFields,
			facts: whole(0, mostPoints).describe(
				"With fewer known scoring facts, the headline does not say fine-tune.",
			),
			settled: sentence()
				.optional()
				.describe(
					"Why, when no further answer changes the verdict; {waits} is what fine-tuning waits for.",
				),
			even: sentence().describe("Why, when all gates are open and only the points are close."),
		})
		.describe("The points are close, or only a few facts point to fine-tuning."),
	prompts: z.strictObject({
		...headlineFields,
		first: sentence().describe("{step} is replaced by the first step."),
		beside: z
			.strictObject({ measures: list(z.enum(measures)), first: sentence() })
			.optional()
			.describe("Other words where the first step is one of these."),
		vetoed: sentence().optional().describe("What it means where a veto holds."),
	}),
	"prompts-then-tune": z
		.strictObject({
			...headlineFields,
			instead: z
				.strictObject({ ...headlineFields, ...condition })
				.optional()
				.describe("Other words where this surely holds: nobody should expect to fine-tune."),
		})
		.describe("The outlook is fine-tuning, and some gate is not open."),
	tune: headline(),
} satisfies Record<State, z.ZodType>);
export type Headlines = z.infer<typeof headlines>;

const promise = z.union([
	z.strictObject({
		more: oneOrMore(id()),
		"never-lowers": id().describe("A score, or `total`."),
	}),
	z.strictObject({
		order: list(word()).min(2).describe("Values, from least to most."),
		of: id(),
		"never-lowers": id(),
	}),
	z.strictObject({ ...condition, never: z.enum([...sides, "outlook-fine-tuning"]) }),
	z.strictObject({ reachable: z.enum(["verdicts", "outlooks", "gates"]) }),
	z.strictObject({ "every-rule": z.literal("decides") }),
]);
export type Promised = z.infer<typeof promise>;

const ruleTest = z.strictObject({
	name: sentence(),
	given: record(word(), z.union([values(), z.number(), z.boolean()])),
	// biome-ignore lint/suspicious/noThenProperty: never awaited; given and then are how tests are written.
	then: z
		.strictObject({
			verdict: z.enum(sides).optional(),
			outlook: z.enum(sides).optional(),
			fires: list(id()).optional(),
			quiet: list(id()).optional(),
			gates: record(id(), z.enum(["open", "closed", "unknown"])).optional(),
			scores: record(id(), z.strictObject({ min: z.int(), max: z.int() })).optional(),
		})
		.describe("Must hold for every possible value of the facts left out."),
});
export type RuleTest = z.infer<typeof ruleTest>;

const verdict = z.strictObject({
	threshold: whole(-mostThreshold, mostThreshold).describe(
		"The lowest total with the outlook fine-tuning.",
	),
	strength: z.strictObject({ clear: z.number(), leaning: z.number() }),
	confidence: z
		.strictObject({
			point: curve(0).describe(
				"Log odds that each point brings, counted from half a point below the threshold.",
			),
			vetoed: z
				.number()
				.min(0.5)
				.max(0.99)
				.optional()
				.describe("The least confidence where a veto holds; without it the highest."),
			most: z.number().min(0.5).max(0.99).describe("The highest confidence."),
		})
		.describe("A logistic curve, fitted to the published cases by `npm run score`."),
});
export type VerdictRules = z.infer<typeof verdict>;

const explainedFinding = z.strictObject({
	finding: sentence().describe("A finding of `rules check`: its code and what it is about."),
	because: sentence(),
});
export type Explained = z.infer<typeof explainedFinding>;

/** One YAML file of a rule set. */
export const ruleFile = z.strictObject({
	name: word().optional(),
	edition: word().optional().describe("Quoted: 2026.10 is a number."),
	extends: address().optional().describe("`built-in`, or a folder."),
	drop: list(id()).optional().describe("Rules of the extended rule set to leave out."),
	sections: z
		.record(id(), sentence())
		.optional()
		.describe("The sections of the interview, in order."),
	questions: z
		.record(
			id(),
			question.extend({
				"core-when": clause().optional().describe("Part of the core only where this may hold."),
				"skip-when": oneOrMore(clause())
					.optional()
					.describe("Skip the question if one of these certainly holds."),
			}),
		)
		.optional(),
	computed: z
		.record(id(), computed)
		.optional()
		.describe("Facts that follow from answers: nobody is asked, and there is always one value."),
	contradictions: z
		.record(id(), contradiction)
		.optional()
		.describe("Answers that cannot both be true."),
	headlines: headlines.optional(),
	lecture: lecture.optional(),
	evidence: z.record(id(), evidence).optional(),
	disagreements: z.record(id(), disagreement).optional(),
	providers: providers.optional(),
	words: z.record(id(), conditionSchema).optional(),
	scores: z.record(id(), score).optional(),
	gates: z.record(id(), gate).optional(),
	verdict: verdict.optional(),
	steps: z.record(id(), stepSchema).optional(),
	promises: z.array(promise).optional(),
	explained: z
		.array(explainedFinding)
		.optional()
		.describe("Findings of `rules check` that are intended."),
	tests: z.array(ruleTest).optional(),
});
export type RuleFile = z.infer<typeof ruleFile>;
