/** Lines that are decided as a single run decides them. */

import { add, addTally, count, emptyTally, gateStates, listCounted } from "../core/bulk/tally.ts";
import { type Cases, decide } from "../core/decision/decide.ts";
import type { Decision } from "../core/decision/decision.ts";
import { towardOf } from "../core/decision/reasons.ts";
import type { RuleSet } from "../core/rules/rule-set.ts";
import type { BatchOptions } from "./batch-options.ts";
import { formatRow, type Lines } from "./lines.ts";
import type { Output } from "./output.ts";
import { pickFields } from "./pick-fields.ts";

export function makeFullLines(
	{ rules, cases }: { rules: RuleSet; cases: Cases },
	{ asOf, fields, summary }: BatchOptions,
	output: Output,
): Lines {
	const counted = listCounted(rules);
	const isCompared = !summary && (fields ?? ["cases"]).some((field) => field.startsWith("cases"));
	let tally = emptyTally(rules);

	const countAll = (decision: Decision): void => {
		count(tally, decision);
		for (const [gate, { state }] of decision.gates.entries())
			add(tally.gates[gate] ?? [], gateStates.indexOf(state));
		for (const reason of decision.reasons) {
			const toward = towardOf(reason.points);
			add(
				tally.reasons,
				counted.findIndex((one) => one.rule === reason.rule && one.toward === toward),
			);
		}
	};
	return {
		take({ answers, kept }) {
			const decision = decide(rules, answers, { asOf, cases: isCompared ? cases : [] });
			if (summary) countAll(decision);
			else
				output.add(formatRow({ ...kept, ...(fields ? pickFields(decision, fields) : decision) }));
		},
		move(into) {
			addTally(into, tally);
			tally = emptyTally(rules);
		},
	};
}
