/** An interview to its end, with the report, on every width, and with names of any script. */
import widthOf from "fast-string-width";
import { describe, expect, test } from "vitest";
import { folderOf, open } from "../installed/program.ts";
import { onlyAsking } from "./answering.ts";
import { keys } from "./terminal.ts";

const model = "模型-🚀-gpt";

describe.skipIf(process.platform === "win32").each<[string, Record<string, string>]>([
	["in colour", {}],
	["with NO_COLOR", { NO_COLOR: "1" }],
])("%s", (_name, env) => {
	test.each([40, 60, 80, 120, 200])("on %i columns", async (columns) => {
		const argv = ["--all", ...onlyAsking("task", "model"), "--as-of", "2026-11-22"];
		const session = open(argv, { cwd: folderOf(), columns, env });
		await session.choose("narrow");
		await session.next(/decide\s+now|for\s+the\s+result/);
		session.send(`${model}${keys.enter}`);
		await session.next(/Save\s+your\s+answers/);
		await session.choose("Don't save");
		const { code, raw, text } = await session.end();
		expect(code).toBe(0);
		expect(raw.includes("\u001b[1m")).toBe(env.NO_COLOR === undefined);
		expect(text).toMatch(/^Scores/m);
		expect(text).toMatch(/^What to do/m);
		expect(text).toContain(model);
		expect(text).not.toMatch(/TypeError|^ +at .*[:(]|node:internal|This is a bug/m);
		// A link stays in one piece, to be copied.
		const lines = text.split("\n").filter((line) => !/^ {4}https?:/.test(line));
		const tooWide = lines.filter((line) => widthOf(line) > columns);
		expect(tooWide).toEqual([]);
	});
});
