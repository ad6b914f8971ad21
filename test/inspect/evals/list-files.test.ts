import { expect, test } from "vitest";
import { listEvalFiles } from "../../../src/inspect/evals/list-files.ts";

test("standard input is refused, and says what to do", async () => {
	expect(await listEvalFiles(["-"])).toMatchObject({
		ok: false,
		problems: [{ hint: "Write them to a file first, and give its name." }],
	});
});

test("a file that is named twice is listed once", async () => {
	expect(await listEvalFiles(["a.csv", "a.csv", "./-"])).toEqual({
		ok: true,
		value: [
			{ file: "a.csv", isNamed: true },
			{ file: "./-", isNamed: true },
		],
	});
});
