/** A rule set, checked and compiled: plain data that can be written as JSON and read back. */
import { allCells, type Domain } from "../answers/domain.ts";
import type { Question } from "../answers/question.ts";
import type { PriceBook } from "../cost/prices.ts";
import type { Place } from "../problems.ts";
import type { Contradiction } from "./contradiction.ts";
import type { Formula } from "./formula.ts";
import type { Providers } from "./providers.ts";
import type {
	Computed,
	Disagreement,
	Evidence,
	Explained,
	Gate,
	Headlines,
	Lecture,
	Promised,
	RuleTest,
	Step,
	VerdictRules,
} from "./rule-file.ts";

/** The part of a rule, ladder step or gate that says why. */
export interface Grounds {
	because: string;
	row: string;
	sources: string[];
}

export interface CompiledRule extends Grounds {
	id: string;
	when: Formula;
	points: number;
	/** Whether it keeps the outlook from fine-tuning, whatever the total. */
	veto?: true;
	at: Place;
}

/** One fact, one step for every cell. */
export interface CompiledLadder {
	id: string;
	fact: number;
	/** The number of the step that each cell stands on. */
	stepOf: number[];
	steps: { label: string; points: number; because: string }[];
	row: string;
	sources: string[];
	at: Place;
}

export interface CompiledScore {
	id: string;
	asks: string;
	weight: number;
	ladders: CompiledLadder[];
	rules: CompiledRule[];
	at: Place;
}

type GateTexts = Pick<Gate, "asks" | "open" | "closed" | "unknown" | "opens" | "needs">;

export interface CompiledGate extends GateTexts, Pick<Gate, "row" | "sources"> {
	id: string;
	when: Formula;
	/** Other words for it, where `when` surely holds: the first of them. */
	instead: (GateTexts & { when: Formula })[];
	at: Place;
}

export interface CompiledStep
	extends Omit<Step, "when" | "any" | "unless" | "skip-when" | "first"> {
	id: string;
	condition: Formula;
	/** When it comes before the others. */
	first: Formula;
}

export interface CompiledContradiction
	extends Pick<Contradiction, "says" | "amounts" | "model" | "provider"> {
	id: string;
	/** The facts that it names, those of its condition first. */
	facts: string[];
	condition: Formula;
}

export type CompiledPromise = { at: Place; promise: Promised; when: Formula };
export type CompiledTest = RuleTest & { at: Place };

export interface RuleSet {
	name: string;
	edition: string;
	/** In file order; a fact's number is its place in `domains`. */
	questions: Record<string, Question>;
	/** Where each question is written; left out in rule sets that come from no file. */
	places?: Record<string, Place>;
	domains: Domain[];
	/** Facts that follow from answers, by id; in `domains` they come last. */
	computed?: Record<string, Computed>;
	scores: CompiledScore[];
	gates: CompiledGate[];
	verdict: VerdictRules;
	steps: CompiledStep[];
	headlines: Headlines;
	/** When nobody should expect to fine-tune, whatever the facts point to. */
	isRuledOut: Formula;
	/** When nothing is wrong. */
	isFine: Formula;
	contradictions: CompiledContradiction[];
	/** Parts of the interview, in order. */
	sections: Record<string, string>;
	/** Where a question of the core belongs to it, by fact; the others always do. */
	cores: Record<string, Formula>;
	/** When a question is not asked, by fact. */
	skips: Record<string, Formula>;
	lecture: Lecture;
	evidence: Record<string, Evidence>;
	disagreements: Record<string, Disagreement>;
	providers: Providers;
	/** What things cost; without it no cost is computed. */
	prices?: PriceBook;
	promises: CompiledPromise[];
	tests: CompiledTest[];
	/** Findings of `rules check` that are meant to be, with the reason. */
	explained: (Explained & { at: Place })[];
	/** Fact numbers in the order in which the diagrams ask for them. */
	order: number[];
}

/** The set of all cells of every fact, by fact number. */
export const fullCells = (set: Pick<RuleSet, "domains">): number[] => set.domains.map(allCells);
