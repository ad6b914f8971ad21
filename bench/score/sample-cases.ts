/** The cases as the score looks at them: all that is told, or only a few facts of it. */
import { type Answers, masksOf, parseAnswers } from "../../src/core/answers/answers.ts";
import type { Cells } from "../../src/core/answers/domain.ts";
import type { PublishedCase } from "../../src/core/cases/case-file.ts";
import { factsOf, isCertain } from "../../src/core/rules/formula.ts";
import type { RuleSet } from "../../src/core/rules/rule-set.ts";
import { isVetoed } from "../../src/core/rules/veto.ts";
import type { Random } from "../../src/core/statistics/random.ts";
import type { Candidates, Term } from "../fit/read-candidates.ts";
import { shuffle } from "./random.ts";

/** What is told of a case: as cells of the rules, and as the candidates that hold. */
export interface View {
	answers: Answers;
	masks: Cells[];
	terms: number[];
	/** Points that are set by hand and hold. */
	given: number;
	/** Whether a veto holds: no points count then. */
	isVetoed: boolean;
}

/** A case with its outcome: all that is told of it, and a few facts of it, drawn several times. */
export interface Sample {
	published: PublishedCase;
	tune: boolean;
	full: View;
	/** By place in `knownFacts`, and by draw. */
	few: View[][];
}

/** How many facts are left where the others are hidden; of those that may score. */
export const knownFacts = [5, 8, 12] as const;

export function makeSamples(
	rules: RuleSet,
	cases: readonly PublishedCase[],
	{ candidates, draws, random }: { candidates: Candidates; draws: number; random: Random },
): Sample[] {
	const scoring = new Set(
		candidates.candidates.flatMap(({ condition }) =>
			factsOf(condition).map((fact) => candidates.domains[fact]?.fact),
		),
	);
	return cases.map((published) => {
		const answers = answersOf(rules, published);
		const told = Object.keys(answers).filter((fact) => scoring.has(fact));
		const few = knownFacts.map((known) =>
			Array.from({ length: draws }, () => {
				const kept = new Set(shuffle(told, random).slice(0, known));
				return viewOf(rules, candidates, keepFacts(answers, kept));
			}),
		);
		const tune = published.outcome === "fine-tuning";
		return { published, tune, full: viewOf(rules, candidates, answers), few };
	});
}

const keepFacts = (answers: Answers, kept: ReadonlySet<string>): Answers =>
	Object.fromEntries(Object.entries(answers).filter(([fact]) => kept.has(fact)));

export function viewOf(rules: RuleSet, candidates: Candidates, answers: Answers): View {
	const masks = masksOf(rules, answers);
	const cells = masksOf(candidates, answers);
	const holds = ({ condition }: Term) => isCertain(condition, cells);
	return {
		answers,
		masks,
		terms: candidates.candidates.flatMap((one, term) => (holds(one) ? [term] : [])),
		given: candidates.overrides.filter(holds).reduce((sum, { points }) => sum + points, 0),
		isVetoed: isVetoed(rules, masks),
	};
}

/** Throws only on a bug: the facts were checked when the case was read. */
export function answersOf({ questions }: RuleSet, { id, facts }: PublishedCase): Answers {
	const raw = Object.entries(facts).map(([fact, value]) => ({ fact, value, from: id }));
	const read = parseAnswers(questions, raw);
	if (!read.ok) throw new Error(read.problems.map(({ message }) => message).join(" "));
	return read.value;
}
