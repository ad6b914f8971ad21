/** What the score does not show: said wherever it is printed. */
import type { Score } from "./measure.ts";
import { agreement, type Judged, spreadOf } from "./metrics.ts";
import type { Section } from "./print.ts";

export function limitSection(score: Score): Section {
	const { isBuiltIn, folds, repetitions } = score;
	return {
		title: "What it does not show",
		lines: [
			`${rangeLine(score)}`,
			isBuiltIn
				? "The list of candidates, their sides, the vetoes and a few points were set by people who had read these cases, and the settings of the fit were chosen on figures like these. Cross-validation chooses terms, points, threshold and confidence again without the case, but not those: expect less on cases that nobody here has seen."
				: "Where the rules were written without these cases, the first row is the test, and the cross-validated ones only say what fitting to them would bring.",
			"The two outcomes are about equally frequent because the cases were collected that way. That is not a base rate: most teams should stay with prompts.",
			"Published cases are stories of what worked, often told by who sells it, and a fact is told more often where it was used. The outcome is what decided there, not proof that the other way would have failed.",
			"What is compared is the outlook. Whether the gates are open, and so what to do now, is not in the cases.",
			"Papers compare the two on one benchmark, and a point or two decides it. No questionnaire predicts that: run the trial that the advice names.",
			"A second, independent coding of 30 cases agreed on 94% of the facts, and a simple sum of points gave the same advice from both in 83%: that much is noise in the answers themselves.",
			`Few facts are facts that may score, drawn at random from those that are told. Fixed seed, ${repetitions} repetitions of ${folds} folds, the same bytes in every run; other seeds move agreement by one or two points.`,
		].map((line) => `  ${line}`),
	};
}

function rangeLine({ validated, cases }: Score): string {
	const parts = (["industry", "paper"] as const).flatMap((kind) => {
		const number = cases.filter((one) => one.kind === kind).length;
		const share = agreement(validated.full.filter(({ of }: Judged) => of.kind === kind));
		if (share === undefined) return [];
		const spread = spreadOf(share, number);
		const [low, high] = [share - spread, Math.min(1, share + spread)].map((end) =>
			Math.round(end * 100),
		);
		return [`between ${low} and ${high}% on other ${kind} cases like these ${number}`];
	});
	return `There are few cases: cross-validated agreement could just as well be ${parts.join(", and ")}.`;
}
