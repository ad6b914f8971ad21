/** In what a published case is like the answers, and in what it differs, in a sentence. */
import type { Answers } from "../answers/answers.ts";
import { type Cells, type Domain, formatCells } from "../answers/domain.ts";
import { formatAnswer, listed } from "../answers/format-answer.ts";
import { own } from "../own.ts";
import type { RuleSet } from "../rules/rule-set.ts";
import { answerOf, type ComparedCase, cellsIn, notGiven } from "./case-index.ts";
import { isUnscored, workFact } from "./case-weights.ts";
import { likenessOf } from "./likeness.ts";

const mostSame = 4;
const mostOther = 3;

interface Compared {
	masks: readonly Cells[];
	weights: readonly number[];
	answers: Answers;
	theirs: ComparedCase["facts"];
}

/** The kind of work first, then what weighs most. */
export function sayWhy(rules: RuleSet, compared: Compared): string {
	const { masks, answers, theirs } = compared;
	const shared = sharedFacts(rules, compared);
	const label = ({ fact }: Domain) => own(rules.questions, fact)?.label ?? fact;
	const alike = shared.filter(({ likeness }) => likeness === 1);
	// Nearly all cases are about text: that is worth a word only where nothing else is left.
	const telling = ({ domain }: SharedFact) => domain.fact === workFact || !isUnscored(domain.fact);
	const same = [...alike.filter(telling), ...alike.filter((one) => !telling(one))]
		.slice(0, mostSame)
		.map(
			({ domain, fact }) => `${label(domain)} (${formatCells(domain, masks[fact] ?? notGiven)})`,
		);
	const other = shared
		.filter(({ likeness }) => likeness < 1)
		.slice(0, mostOther)
		.map(({ domain }) => {
			const their = formatAnswer(answerOf(rules, domain.fact, own(theirs, domain.fact)));
			return `${label(domain)} (${their}; yours ${formatAnswer(own(answers, domain.fact))})`;
		});
	const parts = [
		...(same.length > 0 ? [`same ${listed(same)}`] : []),
		...(other.length > 0 ? [`differs in ${listed(other)}`] : []),
	];
	const sentence = parts.join("; ");
	return `${sentence.charAt(0).toUpperCase()}${sentence.slice(1)}.`;
}

/** A fact known here and there. */
interface SharedFact {
	fact: number;
	domain: Domain;
	likeness: number;
}

function sharedFacts(rules: RuleSet, { masks, weights, theirs }: Compared): SharedFact[] {
	const shared = rules.domains.flatMap((domain, fact): SharedFact[] => {
		const mine = masks[fact] as Cells;
		const cells = cellsIn(rules, theirs, domain);
		if (mine === notGiven || cells === notGiven || domain.kind === "text") return [];
		return [{ fact, domain, likeness: likenessOf(domain, mine, cells) }];
	});
	const rank = ({ fact, domain }: SharedFact) =>
		domain.fact === workFact ? Number.POSITIVE_INFINITY : (weights[fact] as number);
	return shared.sort((a, b) => (rank(a) < rank(b) ? 1 : rank(a) > rank(b) ? -1 : 0));
}
