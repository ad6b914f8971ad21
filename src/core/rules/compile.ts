/** Merged rule files become a rule set: cells found, conditions compiled, every name checked. */

import { type Domain, sizeOf, valuesOf } from "../answers/domain.ts";
import type { Question } from "../answers/question.ts";
import { within } from "../budget.ts";
import { mostCells } from "../limits.ts";
import { bad, good, type Place, type Problem, type Result } from "../problems.ts";
import { checkReferences } from "./check-references.ts";
import { domainsFor, parseCondition } from "./clauses.ts";
import { type CompileContext, contextOf } from "./compile-context.ts";
import { compileContradiction } from "./compile-contradiction.ts";
import { compileLadder } from "./compile-ladder.ts";
import type { Clause, Condition } from "./condition.ts";
import { findTooEntangled } from "./condition-tests.ts";
import { findOrder } from "./fact-order.ts";
import { all, always, type Formula, never, presume } from "./formula.ts";
import type { Merged, MergedFile } from "./merge.ts";
import type { Gate, Rule, Step } from "./rule-file.ts";
import type {
	CompiledGate,
	CompiledRule,
	CompiledScore,
	CompiledStep,
	RuleSet,
} from "./rule-set.ts";

export interface Compiled {
	rules: RuleSet;
	/** What an extending rule set changed, a sentence each. */
	changes: string[];
}

export function compile(merged: Merged): Result<Compiled> {
	const problems: Problem[] = [...merged.problems];
	const { value } = merged;
	for (const key of [
		"name",
		"edition",
		"questions",
		"headlines",
		"lecture",
		"scores",
		"gates",
		"verdict",
	] as const)
		if (value[key] === undefined) problems.push(missing(key, merged));
	for (const [fact, question] of Object.entries(value.questions ?? {}))
		if (!isAnswerable(question)) problems.push(unanswerable(fact, merged));
	for (const [id, { choices, otherwise }] of Object.entries(value.computed ?? {}))
		if (Object.hasOwn(value.questions ?? {}, id) || !Object.hasOwn(choices, otherwise))
			problems.push(badComputed(id, merged));
	if (problems.length > 0) return bad(...problems);
	const domains = domainsFor(value.questions ?? {}, allClauses(value), value.computed);
	for (const domain of domains)
		if (sizeOf(domain) > mostCells) problems.push(tooFine(domain, merged));
	if (problems.length > 0) return bad(...problems);
	const context = contextOf(merged, domains, problems);
	const rules = within(() => {
		const compiled = compileAll(value, domains, context);
		checkReferences(value, context);
		return compiled;
	});
	if (rules && problems.length === 0) problems.push(...findTooEntangled(rules, merged.locate));
	if (!rules || problems.length > 0) return bad(...problems);
	return good({
		rules: { ...rules, order: findOrder(rules) },
		changes: merged.changes,
	});
}

function compileAll(
	file: MergedFile,
	domains: Domain[],
	context: CompileContext,
): Omit<RuleSet, "order"> {
	const part = <K extends keyof MergedFile>(key: K) => file[key] as NonNullable<MergedFile[K]>;
	const entries = <T>(record: Record<string, T> | undefined) => Object.entries(record ?? {});
	return {
		name: part("name"),
		edition: part("edition"),
		questions: part("questions"),
		places: Object.fromEntries(
			Object.keys(part("questions")).map((id) => [id, context.locate(["questions", id])]),
		),
		domains,
		...(file.computed && { computed: file.computed }),
		scores: compileScores(file, context),
		gates: entries(file.gates).map(([id, gate]) => compileGate(id, gate, context)),
		verdict: part("verdict"),
		steps: entries(file.steps).map(([id, step]) => compileStep(id, step, context)),
		headlines: part("headlines"),
		isFine: headlineCondition(part("headlines").keep, context, "keep"),
		isRuledOut: headlineCondition(
			part("headlines")["prompts-then-tune"].instead ?? {},
			context,
			"prompts-then-tune",
			"instead",
		),
		contradictions: entries(file.contradictions).map(([id, contradiction]) =>
			compileContradiction(id, contradiction, context),
		),
		sections: file.sections ?? {},
		cores: questionConditions(file, "core-when", context),
		skips: questionConditions(file, "skip-when", context),
		lecture: part("lecture"),
		evidence: file.evidence ?? {},
		disagreements: file.disagreements ?? {},
		providers: file.providers ?? { "as-of": "1970-01-01", status: {} },
		promises: entries(file.promises).map(([name, promise]) => {
			const condition = "never" in promise ? promise : {};
			return { promise, ...placed(["promises", name], condition, context) };
		}),
		explained: entries(file.explained).map(([name, explained]) => ({
			...explained,
			at: context.locate(["explained", name]),
		})),
		tests: entries(file.tests).map(([name, test]) => ({
			...test,
			at: context.locate(["tests", name]),
		})),
	};
}

function compileGate(id: string, gate: Gate, context: CompileContext): CompiledGate {
	const { when: _w, any: _a, unless: _u, closes, instead, ...rest } = gate;
	context.checkGrounds(gate, ["gates", id]);
	const opens = placed(["gates", id], gate, context);
	const spared = parseCondition(closes ? { unless: closes } : {}, context, (_, ...path) =>
		context.locate(["gates", id], "closes", ...path),
	);
	return {
		...rest,
		id,
		when: all([opens.when, presume(spared)]),
		instead: [instead ?? []].flat().map((words) => otherWords(id, words, context)),
		at: opens.at,
	};
}

type GateWords = Exclude<NonNullable<Gate["instead"]>, unknown[]>;

function otherWords(id: string, instead: GateWords, context: CompileContext) {
	const { when: _w, any: _a, unless: _u, ...texts } = instead;
	const when = parseCondition(instead, context, (...path) =>
		context.locate(["gates", id], "instead", ...path),
	);
	return { ...texts, when };
}

function compileStep(id: string, step: Step, context: CompileContext): CompiledStep {
	const { when: _w, any: _a, unless: _u, "skip-when": skip, first, ...rest } = step;
	const { when, at } = placed(["steps", id], step, context);
	const part = (key: "skip-when" | "first", condition: Condition) =>
		parseCondition(condition, context, () => context.locate(["steps", id], key));
	context.checkText(step.why, at);
	context.checkSources(step.sources, ["steps", id]);
	const kept = skip === undefined ? always : presume(part("skip-when", { unless: skip }));
	return {
		...rest,
		id,
		condition: all([when, kept]),
		first: first === undefined ? never : part("first", { any: [first].flat() }),
	};
}

/** What says when a question is asked, by fact. */
const questionConditions = (
	{ questions = {} }: MergedFile,
	key: "core-when" | "skip-when",
	context: CompileContext,
): Record<string, Formula> =>
	Object.fromEntries(
		Object.entries(questions).flatMap(([fact, { [key]: clauses }]) => {
			if (clauses === undefined) return [];
			const at = () => context.locate(["questions", fact], key);
			return [[fact, parseCondition({ any: [clauses].flat() }, context, at)]];
		}),
	);

/** A rule set that does not say when has no such case. */
function headlineCondition(given: Condition, context: CompileContext, ...name: string[]): Formula {
	if (!given.when && !given.any && !given.unless) return never;
	return parseCondition(given, context, (...path) =>
		context.locate(["headlines"], ...name, ...path),
	);
}

/** A condition compiled, with the place where it stands. */
function placed(name: string[], condition: Condition, context: CompileContext) {
	const when = parseCondition(condition, context, (...path) => context.locate(name, ...path));
	return { when, at: context.locate(name) };
}

function compileScores(file: MergedFile, context: CompileContext): CompiledScore[] {
	const seen = new Set<string>();
	return Object.entries(file.scores ?? {}).map(([id, score]) => {
		const own = ["scores", id];
		const at = context.locate([...own, "asks"]);
		const { asks, weight } = score;
		if (asks === undefined || weight === undefined)
			context.complain(`scores.${id} needs asks and weight.`, at);
		const rules = Object.entries(score.rules ?? {}).map(([key, rule]) => {
			const name = [...own, "rules", key];
			const place = context.locate(name, "id");
			if (seen.has(key)) context.complain(`Two rules are named ${key}.`, place);
			if (!key.startsWith(`${id}.`))
				context.complain(`${key} should be named ${id}.${key.split(".").pop()}.`, place);
			seen.add(key);
			context.checkText(rule.because, context.locate(name, "because"));
			context.checkGrounds(rule, name);
			return compileRule(key, rule, { name, place, context });
		});
		const ladders = Object.entries(score.ladders ?? {}).flatMap(
			([fact, ladder]) => compileLadder(id, fact, ladder, context) ?? [],
		);
		return { id, asks: asks ?? "", weight: weight ?? 1, ladders, rules, at };
	});
}

function compileRule(
	id: string,
	rule: Omit<Rule, "id">,
	{ name, place, context }: { name: string[]; place: Place; context: CompileContext },
): CompiledRule {
	const { points, veto, because, row, sources, "unless-told": told } = rule;
	const { when } = placed(name, rule, context);
	const spared = parseCondition(told ? { unless: told } : {}, context, (_, ...path) =>
		context.locate(name, "unless-told", ...path.slice(1)),
	);
	return {
		id,
		when: told ? all([when, presume(spared)]) : when,
		points,
		...(veto && { veto }),
		because,
		row,
		sources,
		at: place,
	};
}

function* allClauses(file: MergedFile): Generator<Clause> {
	const conditions: Condition[] = [
		...Object.values(file.words ?? {}),
		...Object.values(file.gates ?? {}).flatMap((gate) => [
			gate,
			{ any: [gate.closes ?? []].flat() },
			...[gate.instead ?? []].flat(),
		]),
		...Object.values(file.steps ?? {}).flatMap((step) => [
			step,
			{ any: [step["skip-when"] ?? [], step.first ?? []].flat() },
		]),
		...Object.values(file.contradictions ?? {}),
		...(file.headlines
			? [file.headlines.keep, file.headlines["prompts-then-tune"].instead ?? {}]
			: []),
		...Object.values(file.questions ?? {}).map((question) => ({
			any: [question["skip-when"] ?? [], question["core-when"] ?? []].flat(),
		})),
		...Object.values(file.promises ?? {}).filter((promise) => "never" in promise),
	];
	for (const score of Object.values(file.scores ?? {})) {
		for (const rule of Object.values(score.rules ?? {}))
			conditions.push(rule, { any: [rule["unless-told"] ?? []].flat() });
		for (const [fact, ladder] of Object.entries(score.ladders ?? {}))
			for (const label of Object.keys(ladder.steps)) yield { [fact]: label };
	}
	for (const { when, any = [], unless = [] } of conditions) {
		if (when) yield when;
		yield* any;
		yield* [unless].flat();
	}
}

function missing(key: string, merged: Merged): Problem {
	return {
		code: "incomplete",
		message: `The rule set has no ${key}.`,
		hint: "Start from the built-in one with `extends: built-in`.",
		at: merged.locate([]),
	};
}

const questionKinds = ["choices", "yes-no", "number", "text"] as const;

/** One kind, and values apart from the word that stands for all of them. */
function isAnswerable(question: Question): boolean {
	const values = valuesOf(question) ?? [""];
	const given = questionKinds.filter((kind) => question[kind] !== undefined);
	return given.length === 1 && values.length > 0 && !values.includes("unknown");
}

function unanswerable(fact: string, merged: Merged): Problem {
	return {
		code: "bad-question",
		message: `${fact} needs exactly one of ${questionKinds.join(", ")}, and must not have a choice named unknown.`,
		hint: "Say what answers the question accepts.",
		at: merged.locate(["questions", fact]),
	};
}

function badComputed(id: string, merged: Merged): Problem {
	return {
		code: "bad-question",
		message: `${id} is computed: it must not be a question as well, and otherwise must be one of its choices.`,
		hint: "Rename one of the two, or list the value that stands where it cannot be computed.",
		at: merged.locate(["computed", id]),
	};
}

function tooFine(domain: Domain, merged: Merged): Problem {
	return {
		code: "too-fine",
		message: `${domain.fact} is split into ${sizeOf(domain)} ranges or values; the limit is ${mostCells}.`,
		hint: "Use the same thresholds in several rules.",
		at: merged.locate(["questions", domain.fact]),
	};
}
