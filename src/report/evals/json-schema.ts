/** The JSON Schema of what `inspect evals --format json` prints; it ships with the package. */
import * as z from "zod";
import { evalStates } from "../../core/evals/judgment.ts";

const figure = () => z.number().nullable();
const comparisonFields = {
	tests: z.int(),
	both: z.int().describe("Tests that both pass, or on which both score alike."),
	lost: z.int().describe("Tests that only the first passes."),
	won: z.int().describe("Tests that only the second passes."),
	neither: z.int().describe("Tests that neither passes."),
	p: figure().describe("Two-sided: exact McNemar test, or for scores a sign-flip test."),
	adjusted: figure().describe("The same among all comparisons of its list, by Holm."),
	difference: figure().describe(
		"Second minus first: points for passes, else in the unit of the score.",
	),
	low: figure(),
	high: figure(),
};

const runSchema = z.strictObject({
	id: z.string(),
	file: z.string(),
	label: z.string().describe("What tells it from the other runs of its file."),
	format: z.string(),
	version: z.int().nullable().describe("Runs of one prompt, model and settings are one version."),
	when: z.string().nullable(),
	model: z.string().nullable(),
	tests: z.int().describe("Distinct tests."),
	rows: z.int().describe("Answers, repeats among them."),
	scored: z.int(),
	errors: z.int().describe("Answers that ended in an error; they count as missing."),
	passes: z.int().nullable(),
	rate: figure().describe("Mean over tests; a repeated test counts once, by its average."),
	low: figure().describe("Wilson interval, 95%."),
	high: figure(),
	score: figure(),
	metric: z.string(),
	threshold: z.number().nullable(),
	metrics: z.array(z.strictObject({ name: z.string(), mean: figure(), n: z.int() })),
	notes: z.array(z.string()),
});

const failuresSchema = z.strictObject({
	tests: z.int().describe("Tests that no version passes."),
	of: z.int(),
	groups: z.array(
		z.strictObject({
			by: z.enum(["reason", "tag", "label", "length"]),
			name: z.string(),
			failed: z.int(),
			of: z.int(),
		}),
	),
	confusions: z.array(z.strictObject({ expected: z.string(), answer: z.string(), count: z.int() })),
	cheapest: z.array(
		z.strictObject({ name: z.string(), length: z.int(), reason: z.string().nullable() }),
	),
});

const evalsSchema = z
	.strictObject({
		schemaVersion: z.literal(1),
		state: z.enum(evalStates),
		why: z.string().describe("The reason for the state, as one word."),
		headline: z.string(),
		common: z.int().describe("Tests that all runs have a result for."),
		moreTests: z.int().nullable().describe("About how many more tests would decide."),
		measure: z.strictObject({ by: z.enum(["passes", "score"]), metric: z.string() }).nullable(),
		target: z.number().nullable(),
		gap: z
			.strictObject({ points: figure(), low: figure(), high: figure() })
			.nullable()
			.describe("From the best version, without its luck, to the target."),
		best: z.int().nullable().describe("The number of the best version."),
		optimism: figure().describe("How much the best version overstates itself."),
		mostGain: figure().describe("The most that one of the last versions could have gained."),
		smallestGain: figure(),
		fewestTests: z.int().describe("Tests it takes at least for the smallest gain to show."),
		isDated: z.boolean().describe("False if the order is the one the files were given in."),
		runs: z.array(runSchema),
		versions: z.array(
			z.strictObject({ runs: z.array(z.string()), mean: figure(), low: figure(), high: figure() }),
		),
		comparisons: z
			.array(z.strictObject({ ...comparisonFields, first: z.int(), second: z.int() }))
			.describe("The last versions against the best before them."),
		pairs: z
			.array(z.strictObject({ ...comparisonFields, first: z.string(), second: z.string() }))
			.describe("Each run against the one before, and the last against the first."),
		repeats: z.array(z.strictObject({ version: z.int(), isEqual: z.boolean() })),
		comparable: z.array(z.string()).describe("If not all runs can be compared: those that can."),
		failures: failuresSchema,
		facts: z.record(z.string(), z.string()).describe("Answers for should-i-finetune."),
	})
	.meta({
		title: "Eval results, judged by should-i-finetune",
		description: "Differences are points for passes, else in the unit of the score.",
	});

export const evalsJsonSchema = (): string =>
	`${JSON.stringify(z.toJSONSchema(evalsSchema), null, "\t")}\n`;
