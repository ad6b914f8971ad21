/** What is not known: whether it matters, and which answer would tell most. */

import { type Answers, isKnown } from "../answers/answers.ts";
import { type Cells, isSingle } from "../answers/domain.ts";
import { type Shares, shareOf, sharesOf, type Tilt } from "../diagram/completion-shares.ts";
import type { Diagram } from "../diagram/diagram.ts";
import { type Range, sweepOf } from "../diagram/ranges.ts";
import { buildVerdictDiagram, decidingFacts } from "../diagram/verdict-diagram.ts";
import type { RuleSet } from "../rules/rule-set.ts";
import type { Side } from "../side.ts";
import type { Decision } from "./decision.ts";
import type { Judgement } from "./judge.ts";
import { turningAlone } from "./turning-alone.ts";

export interface Unknowns {
	unknown: Decision["unknown"];
	nextQuestion: string | null;
	completions: Decision["completions"];
}

export function weighUnknowns(
	rules: RuleSet,
	joint: Diagram | undefined,
	{ judgement, masks, answers }: { judgement: Judgement; masks: Cells[]; answers: Answers },
): Unknowns {
	const open = [...rules.domains.keys()].filter((fact) => {
		const { fact: id } = rules.domains[fact] as { fact: string };
		return !isKnown(answers[id]) || !isSingle(masks[fact] as Cells);
	});
	const name = (fact: number) => rules.domains[fact]?.fact as string;
	const listOpen = (flips: (fact: number) => boolean, alone: ReadonlySet<number> = nothing) =>
		open.map((fact) => ({ fact: name(fact), couldFlip: flips(fact), alone: alone.has(fact) }));
	if (!joint || isTooWide(joint, judgement.total)) {
		// Nothing is proved: every open fact may matter.
		const unknown = listOpen((fact) => !judgement.settled && !isSingle(masks[fact] as Cells));
		const nextQuestion = unknown.find(({ couldFlip }) => couldFlip)?.fact ?? null;
		return { unknown, nextQuestion, completions: null };
	}
	const { settled, outlookSettled } = judgement;
	const certain = { verdict: certainly(judgement.verdict), outlook: certainly(judgement.outlook) };
	if (settled && outlookSettled)
		return { unknown: listOpen(() => false), nextQuestion: null, completions: certain };
	const { threshold } = rules.verdict;
	const sweep = sweepOf(joint, masks);
	const verdict = settled ? undefined : sharesOf(joint, masks, { threshold, sweep });
	const aims = verdict ?? sharesOf(joint, masks, { threshold, sweep, closedToo: true });
	const facts = verdict ? factsThatDecide(joint, masks, { threshold, shares: verdict }) : nothing;
	const alone = verdict ? turningAlone(joint, masks, { threshold, sweep, facts }) : nothing;
	// What was answered, if only with "unknown", is not asked again.
	const best = narrowest(aims.tilts.filter(({ fact }) => !Object.hasOwn(answers, name(fact))));
	const outlook = () =>
		verdict ? shareOf(joint, masks, { threshold, sweep, closedToo: true }) : aims.share;
	return {
		unknown: listOpen((fact) => facts.has(fact), alone),
		nextQuestion: best === undefined ? null : name(best),
		completions: {
			verdict: verdict ? clean(verdict.share) : certain.verdict,
			outlook: outlookSettled ? certain.outlook : clean(outlook()),
		},
	};
}

/** Shares are counted need by need: points in the millions would take all memory. */
export const isTooWide = ({ level }: Diagram, { min, max }: Range): boolean =>
	(max - min) * level.length > 20_000_000;

const nothing: ReadonlySet<number> = new Set();

const certainly = (side: Side): number => (side === "fine-tuning" ? 1 : 0);

/** Sums of floating-point shares may miss 0 and 1 by a hair. */
export const clean = (share: number): number =>
	Math.min(1, Math.max(0, Number(share.toPrecision(12))));

/** A clear difference of shares proves that a fact matters; the rest needs the verdict's own diagram. */
function factsThatDecide(
	joint: Diagram,
	masks: Cells[],
	{ threshold, shares }: { threshold: number; shares: Shares },
): Set<number> {
	if (!shares.tilts.every(({ clear }) => clear))
		return decidingFacts(buildVerdictDiagram(joint, masks, { threshold }));
	return new Set(shares.tilts.map(({ fact }) => fact));
}

/** The fact after whose answer the verdict is, on average, least in doubt. */
function narrowest(tilts: Tilt[]): number | undefined {
	let best: { fact: number; doubt: number } | undefined;
	for (const { fact, shares } of [...tilts].sort((a, b) => a.fact - b.fact)) {
		const doubt = shares.reduce((sum, { share }) => sum + share * (1 - share), 0) / shares.length;
		if (!best || doubt < best.doubt - 1e-12) best = { fact, doubt };
	}
	return best?.fact;
}
