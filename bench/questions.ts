/** How many questions it takes until no further answer can change the verdict. */
import type { Answers } from "../src/core/answers/answers.ts";
import { judge } from "../src/core/decision/judge.ts";
import { describeUnknowns } from "../src/core/decision/unknowns.ts";
import type { Diagram } from "../src/core/diagram/diagram.ts";
import { diagramsOf } from "../src/core/diagram/packed-diagrams.ts";
import { cellsOf, profilesOf, rules } from "./profiles.ts";

type Next = (answers: Answers) => string | undefined;

/** The means over random complete profiles: asked as the interview asks, and in file order. */
export function meanQuestions(count: number): { asked: number; inOrder: number } {
	const profiles = profilesOf(count);
	const facts = Object.keys(rules.questions);
	const inOrder: Next = (answers) =>
		stateOf(answers).judgement.settled ? undefined : facts[Object.keys(answers).length];
	const mean = (next: Next) =>
		profiles.reduce((sum, profile) => sum + countAsked(profile, next), 0) / count;
	return { asked: mean(remembered(best)), inOrder: mean(inOrder) };
}

function countAsked(profile: Answers, next: Next): number {
	const answers: Answers = {};
	for (let fact = next(answers); fact; fact = next(answers))
		answers[fact] = profile[fact] as Answers[string];
	return Object.keys(answers).length;
}

function stateOf(answers: Answers) {
	const masks = cellsOf(answers);
	const diagrams = diagramsOf(rules);
	return { masks, joint: diagrams.joint as Diagram, judgement: judge(rules, diagrams, masks) };
}

const best: Next = (answers) => {
	const { joint, masks, judgement } = stateOf(answers);
	if (judgement.settled) return undefined;
	return describeUnknowns(rules, joint, { judgement, masks, answers }).nextQuestion ?? undefined;
};

/** Interviews begin alike: what was once found is not looked for again. */
function remembered(next: Next): Next {
	const known = new Map<string, string | undefined>();
	return (answers) => {
		const key = Object.values(answers)
			.map(({ value }) => value)
			.join();
		if (!known.has(key)) known.set(key, next(answers));
		return known.get(key);
	};
}
