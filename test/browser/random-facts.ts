/** Random answers as they could be typed or chosen in the what-if form. */
import { askedDomains, type Domain, valuesOf } from "../../src/core/answers/domain.ts";
import type { Question } from "../../src/core/answers/question.ts";
import type { RuleSet } from "../../src/core/rules/rule-set.ts";
import type { FormFacts } from "../../src/page/decide-facts.ts";
import { type Random, randomOf } from "../exact/random-rules.ts";

/** Sets take longer to decide, so only few answers are. */
const setsPerRun = 0.3;
/** Purely random answers hardly ever come near to training, where little changes turn the verdict. */
const kept = 0.85;

interface Ways {
	sets?: boolean;
	/** Answers to start from, for every second seed. */
	near?: FormFacts[];
}

export function randomFacts(
	rules: RuleSet,
	seed: number,
	{ sets = true, near = [] }: Ways = {},
): FormFacts {
	const random = randomOf(seed);
	const base = near.length > 0 && seed % 2 === 0 ? random.pick(near) : undefined;
	const known = random.int(1, 10) / 10;
	const mayBeSet = sets && random.chance(setsPerRun);
	const facts: FormFacts = {};
	for (const domain of askedDomains(rules.domains)) {
		const { fact } = domain;
		if (base && random.chance(kept)) facts[fact] = base[fact] ?? "";
		else if (random.chance(known)) {
			const isSet = mayBeSet && random.chance(0.2);
			facts[fact] = randomAnswer(domain, rules.questions[fact], { random, isSet });
		}
	}
	return facts;
}

function randomAnswer(
	domain: Domain,
	question: Question | undefined,
	{ random, isSet }: { random: Random; isSet: boolean },
): string {
	const values = question && valuesOf(question);
	if (values) return isSet ? `not ${random.pick(values)}` : random.pick(values);
	if (domain.kind !== "number") return random.pick(["openai", "own-gpu", "gpt-4.1-mini", "other"]);
	const low = random.pick([0, 1, ...domain.cuts]) + random.int(0, 1);
	return isSet ? `${low}..${low * 3 + 1}` : String(low);
}
