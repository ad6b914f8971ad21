/** The lecture's table: a line for each row, or both columns with the cell that speaks for this project marked. */
import type { Decision } from "../../core/decision/decision.ts";
import type { Side } from "../../core/side.ts";
import { capital, sideNames, sideWords } from "../words.ts";
import { columnsOf, wrap } from "./columns.ts";
import { cut, type Page, pad, paragraph, section } from "./page.ts";

type Row = Decision["table"][number];

const indent = "  ";
const gap = "  ";
/** Below this the cells of a row stand below one another. */
const twoColumns = 56;

/** Which side each row speaks for, and as many of the answers that make it so as fit. */
export function rowLines(
	{ table }: Decision,
	facts: ReadonlyMap<string, string[]>,
	page: Page,
): string[] {
	const speaking = table.filter(({ speaksFor }) => speaksFor !== "neither");
	const widest = Math.max(...speaking.map(({ aspect }) => columnsOf(aspect)));
	const lines = speaking.flatMap(({ row, aspect, speaksFor, because }) => {
		const name = capital(aspect);
		const side = page.side[speaksFor](sideWords[speaksFor]);
		if (page.width < twoColumns) return paragraph(page, `${name}: ${side}`, indent);
		const start = `${indent}${pad(name, widest)}${gap}${pad(side, columnsOf(sideWords["fine-tuning"]))}${gap}`;
		const said = facts.get(row) ?? [];
		return [start + fitting(said.length > 0 ? said : [because], page.width - columnsOf(start))];
	});
	const none = paragraph(page, "Your answers so far don't touch any of its rows.");
	return section(page, "The lecture's comparison table", lines.length > 0 ? lines : none);
}

function fitting(parts: string[], room: number): string {
	const [first = "", ...others] = parts;
	const joined = others.reduce(
		(line, part) => (columnsOf(`${line}; ${part}`) <= room ? `${line}; ${part}` : line),
		first,
	);
	return cut(joined, room);
}

export function tableLines({ table }: Decision, page: Page): string[] {
	const rows = table.flatMap((row) => [
		...headLines(row, page),
		...(page.width < twoColumns ? stackedCells(row, page) : cellsBeside(row, page)),
		...(row.speaksFor === "neither"
			? []
			: paragraph(page, `Here: ${row.because}`, indent.repeat(2))),
	]);
	return section(page, "The lecture's comparison table", rows);
}

/** Names the side, since a mark alone cannot be read aloud; where there is none, says why. */
function headLines({ aspect, speaksFor, because }: Row, page: Page): string[] {
	const { strong, side, symbols } = page;
	const says =
		speaksFor === "neither" ? because : side[speaksFor](`favors ${sideNames[speaksFor]}`);
	return paragraph(page, `${strong(capital(aspect))} ${symbols.between} ${says}`, indent);
}

const tableCells = ({ promptEngineering, fineTuning }: Row) =>
	[
		["prompt-engineering", promptEngineering],
		["fine-tuning", fineTuning],
	] satisfies [Side, string][];

function cellsBeside(row: Row, page: Page): string[] {
	const width = Math.floor((page.width - 4 * gap.length) / 2);
	const cells = tableCells(row).map(([side, text]) => ({
		lines: wrap(text, width),
		speaks: row.speaksFor === side,
		paint: row.speaksFor === side ? page.side[side] : (plain: string) => plain,
	}));
	const height = Math.max(...cells.map(({ lines }) => lines.length));
	return Array.from({ length: height }, (_, at) => {
		const [left = "", right = ""] = cells.map(
			({ lines: { [at]: line = "" }, speaks, paint }) =>
				line && paint((speaks && at === 0 ? `${page.symbols.speaks} ` : gap) + line),
		);
		return `${indent}${right ? pad(left, width + gap.length) + indent + right : left}`;
	});
}

const stackedCells = (row: Row, page: Page): string[] =>
	tableCells(row).flatMap(([side, text]) => {
		const speaks = row.speaksFor === side;
		const mark = `${indent}${speaks ? page.symbols.speaks : " "} `;
		return paragraph(page, `${capital(sideNames[side])}: ${text}`, mark);
	});
