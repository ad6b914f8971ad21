/** The score in sections: what agrees, how sure it was, what went wrong, and what none of it shows. */
import type { Row } from "./judges.ts";
import type { Score } from "./measure.ts";
import { agreement, brier, isSure, type Judged, reliability, sureFrom } from "./metrics.ts";
import { decimals, percent, type Section } from "./print.ts";
import { knownFacts } from "./sample-cases.ts";

const rowsOf = ({ shipped, validated, others }: Score): Row[] => [validated, shipped, ...others];

const only = (judged: readonly Judged[], part: Partial<Judged["of"]>): Judged[] =>
	judged.filter(({ of }) =>
		Object.entries(part).every(([key, value]) => of[key as keyof typeof of] === value),
	);

const industry = { kind: "industry" } as const;
const papers = { kind: "paper" } as const;

export function agreementSection(score: Score): Section {
	const count = (part: Partial<Judged["of"]>) => String(only(score.shipped.full, part).length);
	const parts: [string, Partial<Judged["of"]>][] = [
		["industry", industry],
		["papers", papers],
		["together", {}],
		["easy", { difficulty: "easy" }],
		["hard", { difficulty: "hard" }],
		["tuned", { outcome: "fine-tuning" }],
		["prompted", { outcome: "prompt-engineering" }],
	];
	const known = knownFacts.map((number) => `${number} facts: industry`);
	return {
		title: "Agreement with what happened, percent",
		table: {
			head: ["", ...parts.map(([name]) => name), ...known],
			rows: [
				["cases", ...parts.map(([, part]) => count(part)), ...known.map(() => count(industry))],
				...rowsOf(score).map(({ name, full, few }) => [
					name,
					...parts.map(([, part]) => percent(agreement(only(full, part)))),
					...few.map((judged) => percent(agreement(only(judged, industry)))),
				]),
			],
		},
	};
}

export function confidenceSection(score: Score): Section {
	const speaking = rowsOf(score).filter(({ full }) =>
		full.some(({ confidence }) => confidence !== undefined),
	);
	const line = ({ name, full, few }: Row): string[] => {
		const own = only(full, industry);
		const sure = own.filter(isSure);
		return [
			name,
			decimals(brier(own)),
			...few.map((judged) => decimals(brier(only(judged, industry)))),
			percent(agreement(sure)),
			percent(own.length === 0 ? undefined : sure.length / own.length),
			decimals(brier(only(full, papers))),
		];
	};
	return {
		title: `Confidence on industry cases: Brier score, and agreement where it is ${sureFrom} or more, percent`,
		table: {
			head: [
				"",
				"Brier",
				...knownFacts.map((number) => `${number} facts`),
				`agree from ${sureFrom}`,
				"share of cases",
				"papers: Brier",
			],
			rows: speaking.map(line),
		},
	};
}

export function reliabilitySection({ validated, shipped, isBuiltIn, cases }: Score): Section {
	// Of cases that the rules were not fitted to, the rules themselves.
	const { full, few } = isBuiltIn ? validated : shipped;
	const columns = [
		{ name: "all facts", bins: reliability(full) },
		...knownFacts.map((number, place) => ({
			name: `${number} facts`,
			bins: reliability(few[place] ?? []),
		})),
	];
	const how = isBuiltIn ? "cross-validated" : "as they ship";
	return {
		title: `Reliability, ${how}: the confidence stated, beside how often it was right, percent`,
		table: {
			head: ["confidence", ...columns.flatMap(({ name }) => [`${name}: cases`, "stated", "right"])],
			rows: reliability([]).map(({ from, to }, bin) => [
				`${from.toFixed(1)} to ${to.toFixed(1)}`,
				...columns.flatMap(({ bins }) => {
					const { share, confidence, agreement: came } = bins[bin] as (typeof bins)[number];
					return [String(Math.round(share * cases.length)), percent(confidence), percent(came)];
				}),
			]),
		},
	};
}

export function curveSection({ curves }: Score): Section {
	return {
		title: "How sure a point makes, and a veto (verdict.confidence in rules/ruleset.yaml)",
		lines: (["shipped", "fitted"] as const).map((which) => {
			const { point, vetoed, most } = curves[which];
			return `  ${which}: ${point} a point, ${vetoed ?? most} for a veto`;
		}),
	};
}

export function missSection({ misses, cases }: Score): Section {
	return {
		title: `Misses of the rules as they ship: ${misses.length} of ${cases.length}, the surest first`,
		lines: misses.flatMap(({ of, confidence, total, threshold, misled }) => [
			`  ${of.id} (${of.kind}, ${of.difficulty}): ${of.outcome}, but the total is ${total} where ${threshold} turns it; confidence ${confidence}`,
			`    ${misled.map(({ rule, points }) => `${points > 0 ? "+" : ""}${points} ${rule}`).join(", ")}`,
		]),
	};
}

export const readingSection = (score: Score): Section => ({
	title: "How each row is read",
	lines: rowsOf(score).map(({ name, reads }) => `  ${name}: ${reads}.`),
});
