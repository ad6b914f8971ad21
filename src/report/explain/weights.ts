/** How much hangs on each weight, as sections of plain sentences. */
import { percent } from "../../core/verify/finding.ts";
import type { Sensitivity, turningWeights } from "../../core/verify/weights.ts";
import type { Section } from "./explain.ts";

const signedPercent = (change: number): string => `${change > 0 ? "+" : ""}${change}%`;

export function weightSections(
	sensitivity: Sensitivity[],
	turns: ReturnType<typeof turningWeights> | undefined,
): Section[] {
	return [
		{
			title: "How much each weight matters",
			lines: [
				"The share of all possible answers whose verdict or outlook changes when one weight changes. Exact, with every value range of a fact weighted equally.",
				...sensitivity.map(({ score, weight, moves }) => {
					const says = moves.map(
						({ change, verdict, outlook }) =>
							`at ${signedPercent(change)}, verdict ${percent(verdict)} and outlook ${percent(outlook)}`,
					);
					return `${score} (weight ${weight}): ${says.join("; ")}.`;
				}),
			],
		},
		...(turns ? [turningSection(turns)] : []),
	];
}

const turningSection = (turns: ReturnType<typeof turningWeights>): Section => ({
	title: "When your outlook would change",
	lines: turns.map(({ score, weight, turns: at }) =>
		at === undefined
			? `${score} (weight ${weight}): no weight would change it.`
			: `${score} (weight ${weight}): at a weight of ${at}.`,
	),
});
