/** `questions` as people and programs run it; each case leaves a transcript. */
import { describe, expect, test } from "vitest";
import { folderOf, run } from "./program.ts";
import { expectTranscript } from "./transcripts.ts";

const cwd = folderOf({
	"answers.yaml": "title: Support bot\ngoal: task-quality\ntask: narrow\nprompting: none\n",
});
const asOf = ["--as-of", "2026-11-28"];

describe.each<[title: string, code: number, argv: string[]]>([
	["questions", 0, ["questions"]],
	["questions after some answers", 0, ["questions", "-a", "answers.yaml", "--skills", "ml"]],
	["questions with a bad answer", 2, ["questions", "--gaol", "x"]],
	["questions with a bad value", 2, ["questions", "--goal", "quality"]],
	["questions before a command", 2, ["--goal", "task-quality", "questions"]],
])("%s", (title, code, argv) => {
	test("shows", () =>
		expectTranscript(title, [...argv, ...(code === 0 ? asOf : [])], { code, cwd }));
});

test("as JSON they hold what a form needs, with the answers so far", async () => {
	const argv = ["questions", "-a", "answers.yaml", "--format", "json", ...asOf];
	const told = JSON.parse((await run(argv, { cwd })).stdout);
	expect(told).toMatchObject({ schemaVersion: 1, title: "Support bot", next: { fact: "work" } });
	const skipped = told.questions.filter(({ state }: { state: string }) => state === "skipped");
	expect(skipped.map(({ fact }: { fact: string }) => fact)).toEqual(["quality-gap", "failure"]);
});

test("every fact is a flag of questions too", async () => {
	const { stdout } = await run(["questions", "--help"], { cwd });
	for (const fact of ["goal", "examples", "provider"]) expect(stdout).toContain(`--${fact} <`);
});
