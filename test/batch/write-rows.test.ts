/** Rows are written in pieces that a pipe takes as a whole, and each of them ends with a line. */
import { expect, test } from "vitest";
import { writeRows } from "../../src/batch/write-rows.ts";

/** The lengths of what is written of lines of these lengths, their ends included. */
async function piecesOf(lengths: readonly number[]): Promise<number[]> {
	const rows = Buffer.from(lengths.map((length) => `${"x".repeat(length - 1)}\n`).join(""));
	const written: Uint8Array[] = [];
	const write = async (bytes: Uint8Array) => written.push(bytes) > 0;
	expect(await writeRows(rows, { write })).toBe(true);
	expect(Buffer.concat(written).equals(rows)).toBe(true);
	for (const piece of written) expect(piece.at(-1)).toBe(10);
	return written.map(({ length }) => length);
}

test.each<[name: string, lengths: number[], pieces: number[]]>([
	["nothing", [], []],
	["one line", [10], [10]],
	["lines that go into a piece", [2000, 2000, 96], [4096]],
	["lines that do not", [2000, 2000, 97], [4000, 97]],
	["a line as long as a piece", [10, 4096, 10], [10, 4096, 10]],
	["a line that is longer", [10, 5000, 10, 10], [10, 5000, 20]],
	["blank lines", [1, 1, 4096, 1], [2, 4096, 1]],
])("%s", async (_name, lengths, pieces) => expect(await piecesOf(lengths)).toEqual(pieces));

test("nothing more is written once nobody reads", async () => {
	let writes = 0;
	const write = async () => {
		writes += 1;
		return false;
	};
	const rows = Buffer.from(`${"x".repeat(4000)}\n`.repeat(3));
	expect(await writeRows(rows, { write })).toBe(false);
	expect(writes).toBe(1);
});
