/** Answers from files, the environment and flags, read together. */
import {
	type Answers,
	inFileOrder,
	parseAnswers,
	type RawAnswer,
} from "../core/answers/answers.ts";
import { own } from "../core/own.ts";
import { bad, good, type Problem, type Result } from "../core/problems.ts";
import type { RuleSet } from "../core/rules/rule-set.ts";
import { defaultFile, environmentAnswers, isThere, readAnswers } from "../io/read-answers.ts";
import type { World } from "../io/world.ts";

/** The flags that carry answers: `--answers`, `--no-file`, and one for each fact. */
export type FactFlags = { answers?: string[]; "no-file"?: boolean; [fact: string]: unknown };

/** Flags over environment over files; within one of them a fact has one answer. */
export async function gatherAnswers(
	flags: FactFlags,
	rules: RuleSet,
	world: World,
): Promise<Result<Answers>> {
	const problems: Problem[] = [];
	const read = (raw: RawAnswer[]): Answers => {
		const parsed = parseAnswers(rules.questions, raw);
		if (parsed.ok) return parsed.value;
		problems.push(...parsed.problems);
		return {};
	};
	const fromFiles: RawAnswer[] = [];
	for (const file of await filesOf(flags, world)) {
		const answers = await readAnswers(file, world);
		if (answers.ok) fromFiles.push(...answers.value);
		else problems.push(...answers.problems);
	}
	const facts = Object.keys(rules.questions);
	const answers = {
		...read(fromFiles),
		...read(environmentAnswers(facts, world.env)),
		...read(facts.flatMap((fact) => flagAnswers(fact, flags))),
	};
	return problems.length > 0 ? bad(...problems) : good(inFileOrder(answers, facts));
}

/** The files given; without one, the file of this folder, if it has one. */
async function filesOf(
	{ answers, "no-file": noFile = false }: FactFlags,
	world: World,
): Promise<string[]> {
	if (answers || noFile || !(await isThere(defaultFile))) return answers ?? [];
	world.complain(`Read ${defaultFile}.`);
	return [defaultFile];
}

function flagAnswers(fact: string, flags: FactFlags): RawAnswer[] {
	const value = own(flags, fact);
	return value === undefined ? [] : [{ fact, value, from: `--${fact}` }];
}
