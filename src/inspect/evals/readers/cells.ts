/** What a cell of a table says. */

const passed = new Set([
	"true",
	"pass",
	"passed",
	"correct",
	"c",
	"yes",
	"y",
	"1",
	"1.0",
	"success",
	"ok",
	"resolved",
	"✓",
]);
const failed = new Set([
	"false",
	"fail",
	"failed",
	"incorrect",
	"wrong",
	"i",
	"no",
	"n",
	"0",
	"0.0",
	"failure",
	"unresolved",
	"✗",
]);
/** Words that can mean nothing else, in any column. */
const plainWords = /^(?:pass|passed|fail|failed|correct|incorrect)$/i;

const plainOf = (cell: string): string => cell.trim().toLowerCase();

export const isPassWord = (cell: string): boolean =>
	passed.has(plainOf(cell)) || failed.has(plainOf(cell));
export const isPlainWord = (cell: string): boolean => plainWords.test(cell.trim());
export const passOf = (cell: string): boolean | undefined =>
	passed.has(plainOf(cell)) ? true : failed.has(plainOf(cell)) ? false : undefined;

/** A number as programs write it; `None` and `nan` are none. */
export function numberIn(cell: string): number | undefined {
	const text = cell.trim();
	return /^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?$/i.test(text) ? Number(text) : undefined;
}

export const isBlankCell = (cell: string): boolean => /^\s*(?:|none|nan|null|n\/a)\s*$/i.test(cell);
