/** For which answers two rule sets differ. */

import { formatNumber } from "../../core/answers/numbers.ts";
import { oneLine } from "../../core/harmless.ts";
import type { RuleSet } from "../../core/rules/rule-set.ts";
import type { Side } from "../../core/side.ts";
import type { Comparison, MovedCase, VerdictMove } from "../../core/verify/compare-rule-sets.ts";
import { percent } from "../../core/verify/finding.ts";
import { json } from "../json.ts";
import type { Shape } from "../style.ts";
import { sideNames } from "../words.ts";
import { witnessValues } from "./check.ts";

export interface Compared {
	before: RuleSet;
	after: RuleSet;
	verdict: Comparison;
	outlook: Comparison;
	/** From how many answers the shares are estimated; exact without it. */
	drawn?: number;
	cases: MovedCase[];
}

export function formatComparison(
	{ before, after, verdict, outlook, drawn, cases }: Compared,
	shape: Shape,
): string {
	const names = [before, after].map(({ name, edition }) => `${name} ${edition}`);
	if (shape === "json")
		return json({
			before: names[0],
			after: names[1],
			verdict: plain(verdict),
			outlook: plain(outlook),
			drawn: drawn ?? null,
			cases,
		});
	return [
		oneLine(
			`From ${names[0]} to ${names[1]}, over all possible answers, with every value range of a fact weighted equally:`,
		),
		...lines("verdict", verdict),
		...lines("outlook", outlook),
		...(drawn === undefined
			? []
			: [
					`The rule sets are too large to compare exactly: shares are estimates from ${formatNumber(drawn)} random answers, within 0.3 points in 19 of 20 cases.`,
				]),
		`${cases.length === 1 ? "1 published case changes" : `${cases.length} published cases change`}.`,
		...cases.map(({ id, before: a, after: b }) => {
			const moves = [
				sayMove("verdict", a.verdict, b.verdict),
				sayMove("outlook", a.outlook, b.outlook),
			];
			return `  ${id}: ${moves.join("; ")}`;
		}),
	].join("\n");
}

const plain = ({ toFineTuning, toPrompts }: Comparison) => ({
	toFineTuning: plainMove(toFineTuning),
	toPrompts: plainMove(toPrompts),
});

const plainMove = ({ share, example }: VerdictMove) => ({
	share,
	example: example ? witnessValues(example) : null,
});

const sayMove = (what: string, before: Side, after: Side): string =>
	before === after
		? `${what} stays ${sideNames[after]}`
		: `${what} from ${sideNames[before]} to ${sideNames[after]}`;

function lines(what: string, { toFineTuning, toPrompts }: Comparison): string[] {
	return [
		...line(`${what} moves from prompt engineering to fine-tuning`, toFineTuning),
		...line(`${what} moves from fine-tuning to prompt engineering`, toPrompts),
	];
}

const line = (what: string, { share, example }: VerdictMove): string[] => [
	`The ${what} for ${percent(share)} of answers.`,
	...(example ? [`  smallest example: ${JSON.stringify(witnessValues(example))}`] : []),
];
