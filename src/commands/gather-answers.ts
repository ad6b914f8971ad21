/** Answers from files, the environment and flags, read together. */
import { type Answers, inFileOrder, parseAnswers } from "../core/answers/answers.ts";
import { oneTitle } from "../core/answers/title.ts";
import type { MeasuredTraining } from "../core/cost/quantities.ts";
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
import type { Measured } from "./measure-data.ts";
import { parseTarget } from "./parse-figures.ts";

/** The flags that carry answers: `--answers`, `--no-file`, `--data`, `--eval-results`, `--title`, and one for each fact. */
export type FactFlags = {
	answers?: string[];
	data?: string[];
	"no-file"?: boolean;
	"eval-results"?: string[];
	"eval-target"?: string;
	[fact: string]: unknown;
};

/** What is known before anybody is asked. */
export interface Gathered {
	answers: Answers;
	/** What the project is called. */
	title: string | undefined;
	/** What training files say of a run over them. */
	training?: MeasuredTraining | undefined;
	/** Lines to read beside a question, by fact. */
	evidence: Record<string, string[]>;
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
	const ofEvals: EvalAnswers = unless(await evalAnswers(flags, rules, world)) ?? noAnswers;
	const facts = Object.keys(rules.questions);
	problems.push(...strangeVariables(facts, world.env));
	// Each wins over those before it.
	const sources = [
		[ofEvals],
		files,
		[environmentAnswers(facts, world.env)],
		[flagAnswers(facts, flags)],
	];
	const gathered: Gathered = { answers: {}, title: undefined, evidence: ofEvals.evidence ?? {} };
	for (const source of sources) {
		const raw = source.flatMap(({ answers }) => answers);
		const answers = unless(parseAnswers(rules.questions, raw)) ?? {};
		if (source[0] !== ofEvals) sayWhereEvalsDiffer(answers, ofEvals, world);
		Object.assign(gathered.answers, answers);
		const title = unless(oneTitle(source.flatMap(({ title }) => title ?? [])));
		gathered.title = title ?? gathered.title;
	}
	if (problems.length > 0) return bad(...problems);
	const ofData = await dataAnswers(flags, gathered.answers, { rules, world });
	if (!ofData.ok) return ofData;
	const answers = { ...ofData.value.answers, ...gathered.answers };
	const { training } = ofData.value;
	return good({ ...gathered, answers: inFileOrder(answers, facts), training });
}

/** Loaded when it is used: most runs have no training data. */
async function dataAnswers(
	{ data: files }: FactFlags,
	said: Answers,
	{ rules, world }: { rules: RuleSet; world: World },
): Promise<Result<Measured>> {
	if (!files) return good({ answers: {}, training: undefined });
	const { measureData, tellMeasured } = await import("./measure-data.ts");
	const measured = await measureData(files, rules, world);
	if (measured.ok) tellMeasured(files, measured.value, said, world);
	return measured;
}

type EvalAnswers = RawAnswers & { evidence?: Gathered["evidence"] };

const noAnswers: RawAnswers = { answers: [] };

/** Loaded when it is used: most runs have no eval results. */
async function evalAnswers(
	flags: FactFlags,
	rules: RuleSet,
	world: World,
): Promise<Result<EvalAnswers>> {
	const { "eval-results": files, "eval-target": target } = flags;
	if (!files) return target === undefined ? good(noAnswers) : bad(targetAlone);
	const goal = parseTarget(target, "eval-target");
	if (!goal.ok) return goal;
	const { measuredAnswers } = await import("./measured-answers.ts");
	const measured = await measuredAnswers(files, goal.value, rules);
	if (!measured.ok) return measured;
	for (const line of measured.value.headlines) world.complain(`Eval results: ${line}`);
	return measured;
}

const targetAlone: Problem = {
	code: "bad-flag",
	message: "--eval-target has no effect without --eval-results.",
	hint: "Give the files with --eval-results <file>.",
};

/** What somebody says goes before what was measured, and is worth a second look. */
function sayWhereEvalsDiffer(answers: Answers, measured: RawAnswers, world: World): void {
	for (const { fact, value, from } of measured.answers) {
		const given = own(answers, fact);
		if (given && given.value !== value)
			world.complain(`${fact} is ${given.value} in ${given.from}, but ${value} by ${from}.`);
	}
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
