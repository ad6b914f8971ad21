/** HELM: the files of a run's folder. */
import type { Outcome } from "../../../core/evals/run.ts";
import { fingerprint } from "../fingerprint.ts";
import type { Reader, ReadRun } from "../reader.ts";
import {
	type Fields,
	fieldOf,
	folderName,
	isFields,
	numberOf,
	objectsOf,
	textOf,
} from "../source.ts";

const format = "HELM";

export const helm: Reader = {
	format,
	looksLike: "per_instance_stats.json in a run's folder of HELM",
	recognizes: ({ content }) =>
		content.kind === "rows"
			? isInstance(content.rows[0]) || isStat(content.rows[0])
			: content.kind === "value" && isFields(fieldOf(content.value, "adapter_spec")),
	read: ({ file, content }, { pass }) => {
		const origin = `${format} ${folderName(file)}`;
		if (content.kind === "value") {
			const spec = fieldOf(content.value, "adapter_spec");
			const { model, ...adapter } = isFields(spec) ? spec : {};
			const settings = fingerprint({ ...adapter, model_deployment: null });
			return { runs: [], about: { origin, model: textOf(model), settings } };
		}
		const rows = objectsOf(content.kind === "rows" ? content.rows : []);
		// Means over all instances: no tests.
		if (!isInstance(rows[0])) return { runs: [], about: { origin } };
		return { runs: [runOf(rows, { file, origin, pass })] };
	},
};

const isInstance = (row: unknown): boolean =>
	fieldOf(row, "instance_id") !== undefined && fieldOf(row, "stats") !== undefined;
const isStat = (row: unknown): boolean =>
	isFields(fieldOf(row, "name")) && fieldOf(row, "sum_squared") !== undefined;

/** What counts, in order: most run specs ask for several. */
const preferred = [
	"quasi_exact_match",
	"exact_match",
	"final_number_exact_match",
	"quasi_prefix_exact_match",
	"prefix_exact_match",
	"math_equiv_chain_of_thought",
	"math_equiv",
	"code_eval_acc",
	"pass@1",
	"f1_score",
	"rouge_l",
	"bleu_4",
];

function runOf(
	rows: readonly Fields[],
	{ file, origin, pass }: { file: string; origin: string; pass: string | undefined },
): ReadRun {
	const found = new Set(rows.flatMap((row) => Object.keys(statsOf(row))));
	const metric = pass ?? preferred.find((name) => found.has(name)) ?? "none";
	const outcomes = rows.map((row) => outcomeOf(row, metric));
	const isPass = outcomes.every(({ score = 0 }) => score === 0 || score === 1);
	return {
		file,
		format,
		label: "",
		metric,
		scale: [0, 1],
		outcomes: isPass ? outcomes.map((one) => ({ ...one, pass: one.score === 1 })) : outcomes,
		notes: [],
		origin,
	};
}

/** Means by name; of perturbed inputs there are rows of their own. */
function statsOf({ stats }: Fields): Record<string, number> {
	const pairs = isFields(stats)
		? Object.entries(stats)
		: objectsOf(stats)
				.filter(({ name }) => fieldOf(name, "perturbation") === undefined)
				.map(({ name, mean }) => [textOf(fieldOf(name, "name")) ?? "", mean] as const);
	return Object.fromEntries(
		pairs.flatMap(([name, value]) => {
			const mean = numberOf(value);
			return mean === undefined ? [] : [[name, mean]];
		}),
	);
}

function outcomeOf(row: Fields, metric: string): Outcome {
	const stats = statsOf(row);
	const perturbation = textOf(fieldOf(row, "perturbation", "name"));
	const id = [textOf(row.instance_id), perturbation].filter(Boolean).join(" ");
	const known = Object.entries(stats).filter(([name]) => preferred.includes(name));
	return {
		test: id,
		name: id,
		score: stats[metric],
		answer: textOf(row.predicted_text)?.trim(),
		metrics: Object.fromEntries(known),
	};
}
