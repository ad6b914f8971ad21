/** How much hangs on each weight, as sections of plain sentences. */
import { percent } from "../../core/verify/finding.ts";
import type { Sensitivity, turningWeights } from "../../core/verify/weights.ts";
import type { Section } from "./explain.ts";

const signedPercent = (change: number): string => `${change > 0 ? "+" : ""}${change} %`;

export function weightSections(
	sensitivity: Sensitivity[],
	turns: ReturnType<typeof turningWeights> | undefined,
): Section[] {
	return [
		{
			title:
				"How many answers move when a weight moves: exact shares of all answers, each cell of each fact counting alike.",
			lines: sensitivity.map(
				({ score, weight, moves }) =>
					`${score} (weight ${weight}): ${moves
						.map(
							({ change, verdict, outlook }) =>
								`${signedPercent(change)} moves the verdict of ${percent(verdict)} and the outlook of ${percent(outlook)}`,
						)
						.join("; ")}.`,
			),
		},
		...(turns ? [turningSection(turns)] : []),
	];
}

const turningSection = (turns: ReturnType<typeof turningWeights>): Section => ({
	title: "For the given answers, the outlook would turn:",
	lines: turns.map(({ score, weight, turns: at }) =>
		at === undefined
			? `${score} (weight ${weight}): at no weight.`
			: `${score} (weight ${weight}): at a weight of ${at}.`,
	),
});
