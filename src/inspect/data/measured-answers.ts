/** What training data says about the questions of a decision. */
import { type Answers, formatRaw, type RawAnswer } from "../../core/answers/answers.ts";
import { formatAnswer } from "../../core/answers/format-answer.ts";
import type { MeasuredTraining } from "../../core/cost/quantities.ts";
import { own } from "../../core/own.ts";
import type { DataReport } from "./findings/report.ts";
import { epochsFor } from "./rows/tokens.ts";

/** From this share of rows on, pictures or sound are what goes in. */
const shareOfModality = 0.1;
/** From this share on, repeats and disagreements are noise and not slips. */
const shareOfNoise = 0.05;

/** Facts that the data answers; what it cannot tell is left out. */
export function measuredAnswers(report: DataReport): RawAnswer[] {
	const { rows, tokens, features, kind } = report;
	if (kind === "unknown" || rows.valid === 0) return [];
	const hasAnswers = !["text", "prompts"].includes(kind);
	const share = (mark: "images" | "audio") => (features[mark] ?? 0) / rows.valid;
	// Examples that are not there have no quality, and those under another key were not counted.
	const isNone = hasAnswers && rows.usable === 0;
	const isElsewhere = isNone && report.answersUnder !== undefined;
	const facts: Record<string, unknown> = {
		...(!isElsewhere && { examples: hasAnswers ? rows.usable : 0 }),
		...(!isNone && { "data-quality": qualityOf(report, hasAnswers) }),
		modality:
			share("audio") >= shareOfModality
				? "audio"
				: share("images") >= shareOfModality
					? "image"
					: "text",
		...(tokens &&
			hasAnswers &&
			tokens.prompt.median > 0 && { "prompt-tokens": tokens.prompt.median }),
		...(tokens &&
			tokens.output.median > 0 &&
			hasAnswers && { "output-tokens": tokens.output.median }),
	};
	const from = sourceOf(report);
	return Object.entries(facts).map(([fact, value]) => ({ fact, value, from }));
}

/** Why the examples were not counted, where they were not. */
export function sayUncounted({ rows, answersUnder }: DataReport): string | undefined {
	if (rows.usable > 0 || answersUnder === undefined) return undefined;
	return `The examples were not counted: the answers seem to be under the key ${formatRaw(answersUnder)}. Rename it, and measure again.`;
}

function sourceOf({ files }: DataReport): string {
	const train = files.filter(({ isValidation }) => !isValidation);
	return `measured from ${train.map(({ file }) => file).join(", ")}`;
}

/** What a run over the usable examples takes; nothing where there is nothing to train on. */
export function measuredTraining(report: DataReport): MeasuredTraining | undefined {
	const { rows, tokens, kind } = report;
	if (!tokens || tokens.ofRows === 0 || rows.usable === 0 || kind === "unknown") return undefined;
	const mean = (total: number) => total / tokens.ofRows;
	return {
		from: sourceOf(report),
		tokens: {
			low: mean(tokens.total - tokens.margin),
			usual: mean(tokens.total),
			high: mean(tokens.total + tokens.margin),
		},
		epochs: epochsFor(rows.usable),
	};
}

/** That somebody has reviewed the examples cannot be measured; that they contradict each other can. */
function qualityOf({ findings }: DataReport, hasAnswers: boolean): string {
	if (!hasAnswers) return "raw";
	const isNoisy = findings.some(({ code, level, share }) =>
		noise.includes(code) || (level === "error" && isOfRows(code)) ? share >= shareOfNoise : false,
	);
	return isNoisy ? "mixed" : "mixed,curated";
}

const noise: readonly string[] = ["duplicates", "near-duplicates", "same-input"];
/** Keys and leaks are faults of another kind: the examples may be right. */
const isOfRows = (code: string): boolean => !["secrets", "leakage", "shared-inputs"].includes(code);

/** Numbers that differ by less are the same. */
const tolerance = 0.2;

/** What was said and what was measured, where the two cannot both be true. */
export function disagreements(said: Answers, measured: Answers): string[] {
	return Object.entries(measured).flatMap(([fact, { value, from }]) => {
		const before = own(said, fact);
		if (!before || before.value === "unknown" || agree(before.value, value)) return [];
		return [
			`${fact} is ${formatAnswer(before)} in ${before.from}, but ${formatAnswer({ value, from })} ${from}. Your answer counts.`,
		];
	});
}

function agree(said: string | number, measured: string | number): boolean {
	if (typeof measured === "number") {
		const [least, most] = rangeOf(said);
		return measured >= least * (1 - tolerance) && measured <= most * (1 + tolerance);
	}
	const values = String(said).split(",");
	return measured.split(",").some((value) => values.includes(value));
}

function rangeOf(said: string | number): [least: number, most: number] {
	if (typeof said === "number") return [said, said];
	const [least = "", most = ""] = said.split("..");
	return [Number(least), most === "" ? Number.POSITIVE_INFINITY : Number(most)];
}
