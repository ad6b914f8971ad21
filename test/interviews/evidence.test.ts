/** What eval results show stands right above the question on mistakes, and nowhere before it. */
import { describe, expect, test } from "vitest";
import { folderOf, open } from "../installed/program.ts";
import { askOf } from "./answering.ts";
import { keys } from "./terminal.ts";

const labels = ["billing", "refund", "outage", "other"];
const ask = askOf("failure");

/** Two versions on 40 tests: both take every third refund for billing, and the first one fails more. */
const results = [
	"version,question,expected,answer,passed,reason",
	...["v1", "v2"].flatMap((version) =>
		Array.from({ length: 40 }, (_, place) => {
			const expected = labels[place % 4] as string;
			const isHard = expected === "refund" && place % 3 === 0;
			const isLost = isHard || (version === "v1" && place % 7 === 0);
			const answer = isLost ? "billing" : expected;
			const reason = isLost ? `Expected ""${expected}"" but got ""billing""` : "";
			return `${version},Ticket ${place}: ${"please help ".repeat(place % 5)},${expected},${answer},${!isLost},"${reason}"`;
		}),
	),
].join("\n");

const cwd = folderOf({ "results.csv": results });
const given = ["--title", "Tickets", "--as-of", "2026-11-22", "--eval-results", "results.csv"];
const until = ["--goal", "task-quality", "--work", "classify", "--task", "narrow"];

describe.skipIf(process.platform === "win32")("evidence", { timeout: 180_000 }, () => {
	test("stands right above the question, and again after what explains it", async () => {
		const session = open([...given, ...until], { cwd });
		const before = await session.see("Ctrl-C leaves");
		expect(before).toContain("Eval results: ");
		expect(before).not.toContain("fail");
		await session.choose("systematic");
		const gap = await session.next("Ctrl-C leaves");
		expect(gap).not.toContain("From your eval results");
		await session.choose("large");
		const screen = await session.next("Ctrl-C leaves");
		expect(screen.indexOf("From your eval results:")).toBeGreaterThan(0);
		expect(screen.indexOf("From your eval results:")).toBeLessThan(screen.indexOf(ask));
		expect(screen.split("\n").filter((line) => line.length > 79)).toEqual([]);
		session.send("?");
		const again = await session.next("Ctrl-C leaves");
		expect(again).toMatch(/How to find out: [\s\S]*From your eval results:/);
		await session.choose("convention");
		const after = await session.next(/Ctrl-C leaves|Enter alone/);
		expect(after).not.toContain("From your eval results");
		session.send(keys.interrupt);
		const { text } = await session.end();
		const shown = `$ should-i-finetune ${[...given, ...until].join(" ")}\n${[before, gap, screen].map((one) => one.trim()).join("\n\n")}\n`;
		await expect(shown).toMatchFileSnapshot("transcripts/eval-results-beside-the-question.txt");
		expect(text).toContain("--failure convention");
	});

	test("is read aloud by --accessible, too", async () => {
		const session = open(["--accessible", ...given, ...until], { cwd });
		await session.see(/: $/);
		session.send("systematic\r");
		await session.see(/far is your best prompt[\s\S]*: $/);
		session.send("large\r");
		const screen = await session.see(/What kind of mistakes[\s\S]*: $/);
		expect(screen).toMatch(/From your eval results:\n {2}The best version fails/);
		session.send(keys.interrupt);
		await session.end();
	});

	test("is not shown where the answer is given", async () => {
		const session = open([...given, ...until, "--failure", "convention"], { cwd });
		await session.see("Ctrl-C leaves");
		session.send(keys.interrupt);
		expect((await session.end()).text).not.toContain("From your eval results");
	});
});
