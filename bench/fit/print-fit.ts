/** The fit as sections of text. */
import type { Section } from "../score/print.ts";
import type { Difference } from "./compare.ts";
import { type Cost, isWorthIt, type Trial } from "./costs.ts";
import type { Candidates } from "./read-candidates.ts";
import type { Scorecard } from "./scorecard.ts";

const signed = (points: number): string => (points > 0 ? `+${points}` : String(points));

export function formatCard({ points, threshold }: Scorecard, { candidates }: Candidates): Section {
	const used = candidates.flatMap(({ id, standsFor }, term) => {
		const value = points[term] as number;
		return value === 0 ? [] : [[`${signed(value)} ${id}`, standsFor]];
	});
	return {
		title: `${used.length} of ${candidates.length} candidates score points; fine-tuning starts at ${signed(threshold)}`,
		lines: used.map(([id, standsFor]) => `  ${id}: ${standsFor}`),
	};
}

export const formatOverrides = (costs: readonly Cost[]): Section => ({
	title: "Set by hand, and what it costs in Brier score",
	lines: costs.map(
		({ override: { id, points, brier: stated }, brier }) =>
			`  ${signed(points)} ${id}: ${brier}${brier === stated ? "" : `; overrides.yaml says ${stated}`}`,
	),
});

export const formatInteractions = (trials: readonly Trial[]): Section => ({
	title: "Pairs of facts: what each gains in Brier score, and the standard error of that",
	lines: trials.map(
		(trial) =>
			`  ${trial.id}: ${trial.gain.toFixed(5)} ± ${trial.doubt.toFixed(5)}${isWorthIt(trial) ? ", worth it" : ""}`,
	),
});

export const formatDifferences = (differences: readonly Difference[]): Section =>
	differences.length === 0
		? { title: "rules/ has these points." }
		: {
				title: "rules/ has other points",
				lines: differences.map(
					({ what, rules, fit }) => `  ${what}: ${signed(rules)}, fitted ${signed(fit)}`,
				),
			};
