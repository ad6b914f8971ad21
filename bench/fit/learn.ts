/** The scorecard that some cases give: what is done for the rules as they ship, and again in every fold of the score. */
import type { Sample, View } from "../score/sample-cases.ts";
import type { Candidates } from "./read-candidates.ts";
import type { Row } from "./sample.ts";
import { fitScorecard, oddsOf, perPoint, type Scorecard } from "./scorecard.ts";

/** A paper is a contest on a benchmark; the cases that a team decided count twice as much. */
export const weightOf = { industry: 1, paper: 0.5 };
/** Draws of hidden facts to learn from. */
const draws = 12;

export function learnScorecard(samples: readonly Sample[], { candidates }: Candidates): Scorecard {
	return fitScorecard(samples.flatMap(rowsOf), candidates);
}

/** A case as it is told, and twice as much with most of its facts hidden: so that few facts are enough. */
export function rowsOf({ published, tune, full, few }: Sample): Row[] {
	const weight = weightOf[published.kind];
	const masked = few.flatMap((views) => views.slice(0, draws));
	return [
		{ view: full, weight },
		...masked.map((view) => ({ view, weight: (2 * weight) / masked.length })),
	].flatMap(({ view, weight }) =>
		// What a veto decides teaches nothing about points.
		view.isVetoed ? [] : [{ terms: view.terms, offset: view.given * perPoint, tune, weight }],
	);
}

export const totalOf = ({ points }: Scorecard, { terms, given }: View): number =>
	terms.reduce((sum, term) => sum + (points[term] as number), given);

/** What a scorecard says of a view: the side, and how far it is from the other. */
export interface Said {
	tune: boolean;
	/** How far the total is from where it turns; none where a veto overrules it. */
	margin: number;
	isVetoed: boolean;
}

export function say(card: Scorecard, view: View): Said {
	const odds = oddsOf(totalOf(card, view), card.threshold);
	return {
		tune: !view.isVetoed && odds > 0,
		margin: view.isVetoed && odds > 0 ? 0 : Math.abs(odds / perPoint),
		isVetoed: view.isVetoed,
	};
}
