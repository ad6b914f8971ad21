/** Counts of many decisions, for people and for programs. */

import { formatNumber } from "../core/answers/numbers.ts";
import { gateStates, listCounted, strengths, type Tally } from "../core/bulk/tally.ts";
import type { RuleSet } from "../core/rules/rule-set.ts";
import { type Side, sides } from "../core/side.ts";
import { percent } from "../core/verify/finding.ts";
import { json } from "./json.ts";
import type { Shape, Style } from "./style.ts";
import { cut, type Page, pad, padLeft, pageOf, section } from "./text/page.ts";
import { count, sideNames } from "./words.ts";

export function formatSummary(tally: Tally, rules: RuleSet, shape: Shape, style: Style): string {
	const summary = summaryOf(tally, rules);
	return shape === "json" ? json(summary) : text(summary, style);
}

type Summary = ReturnType<typeof summaryOf>;

function summaryOf(tally: Tally, rules: RuleSet) {
	return {
		schemaVersion: 1,
		ruleset: { name: rules.name, edition: rules.edition },
		decisions: tally.decisions,
		bad: tally.bad,
		verdict: named(sides, tally.verdict),
		outlook: named(sides, tally.outlook),
		strength: named(strengths, tally.strength),
		gates: rules.gates.map(({ id }, gate) => ({
			id,
			...named(gateStates, tally.gates[gate] ?? []),
		})),
		reasons: listCounted(rules)
			.map((reason, place) => ({ ...reason, count: tally.reasons[place] ?? 0 }))
			.filter((reason) => reason.count > 0)
			.sort((a, b) => b.count - a.count),
	};
}

const named = <Name extends string>(names: readonly Name[], counts: readonly number[]) =>
	Object.fromEntries(names.map((name, place) => [name, counts[place] ?? 0])) as Record<
		Name,
		number
	>;

/** Reasons for a side that are shown to people. */
const mostReasons = 10;

function text({ decisions, bad, ...summary }: Summary, style: Style): string {
	const page = pageOf(style);
	const { verdict, outlook, strength, gates, reasons } = summary;
	const bySide = (counts: typeof verdict): Row[] =>
		sides.map((side) => [sideNames[side], counts[side]]);
	const reasonsFor = (side: Side): [title: string, rows: Row[]] => {
		const all = reasons.filter(({ toward }) => toward === side);
		const title = all.length > mostReasons ? "Most common reasons" : "Reasons";
		const rows = all.slice(0, mostReasons).map(({ rule, count }): Row => [rule, count]);
		return [`${title} for ${sideNames[side]}`, rows];
	};
	const tables: [title: string, rows: Row[]][] = [
		["Verdict", bySide(verdict)],
		["Outlook", bySide(outlook)],
		["Strength of the outlook", Object.entries(strength).reverse()],
		["Before you fine-tune: done", gates.map(({ id, open }) => [id, open])],
		["Before you fine-tune: not yet", gates.map(({ id, closed }) => [id, closed])],
		...sides.map(reasonsFor).filter(([, rows]) => rows.length > 0),
	];
	const heading = `${count(decisions, "decision")}, ${bad === 0 ? "no bad lines" : count(bad, "bad line")}`;
	return [
		page.strong(heading),
		...(decisions > 0 ? tables : []).flatMap(([title, rows]) =>
			section(page, title, rowLines(rows, decisions, page)),
		),
	].join("\n");
}

type Row = [name: string, count: number];

/** Names, counts and shares, below each other in all tables of a width. */
function rowLines(rows: Row[], decisions: number, page: Page): string[] {
	const countWidth = formatNumber(decisions).length;
	const shareWidth = 18;
	const nameWidth = Math.min(50, page.width - countWidth - shareWidth - 4);
	return rows.map(([name, times]) => {
		const share = padLeft(percent(times / decisions), shareWidth);
		return `  ${pad(cut(name, nameWidth), nameWidth)} ${padLeft(formatNumber(times), countWidth)} ${share}`;
	});
}
