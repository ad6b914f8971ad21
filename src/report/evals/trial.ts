/** What `trial judge` prints. */
import type { TrialJudgment, TrialState } from "../../core/evals/trial.ts";
import { oneLine } from "../../core/harmless.ts";
import { toAscii } from "../clean.ts";
import { json } from "../json.ts";
import { bullets, escapeMarkdown } from "../markdown/escape.ts";
import type { Style } from "../style.ts";
import { pageOf, paragraph, section } from "../text/page.ts";
import { count } from "../words.ts";
import { formatGain, formatMean, formatP, formatRange } from "./figures.ts";
import type { TrialFormat } from "./formats.ts";
import { sayRunNotes } from "./sentences.ts";

export function formatTrial(format: TrialFormat, judgment: TrialJudgment, style: Style): string {
	if (format === "json") return trialJson(judgment);
	const details = sayDetails(judgment).map(oneLine);
	if (format === "markdown")
		return [
			"## Trial",
			`**${escapeMarkdown(sayTrial(judgment))}**`,
			bullets(details.map(escapeMarkdown)),
		].join("\n\n");
	const page = pageOf(style);
	const spell = (text: string) => (style.unicode ? text : toAscii(text));
	return [
		...paragraph(page, page[paints[judgment.state]](spell(sayTrial(judgment))), ""),
		...section(
			page,
			"Why",
			details.flatMap((text) => paragraph(page, spell(text), `  ${page.symbols.bullet} `)),
		),
	].join("\n");
}

const paints = {
	better: "good",
	worse: "bad",
	"no-difference": "warn",
	"more-tests": "warn",
	"not-comparable": "bad",
} satisfies Record<TrialState, "good" | "warn" | "bad">;

/** The verdict, first. */
function sayTrial({ state, smallest, measure, moreTests = 0, common }: TrialJudgment): string {
	const gain = formatGain(smallest, measure);
	switch (state) {
		case "better":
			return "Better: the fine-tuned model beats the prompt.";
		case "worse":
			return "Worse: the prompt beats the fine-tuned model. Keep the prompt.";
		case "no-difference":
			return `No difference worth having: they are less than ${gain} apart. Decide by cost, speed and upkeep.`;
		case "more-tests":
			return `Cannot tell yet: run about ${count(moreTests, "more test")}, on both.`;
		case "not-comparable":
			return `Not comparable: ${whyNotComparable(common, measure)}. Run both on the same held-out tests.`;
	}
}

function whyNotComparable(common: number, measure: TrialJudgment["measure"]): string {
	if (common === 0) return "the two share no test";
	return measure
		? `the two share only ${count(common, "test")}`
		: "the two are scored by different metrics";
}

function sayDetails({
	comparison,
	means,
	ends,
	measure,
	smallest,
	errors,
	runs,
}: TrialJudgment): string[] {
	const details: string[] = [];
	if (comparison && means && ends) {
		const [prompt, tuned] = means.map((mean) => formatMean(mean, measure));
		const { difference, won, lost, tests, p } = comparison;
		details.push(
			`Prompt ${prompt}, fine-tuned model ${tuned}, on ${count(tests, "test")} that both ran.`,
			`Difference ${difference < 0 ? "−" : "+"}${formatGain(Math.abs(difference), measure)} (${formatRange(ends, measure)}, each end with 95% confidence); a difference of ${formatGain(smallest, measure)} is worth having.`,
			`The fine-tuned model wins ${count(won, "test")} and loses ${lost} (p ${formatP(p)}, ${measure?.by === "score" ? "sign-flip test on the scores" : "exact McNemar test"}).`,
		);
	}
	const [prompt, tuned] = errors;
	if (prompt + tuned > 0)
		details.push(
			`Errors count as missing: ${prompt} with the prompt, ${tuned} with the fine-tuned model.`,
		);
	return [
		...details,
		...sayRunNotes(
			runs,
			runs.map(({ id }) => id),
		),
	];
}

const round = (value: number): number => Number(value.toFixed(4));

function trialJson({
	state,
	common,
	moreTests,
	comparison,
	ends,
	smallest,
	means,
	errors,
	measure,
}: TrialJudgment): string {
	return json({
		schemaVersion: 1,
		state,
		common,
		moreTests: moreTests ?? null,
		measure: measure ? { by: measure.by, metric: measure.metric } : null,
		smallest: round(smallest),
		prompt: { mean: means ? round(means[0]) : null, errors: errors[0] },
		tuned: { mean: means ? round(means[1]) : null, errors: errors[1] },
		comparison: comparison
			? {
					both: comparison.both,
					lost: comparison.lost,
					won: comparison.won,
					neither: comparison.neither,
					p: round(comparison.p),
					difference: round(comparison.difference),
					low: ends ? round(ends.low) : null,
					high: ends ? round(ends.high) : null,
				}
			: null,
	});
}
