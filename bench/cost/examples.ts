/** Published cost examples, each computed again by the formulas of the model. */
import { readFileSync } from "node:fs";
import { parse } from "csv-parse/sync";
import { breakEvenCalls } from "../../src/core/cost/break-even.ts";
import { apply, type Formula } from "../../src/core/cost/formula.ts";
import { hosting } from "../../src/core/cost/hosting.ts";
import { monthlyBill } from "../../src/core/cost/monthly-bill.ts";
import { promptedCall } from "../../src/core/cost/prompted-call.ts";
import { exactly } from "../../src/core/cost/range.ts";
import { trainingHours } from "../../src/core/cost/training-hours.ts";
import { trainingRun } from "../../src/core/cost/training-run.ts";
import { tunedCall } from "../../src/core/cost/tuned-call.ts";

export interface Example {
	id: string;
	published: number;
	/** `independent`, or why it proves nothing. */
	check: string;
	unit: string;
	source: string;
	inputs: Record<string, number>;
}

export function readExamples(): Example[] {
	const text = readFileSync(new URL("examples.csv", import.meta.url), "utf8");
	const rows: Record<string, string>[] = parse(text, { columns: true });
	return rows.map(({ id = "", published, check = "", unit = "", source = "", inputs = "" }) => ({
		...{ id, check, unit, source, published: Number(published) },
		inputs: JSON.parse(inputs),
	}));
}

/** Exact numbers through a formula. */
function compute<Name extends string>(
	formula: Formula<Name>,
	values: Record<Name, number>,
): number {
	const ranges = Object.entries<number>(values).map(([name, value]) => [name, exactly(value)]);
	return apply(formula, Object.fromEntries(ranges)).usual;
}

const plain = { fixed: 0, kept: 1, hits: 0, cached: 1, write: 1 };
const prompted = (prompt: number, output: number, inputPrice: number, outputPrice: number) =>
	compute(promptedCall, { ...plain, prompt, output, inputPrice, outputPrice });
const tuned = (prompt: number, output: number, tunedInputPrice: number, tunedOutputPrice: number) =>
	compute(tunedCall, { fixed: 0, tunedKept: 0, prompt, output, tunedInputPrice, tunedOutputPrice });
const month = (calls: number, call: number, host = 0) =>
	compute(monthlyBill, { calls, call, hosting: host, upkeep: 0 });
const million = 1_000_000;
const run = (mtok: number, price: number, { epochs = 1, validation = 0, minimum = 0 } = {}) =>
	compute(trainingRun, {
		...{ examples: 1, tokens: mtok * million, epochs, validation: validation * million },
		...{ price, minimum },
	});
const rented = (hours: number, rate: number, accelerators = 1) =>
	compute(hosting, { hours, rate, accelerators, replicas: 1 });

type Inputs = Record<string, number>;
/** A number of the example; it has to be there. */
const at = (inputs: Inputs, name: string): number => {
	const value = inputs[name];
	if (value === undefined) throw new Error(`The example has no ${name}.`);
	return value;
};

const perTokenMonth = (i: Inputs) =>
	month(
		at(i, "requests"),
		tuned(at(i, "in_tokens"), at(i, "out_tokens"), at(i, "q_in"), at(i, "q_out")),
	);
const ownRun = (i: Inputs) => {
	const hours = compute(trainingHours, {
		...{ tokens: at(i, "tokens") / million, parameters: at(i, "params") / 1e9, flops: 6 },
		...{ speed: at(i, "peak") / 1e12, utilization: at(i, "mfu") },
		start: at(i, "overhead_min") / 60,
	});
	return rented(hours, at(i, "rate"));
};
const session = (i: Inputs, { cached = 0, ratio = 1 } = {}) =>
	compute(promptedCall, {
		...{ ...plain, prompt: at(i, "in_tokens"), output: at(i, "out_tokens") },
		...{ fixed: cached / at(i, "in_tokens"), hits: 1, cached: ratio },
		...{ inputPrice: at(i, "p_in"), outputPrice: at(i, "p_out") },
	}) + rented(at(i, "runtime_hours"), at(i, "runtime_rate"));

/** How each example is computed. */
const recipes: Record<string, (inputs: Inputs) => number> = {
	"aws-nova-micro-month": perTokenMonth,
	"aws-nova-micro-training": (i) =>
		compute(trainingRun, {
			...{ examples: at(i, "examples"), tokens: at(i, "tokens_per_example") },
			...{ epochs: at(i, "epochs"), validation: 0, price: at(i, "p_train"), minimum: 0 },
		}),
	"azure-o4mini-month": (i) =>
		month(
			1,
			tuned(at(i, "in_mtok") * million, at(i, "out_mtok") * million, at(i, "q_in"), at(i, "q_out")),
			rented(at(i, "hours"), at(i, "hosting_per_hour")),
		),
	"azure-gpt41-sft": (i) => run(at(i, "train_mtok"), at(i, "p_train"), { epochs: at(i, "epochs") }),
	"azure-o4mini-rft": (i) =>
		rented(at(i, "hours"), at(i, "rate")) +
		prompted(
			at(i, "grader_in_mtok") * million,
			at(i, "grader_out_mtok") * million,
			at(i, "g_in"),
			at(i, "g_out"),
		),
	"anthropic-session": (i) => session(i),
	"anthropic-session-cached": (i) =>
		session(i, { cached: at(i, "cached_tokens"), ratio: at(i, "cached_ratio") }),
	// The page prices every token as input, answers too.
	"anthropic-tickets": (i) =>
		month(at(i, "conversations"), prompted(at(i, "tokens"), 0, at(i, "p_in"), 0)),
	"gemini-priced-tuned": (i) => at(i, "base_inr") * at(i, "premium"),
	"fireworks-30b-run": (i) => run(at(i, "train_mtok"), at(i, "p_train")),
	"ori-8b": (i) =>
		run(at(i, "train_mtok"), at(i, "p"), {
			epochs: at(i, "epochs"),
			validation: at(i, "valid_mtok"),
		}),
	"tinker-4b-run": (i) => run(at(i, "train_tokens") / million, at(i, "p_train")),
	"tinker-4b-eval": (i) =>
		tuned(at(i, "in_tokens"), at(i, "out_tokens"), at(i, "q_in"), at(i, "q_out")),
	"together-4b-min": (i) =>
		run(at(i, "train_tokens") / million, at(i, "p_train"), { minimum: at(i, "minimum") }),
	"fireworks-4b-run": (i) => run(at(i, "train_tokens") / million, at(i, "p_train")),
	"rented-h100-4b": ownRun,
	"rented-4090-4b": ownRun,
	"wandb-14b-10k": perTokenMonth,
	"tinker-27b-10k": perTokenMonth,
	"together-27b-train": (i) => run(at(i, "train_mtok"), at(i, "p_train")),
	"tinker-27b-train": (i) => run(at(i, "train_mtok"), at(i, "p_train")),
	"fireworks-h100-50h": (i) => rented(at(i, "hours_on"), at(i, "rate")),
	// At full load: a million calls take so many hours of the GPU.
	"distil-4b-per-million": (i) => rented(million / (at(i, "rps") * 3600), at(i, "gpu_rate")),
	"costhawk-gpt4o": (i) =>
		month(
			at(i, "requests_per_day") * 30,
			prompted(at(i, "in_tokens"), at(i, "out_tokens"), at(i, "p_in"), at(i, "p_out")),
		),
	"costhawk-tuned-mini": (i) =>
		month(
			at(i, "requests_per_day") * 30,
			tuned(at(i, "in_tokens"), at(i, "out_tokens"), at(i, "q_in"), at(i, "q_out")),
		),
	"costhawk-training": (i) =>
		run(at(i, "train_mtok"), at(i, "p_train"), { epochs: at(i, "epochs") }),
	// Requests, not requests a month: the fixed cost is spread over one month.
	"devtoolbox-breakeven": (i) => {
		const left = at(i, "premium_tokens");
		const values = {
			...{ ...plain, prompt: left + at(i, "tokens_saved"), inputPrice: at(i, "p_in") },
			...{ output: 0, outputPrice: 0, tunedInputPrice: at(i, "q_in"), tunedOutputPrice: 0 },
			...{ fixed: at(i, "tokens_saved") / (left + at(i, "tokens_saved")), tunedKept: 0 },
			...{ hosting: 0, upkeep: 0, oneOff: at(i, "fixed"), months: 1 },
		};
		const ranges = Object.entries(values).map(([name, value]) => [name, exactly(value)]);
		return breakEvenCalls(Object.fromEntries(ranges)).usual;
	},
	"agentbeck-56655": (i) =>
		month(
			at(i, "requests"),
			prompted(at(i, "in_tokens"), at(i, "out_tokens"), at(i, "p_in"), at(i, "p_out")),
		),
	"finlora-lora": (i) => rented(at(i, "hours"), at(i, "rate"), at(i, "gpus")),
	"finlora-qlora": (i) => rented(at(i, "hours"), at(i, "rate"), at(i, "gpus")),
	"finlora-gpt4omini": (i) => run(at(i, "train_mtok"), at(i, "p_train")),
};

export interface Recomputed extends Example {
	/** Undefined where the example gives no inputs. */
	found: number | undefined;
	/** How far off, as a share of what was published. */
	off: number | undefined;
}

export const recomputeExamples = (): Recomputed[] =>
	readExamples().map((example) => {
		const found = recipes[example.id]?.(example.inputs);
		const off = found === undefined ? undefined : found / example.published - 1;
		return { ...example, found, off };
	});

export const isIndependent = ({ check }: Example): boolean => check === "independent";
/** An independent example has to come out within this share. */
export const tolerance = 0.02;
