/** Counts of many decisions, for people and for programs. */
import { percent } from "../core/checks/finding.ts";
import { printNumber } from "../core/numbers.ts";
import { strengths } from "../core/quick-strength.ts";
import type { RuleSet } from "../core/rule-set.ts";
import { sides } from "../core/sides.ts";
import { gateStates, listCounted, type Tally } from "../core/tally.ts";
import { cut, type Page, pad, padLeft, pageOf, section } from "./page.ts";
import type { Shape, Style } from "./style.ts";
import { count, sideNames } from "./words.ts";

export function printSummary(tally: Tally, rules: RuleSet, shape: Shape, style: Style): string {
	const summary = summaryOf(tally, rules);
	return shape === "json" ? JSON.stringify(summary, null, 2) : text(summary, style);
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

/** Reasons that are shown to people. */
const mostReasons = 10;

function text({ decisions, bad, ...summary }: Summary, style: Style): string {
	const page = pageOf(style);
	const { verdict, outlook, strength, gates, reasons } = summary;
	const bySide = (counts: typeof verdict): Row[] =>
		sides.map((side) => [sideNames[side], counts[side]]);
	const common = reasons.slice(0, mostReasons);
	const tables: [title: string, rows: Row[]][] = [
		["Verdict", bySide(verdict)],
		["Outlook", bySide(outlook)],
		["Strength of the outlook", Object.entries(strength).reverse()],
		["Gates that are open", gates.map(({ id, open }) => [id, open])],
		["Gates that are closed", gates.map(({ id, closed }) => [id, closed])],
		[
			common.length < reasons.length ? "Most common reasons" : "Reasons",
			common.map(({ rule, toward, count }) => [`${rule}: for ${sideNames[toward]}`, count]),
		],
	];
	const heading = `${count(decisions, "decision")}, ${bad === 0 ? "no bad line" : count(bad, "bad line")}`;
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
	const countWidth = printNumber(decisions).length;
	const shareWidth = 18;
	const nameWidth = Math.min(50, page.width - countWidth - shareWidth - 4);
	return rows.map(([name, times]) => {
		const share = padLeft(percent(times / decisions), shareWidth);
		return `  ${pad(cut(name, nameWidth), nameWidth)} ${padLeft(printNumber(times), countWidth)} ${share}`;
	});
}
