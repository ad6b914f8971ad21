/** The built-in rules as a run wants them: checked, in a good order of facts, with their diagrams. */
import type { PublishedCase } from "../src/core/case-file.ts";
import { type Told, tableOf } from "../src/core/case-table.ts";
import { buildDiagrams } from "../src/core/diagrams.ts";
import { judge } from "../src/core/judge.ts";
import { type PackedDiagrams, packDiagrams } from "../src/core/packed-diagrams.ts";
import { fullCells, type RuleSet } from "../src/core/rule-set.ts";
import { weighUnknowns } from "../src/core/unknowns.ts";
import type { RestOfCase } from "../src/io/load-cases.ts";
import { improveOrder } from "./improve-order.ts";

/** The cases in three parts: by what all are compared, what is told of the nearest, and the rest. */
export function printCases(rules: RuleSet, cases: PublishedCase[]) {
	const { tell, ...table } = tableOf(rules, cases);
	const split = table.ids.map((_, place) => {
		const { id: _id, outcome: _outcome, title, facts, ...rest } = tell(place) as PublishedCase;
		return { told: { title, facts } satisfies Told, rest: rest satisfies RestOfCase };
	});
	const lines = [table, ...split.map(({ told }) => told)];
	return {
		compared: lines.map((line) => JSON.stringify(line)).join("\n"),
		rest: JSON.stringify(split.map(({ rest }) => rest)),
	};
}

/** What no decision looks at: a third of the whole. */
const later = ["evidence", "disagreements", "promises", "explained", "tests"] as const;

export interface Prepared {
	/** What a run reads, and the names of the parts that it reads only when it needs them. */
	now: { rules: Partial<RuleSet>; later: readonly string[]; diagrams: PackedDiagrams };
	later: Partial<RuleSet>;
}

export function prepareRules(read: RuleSet): Prepared {
	const rules = { ...read, order: improveOrder(read).order };
	const built = buildDiagrams(rules);
	const masks = fullCells(rules);
	const judgement = judge(rules, built, masks);
	const unknowns = weighUnknowns(rules, built.joint, { judgement, masks, answers: {} });
	const diagrams = { ...packDiagrams(built), unknowns };
	const pick = (isLater: boolean): Partial<RuleSet> =>
		Object.fromEntries(
			Object.entries(rules).filter(
				([key]) => (later as readonly string[]).includes(key) === isLater,
			),
		);
	return { now: { rules: pick(false), later, diagrams }, later: pick(true) };
}
