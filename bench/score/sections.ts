/** The score in sections: what agrees, how sure it was, what went wrong, and what none of it shows. */
import type { Row } from "./judges.ts";
import type { Score } from "./measure.ts";
import { agreement, brier, isSure, type Judged, reliability, sureFrom } from "./metrics.ts";
import { decimals, percent, type Section } from "./print.ts";
import { knownFacts } from "./sample-cases.ts";

const rowsOf = ({ shipped, validated, signs, others }: Score): Row[] => [
	shipped,
	validated,
	signs,
	...others,
];

const only = (judged: readonly Judged[], part: Partial<Judged["of"]>): Judged[] =>
	judged.filter(({ of }) =>
		Object.entries(part).every(([key, value]) => of[key as keyof typeof of] === value),
	);

const industry = { kind: "industry" } as const;

export function agreementSection(score: Score): Section {
	const count = (part: Partial<Judged["of"]>) => String(only(score.shipped.full, part).length);
	const parts: [string, Partial<Judged["of"]>][] = [
		["industry", industry],
		["papers", { kind: "paper" }],
		["together", {}],
		["easy", { difficulty: "easy" }],
		["hard", { difficulty: "hard" }],
		["tuned", { outcome: "fine-tuning" }],
		["prompted", { outcome: "prompt-engineering" }],
	];
	return {
		title: "Agreement with what happened, percent",
		table: {
			head: ["", ...parts.map(([name]) => name), `${knownFacts} facts: industry`, "together"],
			rows: [
				["cases", ...parts.map(([, part]) => count(part)), count(industry), count({})],
				...rowsOf(score).map(({ name, full, few }) => [
					name,
					...parts.map(([, part]) => percent(agreement(only(full, part)))),
					percent(agreement(only(few, industry))),
					percent(agreement(few)),
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
		const sure = full.filter(isSure);
		return [
			name,
			decimals(brier(only(full, industry))),
			decimals(brier(full)),
			decimals(brier(few)),
			percent(agreement(sure)),
			percent(full.length === 0 ? undefined : sure.length / full.length),
			percent(agreement(only(sure, industry))),
		];
	};
	return {
		title: `Confidence: Brier score, and agreement where it is ${sureFrom} or more, percent`,
		table: {
			head: [
				"",
				"Brier industry",
				"together",
				`${knownFacts} facts`,
				`agree from ${sureFrom}`,
				"share of cases",
				"industry",
			],
			rows: speaking.map(line),
		},
	};
}

export function reliabilitySection({ shipped, validated }: Score): Section {
	const columns = [shipped.full, validated.full, validated.few].map(reliability);
	const names = ["as they ship", "cross-validated", `${knownFacts} facts`];
	return {
		title: "Reliability: the confidence stated, beside how often it was right, percent",
		table: {
			head: ["confidence", ...names.flatMap((name) => [`${name}: cases`, "stated", "right"])],
			rows: (columns[0] ?? []).map(({ from, to }, bin) => [
				`${from.toFixed(1)} to ${to.toFixed(1)}`,
				...columns.flatMap((bins) => {
					const { share, confidence, agreement: came } = bins[bin] as (typeof bins)[number];
					return [percent(share), percent(confidence), percent(came)];
				}),
			]),
		},
	};
}

export function curveSection({ curves }: Score): Section {
	const say = ({ base, margin, share }: Score["curves"]["fitted"]) =>
		`base ${base}, margin ${margin}, share ${share}`;
	return {
		title: "The confidence curve (verdict.confidence in rules/ruleset.yaml)",
		lines: [`  ships:      ${say(curves.shipped)}`, `  fitted now: ${say(curves.fitted)}`],
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
