/** Answers from files, the environment and flags, read together. */
import { type Answers, inFileOrder, parseAnswers } from "../core/answers/answers.ts";
import { oneTitle } from "../core/answers/title.ts";
import { own } from "../core/own.ts";
import { bad, good, type Problem, type Result } from "../core/problems.ts";
import type { RuleSet } from "../core/rules/rule-set.ts";
import {
	defaultFile,
	environmentAnswers,
	isThere,
	type RawAnswers,
	readAnswers,
	strangeVariables,
} from "../io/read-answers.ts";
import type { World } from "../io/world.ts";

/** The flags that carry answers: `--answers`, `--no-file`, `--title`, and one for each fact. */
export type FactFlags = {
	answers?: string[];
	data?: string[];
	"no-file"?: boolean;
	[fact: string]: unknown;
};

/** What is known before anybody is asked. */
export interface Gathered {
	answers: Answers;
	/** What the project is called. */
	title: string | undefined;
}

/**
 * Flags over environment over files over what was measured; within one of them a fact has one answer,
 * and there is one title.
 */
export async function gatherAnswers(
	flags: FactFlags,
	rules: RuleSet,
	world: World,
): Promise<Result<Gathered>> {
	const problems: Problem[] = [];
	const unless = <T>(read: Result<T>): T | undefined => {
		if (read.ok) return read.value;
		problems.push(...read.problems);
		return undefined;
	};
	const files: RawAnswers[] = [];
	for (const file of await filesOf(flags, world))
		files.push(unless(await readAnswers(file, world)) ?? noAnswers);
	const facts = Object.keys(rules.questions);
	problems.push(...strangeVariables(facts, world.env));
	// Each wins over those before it.
	const sources = [files, [environmentAnswers(facts, world.env)], [flagAnswers(facts, flags)]];
	const gathered: Gathered = { answers: {}, title: undefined };
	for (const source of sources) {
		const raw = source.flatMap(({ answers }) => answers);
		Object.assign(gathered.answers, unless(parseAnswers(rules.questions, raw)));
		const title = unless(oneTitle(source.flatMap(({ title }) => title ?? [])));
		gathered.title = title ?? gathered.title;
	}
	if (problems.length > 0) return bad(...problems);
	const measured = flags.data
		? await measure(flags.data, gathered.answers, { rules, world })
		: good({});
	if (!measured.ok) return measured;
	const answers = { ...measured.value, ...gathered.answers };
	return good({ ...gathered, answers: inFileOrder(answers, facts) });
}

/** Loaded when it is used: most runs measure nothing. */
async function measure(
	files: readonly string[],
	said: Answers,
	{ rules, world }: { rules: RuleSet; world: World },
): Promise<Result<Answers>> {
	const { measureData, tellMeasured } = await import("./measure-data.ts");
	const measured = await measureData(files, rules, world);
	if (measured.ok) tellMeasured(files, measured.value, said, world);
	return measured;
}

const noAnswers: RawAnswers = { answers: [] };

/** The files given; without one, the file of this folder, if it has one. */
async function filesOf(
	{ answers, "no-file": noFile = false }: FactFlags,
	world: World,
): Promise<string[]> {
	if (answers || noFile || !(await isThere(defaultFile))) return answers ?? [];
	world.complain(`Read ${defaultFile}.`);
	return [defaultFile];
}

function flagAnswers(facts: string[], flags: FactFlags): RawAnswers {
	const read = (name: string) => {
		const value = own(flags, name);
		return value === undefined ? [] : [{ value, from: `--${name}` }];
	};
	return {
		answers: facts.flatMap((fact) => read(fact).map((given) => ({ fact, ...given }))),
		title: read("title")[0],
	};
}
