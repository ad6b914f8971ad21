/** Interviews of ten people, from the first line to the report, as files to review. */
import { cpSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { fileQuestion } from "../../src/interview/offer-file.ts";
import { isSkipped } from "../../src/interview/order.ts";
import { answersOf, rules } from "../built-in.ts";
import { folderOf, open, root } from "../installed/program.ts";
import { answerUntil, type Turn, waiting } from "./answering.ts";
import { type Person, people } from "./people.ts";
import type { Session } from "./terminal.ts";

const offer = "See the result now?";
const save = "Save your answers";
/** What has to be known before anything is said: goal, kind of work, tries, errors, data. */
const needed = ["goal", "work", "prompting", "failure", "quality-gap", "evals", "examples"];

/** What a file tells besides. */
const measured = ["data-quality", "prompt-tokens", "output-tokens", "modality"];

interface Interview {
	turns: Turn[];
	text: string;
}

async function interviewed({ title, facts, goesOn }: Person): Promise<Interview> {
	const cwd = folderOf();
	cpSync(join(root, "test/inspect/data/files/alpaca-identity.json"), join(cwd, "train.json"));
	const session = open(["--as-of", "2026-11-22"], { cwd });
	const plan = { title, ...facts };
	const turns = await answerUntil([offer, save], session, plan);
	if ((await session.see(waiting)).includes(offer)) {
		turns.push(await choose(session, goesOn ? "Answer up to" : "See the result"));
		turns.push(...(await answerUntil([save], session, plan, { isFirst: false })));
	}
	turns.push(await choose(session, "Don't save"));
	return { turns, text: (await session.end()).text };
}

async function choose(session: Session, answer: string): Promise<Turn> {
	const screen = await session.next(waiting);
	await session.choose(answer);
	return { screen, answer };
}

/** The report and what stands below it: all that came after the last list. */
const reportOf = ({ text }: Interview): string[] =>
	text
		.slice(text.lastIndexOf("Ctrl-C leaves.") + "Ctrl-C leaves.".length)
		.trim()
		.split("\n");

/** The first lines of the report, and the last ones on the screen. */
function shownReport(interview: Interview): string[] {
	const lines = reportOf(interview);
	return [...lines.slice(0, 12), "[...]", ...lines.slice(-2)];
}

const transcript = (interview: Interview): string =>
	[
		"$ should-i-finetune --as-of 2026-11-22",
		...interview.turns.map(
			({ screen, answer }) => `${screen.trim()}\n>>> ${answer || "I don't know"}\n`,
		),
		`${shownReport(interview).join("\n")}\n`,
	].join("\n");

describe.skipIf(process.platform === "win32")("people", { timeout: 180_000 }, () => {
	test.each(people)("$name", async (person) => {
		const interview = await interviewed(person);
		const asked = interview.turns.map(({ fact }) => fact);
		const { file, ...facts } = person.facts;
		// What the file tells is not asked.
		if (file !== undefined)
			for (const fact of measured) expect([fact, asked.includes(fact)]).toEqual([fact, false]);
		const known = answersOf(facts);
		for (const fact of needed) if (!isSkipped(rules, fact, known)) expect(asked).toContain(fact);
		const isPrompt = ({ fact, screen }: Turn) =>
			fact !== undefined || screen.includes(fileQuestion);
		expect(interview.turns.filter(isPrompt).length).toBeLessThanOrEqual(16);
		const shown = interview.turns.flatMap(({ screen }) => screen.split("\n"));
		expect(shown.filter((line) => line.length > 79)).toEqual([]);
		const report = reportOf(interview);
		// The headline stands above the first rule, below the title; the last lines repeat it.
		expect(report.at(-2)).toBe(report[report.findIndex((line) => line.startsWith("───")) - 1]);
		await expect(transcript(interview)).toMatchFileSnapshot(`transcripts/${person.name}.txt`);
		if (person.never !== undefined) expect(interview.text).not.toContain(person.never);
	});
});
