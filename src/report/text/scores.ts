/** The scores as bars, and the total that they add up to. */
import type { Decision } from "../../core/decision/decision.ts";
import { sayTotal, sayVeto, sayWeights } from "../sentences.ts";
import { capital, sideWords, signed, spaced, spread } from "../words.ts";
import { type Bar, formatBar, fullOf, weighted } from "./bars.ts";
import { cut, type Page, pad, padLeft, paragraph, section } from "./page.ts";

interface Columns {
	name: number;
	/** On each side of the middle. */
	half: number;
	points: number;
	/** 0 where there is no room for it. */
	range: number;
}

const gap = "  ";
const widestHalf = 18;
const narrowestHalf = 3;
/** Below this the range is left out. */
const roomForRange = 56;
const titles = { points: "points", range: "can become" };

export function scoreLines(decision: Decision, page: Page, full = false): string[] {
	const { scores, total } = decision;
	const bars = scores.map(weighted);
	const names = scores.map(({ criterion }) => capital(spaced(criterion)));
	if (!page.bars) return spokenLines(decision, names, page);
	const columns = columnsOf(names, full ? [...bars, total] : bars, { page, full });
	const scale = { half: columns.half, full: fullOf(bars) };
	const rows = bars.map((bar, index) => {
		const drawn = formatBar(bar, scale, page);
		return rowOf({ name: names[index] ?? "", drawn, sum: bar }, columns, page);
	});
	const sum = { name: "Total", drawn: "", sum: total, paint: page.strong };
	return [
		"",
		headOf(columns, page),
		...rows,
		...(full ? [rowOf(sum, columns, page)] : []),
		...(full ? noteLines(decision, page) : totalLines(decision, page)),
	];
}

/** In words, for whoever hears the screen. */
function spokenLines(decision: Decision, names: string[], page: Page): string[] {
	const rows = decision.scores.flatMap((score, index) => {
		const points = signed(weighted(score).points, page.symbols.minus);
		return paragraph(page, `${names[index]}: ${points}, ${sideWords[score.toward]}`);
	});
	return section(page, "Scores (plus favors fine-tuning)", [
		...rows,
		...totalLines(decision, page),
	]);
}

const totalLines = ({ total, reasons }: Decision, page: Page): string[] => {
	const [points, threshold] = [total.points, total.threshold].map((sum) =>
		signed(sum, page.symbols.minus),
	);
	return paragraph(
		page,
		`${page.strong(`Total ${points}`)}; fine-tuning starts at ${threshold}.${sayVeto(total, reasons)}`,
	);
};

const noteLines = (decision: Decision, page: Page): string[] =>
	paragraph(page, `${sayTotal(decision, page.symbols.minus)} ${sayWeights(decision)}`.trim());

function columnsOf(
	names: string[],
	sums: Bar[],
	{ page: { width, symbols }, full }: { page: Page; full: boolean },
): Columns {
	const { minus } = symbols;
	const widest = (texts: string[]) => Math.max(...texts.map((text) => text.length));
	const points = widest([titles.points, ...sums.map((sum) => signed(sum.points, minus))]);
	const ranges = [titles.range, ...sums.map((sum) => spread(sum, minus))];
	const range = !full || width < roomForRange ? 0 : widest(ranges);
	const right = gap.length + points + (range > 0 ? gap.length + range : 0);
	const room = width - 2 * gap.length - right;
	const name = Math.min(widest(["Total", ...names]), room - 2 * narrowestHalf - 1);
	const half = Math.min(widestHalf, Math.floor((room - name - 1) / 2));
	return { name, half, points, range };
}

interface Row {
	name: string;
	drawn: string;
	sum: Bar;
	paint?: (text: string) => string;
}

function rowOf(
	{ name, drawn, sum, paint = (text) => text }: Row,
	columns: Columns,
	page: Page,
): string {
	const { minus } = page.symbols;
	const cells = [
		`  ${paint(pad(cut(name, columns.name), columns.name))}`,
		pad(drawn, columns.half * 2 + 1),
		paint(padLeft(signed(sum.points, minus), columns.points)),
	];
	if (columns.range > 0) cells.push(page.faint(padLeft(spread(sum, minus), columns.range)));
	return cells.join(gap);
}

/** The heading, with what the columns are and which way the bars point. */
function headOf({ name, half, points, range }: Columns, page: Page): string {
	const { strong, faint, symbols, side } = page;
	const ends = [
		[`${symbols.left} prompts `, ` fine-tuning ${symbols.right}`],
		["prompts ", " tuning"],
	].find((texts) => texts.every(({ length }) => length <= half)) ?? ["", ""];
	const [left = "", right = ""] = ends;
	const cells = [
		strong(pad("Scores", name + 2)),
		side["prompt-engineering"](padLeft(left, half)) +
			faint(symbols.axis) +
			side["fine-tuning"](pad(right, half)),
		faint(padLeft(titles.points, points)),
	];
	if (range > 0) cells.push(faint(padLeft(titles.range, range)));
	return cells.join(gap);
}
