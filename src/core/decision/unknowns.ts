/** What is not known: whether it matters, and which answer would tell most. */

import { type Answers, isKnown } from "../answers/answers.ts";
import { type Cells, type Domain, isComputed, isSingle } from "../answers/domain.ts";
import { within } from "../budget.ts";
import {
	type CompletionShares,
	completionShare,
	completionShares,
	type FactShares,
} from "../diagram/completion-shares.ts";
import type { Diagram } from "../diagram/diagram.ts";
import { nodeRanges, type Range } from "../diagram/ranges.ts";
import { buildVerdictDiagram, decidingFacts } from "../diagram/verdict-diagram.ts";
import { decideSteps, mostNeeds } from "../limits.ts";
import { own } from "../own.ts";
import { isCertain, never } from "../rules/formula.ts";
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

export function describeUnknowns(
	rules: RuleSet,
	joint: Diagram | undefined,
	{
		judgement,
		masks,
		answers,
		restsOn = () => [],
	}: {
		judgement: Judgement;
		masks: Cells[];
		answers: Answers;
		/** The open questions that a computed fact still hangs on. */
		restsOn?: (computed: string) => readonly string[];
	},
): Unknowns {
	const open = [...rules.domains.keys()].filter((fact) => {
		const domain = rules.domains[fact] as Domain;
		if (isComputed(domain) || restsOn(domain.fact).length > 0) return false;
		return !isKnown(own(answers, domain.fact)) || !isSingle(masks[fact] as Cells);
	});
	const name = (fact: number) => rules.domains[fact]?.fact as string;
	/** A computed fact matters through what it is computed from. */
	const withInputs = (facts: ReadonlySet<number>): ReadonlySet<number> =>
		new Set(
			[...facts].flatMap((fact) => {
				const inputs = restsOn(name(fact));
				return [fact, ...rules.domains.flatMap((one, at) => (inputs.includes(one.fact) ? at : []))];
			}),
		);
	const listOpen = (flips: (fact: number) => boolean, alone: ReadonlySet<number> = nothing) =>
		open.map((fact) => ({ fact: name(fact), couldFlip: flips(fact), alone: alone.has(fact) }));
	if (!joint || isTooWide(joint, judgement.total)) {
		// Nothing is proved: every open fact may matter.
		const unknown = listOpen((fact) => !judgement.settled && !isSingle(masks[fact] as Cells));
		const nextQuestion = unknown.find(({ couldFlip }) => couldFlip)?.fact ?? null;
		return { unknown, nextQuestion, completions: null };
	}
	const { settled, outlookSettled } = judgement;
	const certain = {
		verdict: certainShare(judgement.verdict),
		outlook: certainShare(judgement.outlook),
	};
	if (settled && outlookSettled)
		return { unknown: listOpen(() => false), nextQuestion: null, completions: certain };
	const { threshold } = rules.verdict;
	const ranges = nodeRanges(joint, masks);
	const verdict = settled ? undefined : completionShares(joint, masks, { threshold, ranges });
	const shares = verdict ?? completionShares(joint, masks, { threshold, ranges, closedToo: true });
	const facts = verdict
		? withInputs(factsThatDecide(joint, masks, { threshold, shares: verdict }))
		: nothing;
	const alone = verdict ? turningAlone(joint, masks, { threshold, ranges, facts }) : nothing;
	// What was answered, if only with "unknown", is not asked again; nor is what makes no sense here.
	const isPointless = (id: string) => isCertain(own(rules.skips, id) ?? never, masks);
	const isAskable = (id: string) => !Object.hasOwn(answers, id) && !isPointless(id);
	const best = mostInformative(
		shares.byFact.filter(
			({ fact }) =>
				isAskable(name(fact)) &&
				(!isComputed(rules.domains[fact] as Domain) || restsOn(name(fact)).some(isAskable)),
		),
	);
	const asked =
		best !== undefined && isComputed(rules.domains[best] as Domain)
			? restsOn(name(best)).find(isAskable)
			: best !== undefined && name(best);
	const outlook = () =>
		verdict ? completionShare(joint, masks, { threshold, ranges, closedToo: true }) : shares.share;
	return {
		unknown: listOpen((fact) => facts.has(fact), alone),
		nextQuestion: asked || null,
		completions: {
			verdict: verdict ? roundShare(verdict.share) : certain.verdict,
			outlook: outlookSettled ? certain.outlook : roundShare(outlook()),
		},
	};
}

/** Shares are counted need by need: points in the millions would take all memory. */
const isTooWide = ({ level }: Diagram, { min, max }: Range): boolean =>
	(max - min) * level.length > mostNeeds;

const nothing: ReadonlySet<number> = new Set();

const certainShare = (side: Side): number => (side === "fine-tuning" ? 1 : 0);

/** Sums of floating-point shares may miss 0 and 1 by a hair. */
const roundShare = (share: number): number =>
	Math.min(1, Math.max(0, Number(share.toPrecision(12))));

/** A clear difference of shares proves that a fact matters; the rest needs the verdict's own diagram. */
function factsThatDecide(
	joint: Diagram,
	masks: Cells[],
	{ threshold, shares }: { threshold: number; shares: CompletionShares },
): Set<number> {
	const mayDecide = new Set(shares.byFact.map(({ fact }) => fact));
	if (shares.byFact.every(({ isProved }) => isProved)) return mayDecide;
	const budget = { left: decideSteps };
	const diagram = within(() => buildVerdictDiagram(joint, masks, { threshold }, budget));
	// Where it is too large nothing is proved: each of them may matter.
	return diagram ? decidingFacts(diagram) : mayDecide;
}

/** The fact after whose answer the verdict is, on average, least in doubt. */
function mostInformative(facts: FactShares[]): number | undefined {
	let best: { fact: number; doubt: number } | undefined;
	for (const { fact, shares } of [...facts].sort((a, b) => a.fact - b.fact)) {
		const doubt = shares.reduce((sum, { share }) => sum + share * (1 - share), 0) / shares.length;
		if (!best || doubt < best.doubt - 1e-12) best = { fact, doubt };
	}
	return best?.fact;
}
