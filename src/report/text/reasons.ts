/** Why: the reasons that weigh most, each with its row of the lecture's table. */
import type { Decision, Reason } from "../../core/decision/decision.ts";
import { own } from "../../core/own.ts";
import type { RuleSet } from "../../core/rules/rule-set.ts";
import { pickReasons } from "../pick-reasons.ts";
import { sayAdvice } from "../sentences.ts";
import { type Page, paragraph, section } from "./page.ts";

type Known = Pick<RuleSet, "lecture" | "evidence" | "gates">;

const fewest = 3;
const most = 5;

/** @param room the lines that the page still has: a fourth and fifth reason come only where they fit */
export function reasonLines(
	decision: Decision,
	rules: Known,
	{ page, room }: { page: Page; room: number },
): string[] {
	const title = titleOf(rules);
	const advice = adviceLines(decision, rules, page);
	const reasons = reasonsOf(decision, rules, page);
	const chosen = new Set<string[]>();
	let left = room - section(page, title, advice).length;
	for (const { lines } of [...reasons].sort((a, b) => a.rank - b.rank).slice(0, most)) {
		left -= lines.length;
		if (left < 0 && chosen.size >= fewest) break;
		chosen.add(lines);
	}
	const shown = reasons.flatMap(({ lines }) => (chosen.has(lines) ? lines : []));
	return section(page, title, [...shown, ...advice]);
}

/** In the order of reading; those of lower rank are shown first where there is little room. */
function reasonsOf(decision: Decision, rules: Known, page: Page) {
	const { speaking, against, blocking } = pickReasons(decision, 1);
	// Nothing outweighs a veto: what speaks against it matters least.
	const first = speaking.some(({ veto }) => veto) ? speaking.length : 2;
	return [
		...blocking.map((gate, index) => ({
			lines: gateLines(gate, { decision, rules, page }),
			rank: index === 0 ? 0 : 5,
		})),
		...speaking.map((reason, index) => ({
			lines: ruleLines(reason, { decision, page }),
			rank: index < first ? 1 + index : 4,
		})),
		...(against
			? [{ lines: ruleLines(against, { decision, page, before: "Against: " }), rank: 1 + first }]
			: []),
	];
}

/** The lecture is named where it first appears. */
function titleOf({ lecture, evidence }: Known): string {
	const name = lecture.name ?? own(evidence, lecture.source)?.title;
	return name ? `Why, by row of the table in ${name}` : "Why";
}

const rowName = ({ table }: Decision, row: string | undefined): string => {
	const aspect = table.find((cells) => cells.row === row)?.aspect;
	return aspect ? ` (${aspect})` : "";
};

function ruleLines(
	{ because, rule, points, row }: Reason,
	{ decision, page, before = "" }: { decision: Decision; page: Page; before?: string },
): string[] {
	const toward = points > 0 ? "fine-tuning" : "prompt-engineering";
	const mark = points > 0 ? page.symbols.right : page.symbols.left;
	const says = `${before}${because}${page.faint(`${rowName(decision, row)} [${rule}]`)}`;
	return paragraph(page, says, `  ${page.side[toward](mark)} `);
}

/** What stands in the way of fine-tuning. */
function gateLines(
	{ id, state, because }: Decision["gates"][number],
	{ decision, rules, page }: { decision: Decision; rules: Known; page: Page },
): string[] {
	const { symbols, bad, warn, faint } = page;
	const mark = state === "closed" ? bad(symbols.closed) : warn(symbols.unknown);
	const row = rules.gates.find((gate) => gate.id === id)?.row;
	const says = `Before you fine-tune: ${because}${faint(`${rowName(decision, row)} [${id}]`)}`;
	return paragraph(page, says, `  ${mark} `);
}

/** Where no fact speaks for what is advised. */
function adviceLines(decision: Decision, rules: Known, page: Page): string[] {
	if (pickReasons(decision).speaking.length > 0) return [];
	return sayAdvice(decision, rules).flatMap(({ says, id }) =>
		paragraph(page, id ? `${says} ${page.faint(`[${id}]`)}` : says, `  ${page.symbols.bullet} `),
	);
}
