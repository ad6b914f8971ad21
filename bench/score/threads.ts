/** Whether the advice names the step that decided a public question. */
import { decide } from "../../src/core/decision/decide.ts";
import type { RuleSet } from "../../src/core/rules/rule-set.ts";
import { percent, type Section } from "./print.ts";
import type { Thread } from "./read-threads.ts";

const lead = 3;
const aims = { lead: "75", listed: "90" };

export function threadSection(rules: RuleSet, threads: readonly Thread[]): Section {
	const placed = threads.map((thread) => {
		const { steps } = decide(rules, thread.answers);
		const place = steps.findIndex(({ measure }) => thread.measures.includes(measure));
		return { ...thread, place, shown: steps.map(({ measure }) => measure) };
	});
	const count = (from: number, to: number) =>
		placed.filter(({ place }) => place >= from && place < to).length;
	const first = count(0, lead);
	const listed = count(0, Number.POSITIVE_INFINITY);
	const longest = Math.max(...placed.map(({ shown }) => shown.length));
	return {
		title: `${threads.length} public questions: is the step that decided them in the advice?`,
		table: {
			head: ["", "threads", "percent", "aim"],
			rows: [
				[
					`among the first ${lead} steps`,
					String(first),
					percent(first / threads.length),
					aims.lead,
				],
				["listed at all", String(listed), percent(listed / threads.length), aims.listed],
				["longest list of steps", String(longest), "", ""],
			],
		},
		lines: placed
			.filter(({ place }) => place < 0 || place >= lead)
			.map(
				({ id, about, measures, place, shown }) =>
					`  ${id} (${about}): ${measures.join(" or ")} ${place < 0 ? "is not listed" : `is step ${place + 1}`}; first come ${shown.slice(0, lead).join(", ")}`,
			),
	};
}
