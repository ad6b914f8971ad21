/** What the ways cost, each with a bar as long as its bill. */
import type { Decision } from "../../core/decision/decision.ts";
import { type CostBrief, costBrief } from "../cost/brief.ts";
import { costTitle } from "../cost/names.ts";
import { columnsOf } from "./columns.ts";
import { type Page, pad, padLeft, paragraph, section } from "./page.ts";

export function costLines({ cost }: Decision, page: Page): string[] {
	if (!cost) return [];
	const brief = costBrief(cost);
	return section(page, costTitle, [
		...paragraph(page, brief.headline),
		...paragraph(page, page.faint(`${brief.caption}: usual, and lowest to highest.`)),
		...wayLines(brief, page),
		...brief.lines.flatMap((line) => paragraph(page, line, `  ${page.symbols.bullet} `)),
	]);
}

const leastBar = 8;

function wayLines({ rows }: CostBrief, page: Page): string[] {
	const names = Math.max(...rows.map(({ name }) => columnsOf(name)));
	const numbers = Math.max(...rows.map(({ cells: [usual] }) => columnsOf(usual)));
	const ends = Math.max(...rows.map(({ cells }) => columnsOf(rangeOf(cells))));
	const room = page.width - names - numbers - ends - 8;
	const most = Math.max(...rows.map(({ month }) => month.usual));
	return rows.map(({ name, month, cells }) => {
		const bar = page.bars && room >= leastBar ? drawBar(month.usual / (most || 1), room, page) : "";
		return `  ${pad(name, names)}  ${padLeft(cells[0], numbers)}  ${pad(rangeOf(cells), ends)}  ${bar}`.trimEnd();
	});
}

const rangeOf = ([, low, high]: readonly [string, string, string]): string =>
	low === high ? "" : `(${low} to ${high})`;

/** What is not nothing is at least one column. */
const drawBar = (share: number, room: number, { symbols }: Page): string =>
	symbols.solid.repeat(share > 0 ? Math.max(1, Math.round(share * room)) : 0);
