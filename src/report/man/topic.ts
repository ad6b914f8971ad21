/** Help on a topic: written once, shown by `help` and by the manual page. */
import { columnsOf } from "../text/columns.ts";
import { pad, paragraph } from "../text/page.ts";

/** A paragraph, terms with their meanings, or lines as they are typed. */
export type Block =
	| { says: string }
	| { terms: readonly (readonly [term: string, meaning: string])[] }
	| { types: readonly string[] };

export interface Topic {
	title: string;
	blocks: readonly Block[];
}

const widestTerm = 28;

/** A topic as text of some width. */
export function formatTopic({ title, blocks }: Topic, width: number): string {
	const parts = blocks.map((block) => formatBlock(block, width).join("\n"));
	return [title, ...parts].join("\n\n");
}

function formatBlock(block: Block, width: number): string[] {
	if ("says" in block) return paragraph({ width }, block.says, "");
	if ("types" in block) return block.types.map((line) => `  ${line}`);
	const column = Math.max(
		...block.terms.map(([term]) => columnsOf(term)).filter((columns) => columns <= widestTerm),
		0,
	);
	return block.terms.flatMap(([term, meaning]) => formatTerm(term, meaning, { column, width }));
}

/** A term that is wider than its column gets a line of its own. */
function formatTerm(
	term: string,
	meaning: string,
	{ column, width }: { column: number; width: number },
): string[] {
	const mark = `  ${pad(term, column)}  `;
	if (columnsOf(term) <= column) return paragraph({ width }, meaning, mark);
	return [`  ${term}`, ...paragraph({ width }, meaning, " ".repeat(column + 4))];
}
