/** Writes rows so that their reader gets whole lines, whenever the program is ended. */
import type { World } from "../io/world.ts";

/** What a pipe of Linux takes as a whole or not at all (PIPE_BUF): a kill cannot cut it. Longer lines it can. */
const wholeBytes = 4096;

const lineBreak = 10;

/** False when nobody reads them any longer. */
export async function writeRows(rows: Uint8Array, world: Pick<World, "write">): Promise<boolean> {
	for (let start = 0, end = 0; start < rows.length; start = end) {
		end = rows.lastIndexOf(lineBreak, start + wholeBytes - 1) + 1;
		if (end <= start) end = rows.indexOf(lineBreak, start) + 1;
		// One after another: what waits together is written together.
		if (!(await world.write(rows.subarray(start, end)))) return false;
	}
	return true;
}
