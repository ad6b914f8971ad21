/** What the tests of a rule set show, and what none of them does, with a test to paste. */
import type { Answers } from "../answers/answers.ts";
import { type Cells, isSubset } from "../answers/domain.ts";
import { formatNumber } from "../answers/numbers.ts";
import { giveUp, within } from "../budget.ts";
import type { GateState } from "../decision/judge.ts";
import { ALWAYS } from "../diagram/conditions.ts";
import { isCertain, isImpossible, negate } from "../rules/formula.ts";
import {
	type CompiledGate,
	type CompiledRule,
	fullCells,
	type RuleSet,
} from "../rules/rule-set.ts";
import { sides } from "../side.ts";
import { checkContext } from "./check-rules.ts";
import { answersFor, type CheckContext } from "./finding.ts";
import type { KnownOutcome, TestResult } from "./rule-tests.ts";
import { canReach } from "./verdict-checks.ts";

/** One thing that a test can show. */
interface CoverageItem {
	name: string;
	shown: (known: KnownOutcome) => boolean;
	/** Answers that show it, if there are any, and what a test says of them. */
	given: () => Answers | undefined;
	says: Record<string, unknown>;
}

export interface Coverage {
	shown: number;
	all: number;
	/** Without a test where no answers can show it, or where it would take too many steps to find them. */
	missing: { name: string; test: string | undefined; unproved?: true }[];
}

/** Counts what passing tests show. */
export function measureCoverage(rules: RuleSet, results: TestResult[]): Coverage {
	const known = results.flatMap((result) =>
		result.known && result.failures.length === 0 ? [result.known] : [],
	);
	const items = listCoverageItems(checkContext(rules));
	const missing = items.filter(({ shown }) => !known.some(shown));
	return {
		shown: items.length - missing.length,
		all: items.length,
		missing: missing.map((item) => {
			const { name } = item;
			return (
				within(() => ({ name, test: formatTest(item) })) ?? {
					name,
					test: undefined,
					unproved: true,
				}
			);
		}),
	};
}

function listCoverageItems(checking: CheckContext): CoverageItem[] {
	const { rules } = checking;
	return [
		...rules.scores.flatMap((score) => score.rules.flatMap((rule) => ruleItems(rule, checking))),
		...rules.domains.flatMap((domain, fact) =>
			domain.kind === "number"
				? domain.cuts.flatMap((cut, place) => cutItems(domain.fact, { cut, place, fact }))
				: [],
		),
		...sides.map(
			(side): CoverageItem => ({
				name: `verdict ${side}`,
				shown: ({ judgement }) => judgement.settled && judgement.verdict === side,
				given: () => (checking.joint ? canReach(checking, side, ALWAYS) : giveUp()),
				says: { verdict: side },
			}),
		),
		...rules.gates.flatMap((gate, place) => gateItems(gate, place, checking)),
	];
}

function ruleItems({ id, when }: CompiledRule, checking: CheckContext): CoverageItem[] {
	return [
		{
			name: `${id} fires`,
			shown: ({ holds }) => holds(when),
			given: () => answersFor(when, checking),
			says: { fires: [id] },
		},
		{
			name: `${id} stays quiet`,
			shown: ({ fails }) => fails(when),
			given: () => answersFor(negate(when, fullCells(checking.rules)), checking),
			says: { quiet: [id] },
		},
	];
}

function cutItems(
	id: string,
	{ cut, place, fact }: { cut: number; place: number; fact: number },
): CoverageItem[] {
	const below: Cells = 2 ** (place + 1) - 1;
	const side = (name: string, within: (cells: Cells) => boolean, value: number): CoverageItem => ({
		name: `${id} ${name} ${formatNumber(cut)}`,
		shown: ({ masks }) => within(masks[fact] as Cells),
		given: () => ({ [id]: { value, from: "" } }),
		says: {},
	});
	return [
		side("below", (cells) => isSubset(cells, below), cut - 1),
		side("from", (cells) => (cells & below) === 0, cut),
	];
}

function gateItems(
	{ id, when }: CompiledGate,
	place: number,
	checking: CheckContext,
): CoverageItem[] {
	const full = fullCells(checking.rules);
	const isUnknown = !isCertain(when, full) && !isImpossible(when, full, full);
	const item = (state: GateState, given: CoverageItem["given"]): CoverageItem => ({
		name: `gate ${id} ${state}`,
		shown: ({ judgement }) => judgement.gates[place] === state,
		given,
		says: { gates: { [id]: state } },
	});
	return [
		item("open", () => answersFor(when, checking)),
		item("closed", () => answersFor(negate(when, full), checking)),
		item("unknown", () => (isUnknown ? {} : undefined)),
	];
}

/** A test in YAML that would show the item. */
function formatTest({ name, given, says }: CoverageItem): string | undefined {
	const answers = given();
	if (!answers) return undefined;
	const values = Object.fromEntries(
		Object.entries(answers).map(([fact, { value }]) => [fact, value]),
	);
	// JSON is YAML, and keeps "yes" a word.
	return `- name: ${JSON.stringify(name)}\n  given: ${JSON.stringify(values)}\n  then: ${JSON.stringify(says)}`;
}
