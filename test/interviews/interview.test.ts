import { describe, expect, test } from "vitest";
import { parseAnswers } from "../../src/core/answers/answers.ts";
import { decide } from "../../src/core/decision/decide.ts";
import { fileQuestion } from "../../src/interview/offer-file.ts";
import { rules } from "../built-in.ts";
import { folderOf, open } from "../installed/program.ts";
import { answerUntil, askOf, onlyAsking, waiting } from "./answering.ts";
import { keys, type Session } from "./terminal.ts";

const rows = Array.from(
	{ length: 12 },
	(_, number) => `{"prompt": "What is twice ${number}?", "completion": "${2 * number}"}\n`,
).join("");

const cwd = folderOf();
const stop = "Stop here and decide with the answers so far";
const save = "Save your answers";
const start = (...args: string[]) => open(args, { cwd });

/** Skips the title, which is asked first of all. */
async function startAt(fact: string, ...args: string[]): Promise<Session> {
	const session = start("--title", "Test", ...args);
	await session.see(askOf(fact));
	return session;
}

/** The first line of what is said about a wrong answer. */
function complaint(fact: string, value: string): string {
	const read = parseAnswers(rules.questions, [{ fact, value, from: "test" }]);
	return read.ok ? "" : (read.problems[0]?.message.slice(0, 50) ?? "");
}

/** A pseudo-terminal of Windows draws by itself what it is sent: other text, same program. */
describe.skipIf(process.platform === "win32")("the interview", { timeout: 180_000 }, () => {
	test("begins with what it is, and asks what is being built", async () => {
		const session = start();
		const screen = await session.see("decide now");
		expect(screen).toContain("Nothing is sent anywhere.");
		expect(screen).toMatch(/Question 1 of about \d+\n\? In one line, what are you building\?/);
		expect(screen).not.toContain("to go back");
		session.send(keys.enter);
		const goal = await session.next("Ctrl-C leaves");
		expect(goal).toContain(askOf("goal"));
		expect(goal).toMatch(/Question 2 of about \d+\n/);
		// Nothing is known: nothing leans, and there are no odds.
		expect(goal).not.toMatch(/Leaning|possibilities|in 10/);
		session.send(keys.interrupt);
		await session.end();
	});

	test("arrow keys choose; ? explains and < goes back in lists, too", async () => {
		const session = await startAt("goal", "--all");
		session.send(keys.down);
		await session.see(/❯ task-quality/);
		session.send("<");
		session.send(keys.up);
		await session.see(/❯ format-style-tone/);
		session.send(keys.down);
		await session.see(/❯ task-quality/);
		session.send(keys.enter);
		const screen = await session.next("Ctrl-C leaves");
		expect(screen).toContain("✔ Main goal: doing one kind of task more accurately");
		expect(screen).toContain(askOf("work"));
		session.send("?");
		expect(await session.next("Ctrl-C leaves")).toMatch(
			/Why it matters: [\s\S]*How to find out: [\s\S]*What kind of work/,
		);
		session.send("<");
		const back = await session.next("Ctrl-C leaves");
		expect(back).toContain("↩ Main goal: taken back");
		expect(back).toMatch(/❯ task-quality/);
		session.send(keys.interrupt);
		await session.end();
	});

	test("--all asks all that applies, names too, within 80 columns", async () => {
		const session = start("--all");
		const asked = await answerUntil([save], session, { model: "it's" });
		// Besides, whether there is a file to count.
		const facts = asked.flatMap(({ fact }) => fact ?? []);
		expect(facts).toEqual(["title", ...Object.keys(rules.questions)]);
		const screen = await session.see(save);
		expect(screen).toContain("That was the last question.");
		expect(screen).toContain("--model 'it'\\''s'");
		await session.choose("Don't save");
		const { code, text } = await session.end();
		expect(code).toBe(0);
		expect(text.split("\n").filter((line) => line.length > 80)).toEqual([]);
	});

	test("numbers: wrong ones are explained, ? explains, empty is unknown", async () => {
		const session = start("--all", ...onlyAsking("examples", "weeks"));
		expect(await session.see("decide now")).not.toContain("to go back");
		session.send(`12 apples${keys.enter}`);
		await session.see(complaint("examples", "12 apples"));
		session.send(`${"\x15"}<${keys.enter}`);
		await session.see("There is nothing to go back to yet.");
		session.send(`${"\x15"}?${keys.enter}`);
		expect(await session.next("decide now")).toMatch(
			/Why it matters: .*\n[\s\S]*How to find out: /,
		);
		session.send(`500..20k${keys.enter}`);
		const screen = await session.next("now.");
		expect(screen).toContain("✔ Labeled examples: 500 to 20,000 examples");
		expect(screen).toContain("< to go back");
		session.send(keys.enter);
		expect(await session.next(save)).toContain("- Weeks left: not known");
		await session.choose("Don't save");
		expect((await session.end()).text).toContain("--examples 500..20000");
	});

	test("who cannot count the examples may have a file that tells", async () => {
		const cwd = folderOf({ "train.jsonl": rows, "notes.jsonl": '{"a": 1}\n' });
		const session = open(["--all", ...onlyAsking("examples", "weeks")], { cwd });
		await session.see("decide now");
		session.send(keys.enter);
		expect(await session.next(waiting)).toContain(`? ${fileQuestion}`);
		session.send(`none.jsonl${keys.enter}`);
		await session.see(/none\.jsonl: .*no such file\.\s+Try\s+another\s+path/s);
		session.send(`\x15notes.jsonl${keys.enter}`);
		await session.see(/nothing\s+can\s+be\s+counted/);
		session.send(`\x15-${keys.enter}`);
		await session.see("Type the path of a file.");
		// As a terminal writes a file that is dropped on it.
		session.send(`\x15'train.jsonl' ${keys.enter}`);
		const screen = await session.next(waiting);
		expect(screen).toContain("✔ Measured from train.jsonl: examples 12;");
		expect(screen).toContain(askOf("weeks"));
		// Back to the question, which may now be answered otherwise.
		session.send(`<${keys.enter}`);
		await session.next("decide now");
		session.send(keys.enter);
		await session.next(waiting);
		session.send(`<${keys.enter}`);
		expect(await session.next("decide now")).toContain(askOf("examples"));
		session.send(keys.enter);
		await session.next(waiting);
		session.send(`train.jsonl${keys.enter}`);
		await session.next(askOf("weeks"));
		session.send(keys.enter);
		await session.next(save);
		await session.choose("Don't save");
		const { code, text } = await session.end();
		expect(code).toBe(0);
		expect(text).toMatch(/--examples 12\b/);
	});

	test("a path is an answer to the question on the number of examples", async () => {
		const cwd = folderOf({ "train.jsonl": rows, "train data": rows, "notes.jsonl": '{"a": 1}\n' });
		const session = open(["--all", ...onlyAsking("examples", "weeks")], { cwd });
		expect(await session.see("decide now")).toMatch(/may\s+have\s+a\s+file/);
		session.send(`12 apples${keys.enter}`);
		await session.see(complaint("examples", "12 apples"));
		session.send(`\x15none.jsonl${keys.enter}`);
		await session.see(/none\.jsonl: .*no such file\.\s+Try\s+another\s+path/s);
		session.send(`\x15notes.jsonl${keys.enter}`);
		await session.see(/nothing\s+can\s+be\s+counted/);
		session.send(`\x15train.jsonl${keys.enter}`);
		const screen = await session.next(waiting);
		expect(screen).toContain("✔ Measured from train.jsonl: examples 12;");
		expect(screen).toContain(askOf("weeks"));
		// Back to the question, and a name that only a file has.
		session.send(`<${keys.enter}`);
		await session.next("decide now");
		session.send(`train data${keys.enter}`);
		await session.next(askOf("weeks"));
		session.send(keys.enter);
		await session.next(save);
		await session.choose("Don't save");
		expect((await session.end()).text).toMatch(/--examples 12\b/);
	});

	test("going back changes an answer, and its question starts from it", async () => {
		const session = start("--all", ...onlyAsking("goal", "examples", "task"));
		await session.see("Ctrl-C leaves");
		await session.choose("Why do you ask");
		expect(await session.next("Ctrl-C leaves")).toMatch(/Why it matters: [\s\S]*How to find out: /);
		await session.choose("task-quality");
		await session.next(askOf("task"));
		await session.choose("broad");
		await session.next(askOf("examples"));
		session.send(`<${keys.enter}`);
		const back = await session.next("Ctrl-C leaves");
		expect(back).toContain("↩ Task scope: taken back");
		expect(back).toMatch(/❯ broad/);
		await session.choose("Go back");
		expect(await session.next("Ctrl-C leaves")).toMatch(/❯ task-quality/);
		session.send(keys.up);
		await session.see(/❯ format-style-tone/);
		session.send(keys.enter);
		expect(await session.next("Ctrl-C leaves")).toMatch(/❯ broad/);
		session.send(keys.enter);
		await session.next(askOf("examples"));
		session.send(`stop${keys.enter}`);
		await session.next(save);
		await session.choose("Don't save");
		const { text } = await session.end();
		expect(text).toContain("--goal format-style-tone --task broad");
	});

	test("going back to a number starts from the old one", async () => {
		const session = start("--all", ...onlyAsking("examples", "weeks"));
		await session.see("decide now");
		session.send(`500${keys.enter}`);
		await session.next(askOf("weeks"));
		session.send(`<${keys.enter}`);
		await session.next("> 500");
		session.send(`0${keys.enter}`);
		expect(await session.next(askOf("weeks"))).toContain("✔ Labeled examples: 5,000 examples");
		session.send(keys.interrupt);
		expect((await session.end()).code).toBe(130);
	});

	test("stops early with a verdict", async () => {
		const session = await startAt("goal");
		await session.choose(stop);
		const { code, text } = await session.end();
		expect(code).toBe(0);
		expect(text).toContain(decide(rules, {}).headline);
		// Nothing was answered: there is nothing to keep.
		expect(text).not.toContain(save);
	});

	test("a closed gate is a note in passing", async () => {
		const session = start("--all", ...onlyAsking("evals", "examples"));
		await session.see("Ctrl-C leaves");
		await session.choose("none");
		const screen = await session.next(askOf("examples"));
		const closed = rules.gates.find(({ id }) => id === "measurable")?.closed.slice(0, 20);
		expect(screen.replaceAll(/\s+/g, " ")).toMatch(
			new RegExp(`Noted: this comes before any fine-tuning. ${closed}.*`),
		);
		session.send(keys.interrupt);
		await session.end();
	});

	test("offers the result once the core is done, and a few more questions", async () => {
		const session = await startAt("goal", "--budget-usd", "5000", "--weeks", "8");
		await answerUntil(["See the result now?"], session, {
			goal: "task-quality",
			work: "act",
			evals: "suite",
			examples: 200,
		});
		const screen = await session.see(waiting);
		expect(screen).toMatch(/❯ See the result\n {2}Answer up to \d more questions?\n/);
		await session.choose("Answer up to");
		const more = await session.next("Ctrl-C leaves");
		expect(more).toMatch(/this one tells the most|can still change/);
		expect(more).toContain("  See the result\n");
		session.send("<");
		await session.next("Ctrl-C leaves");
		session.send(keys.interrupt);
		await session.end();
	});

	test("asks nothing when what is given settles verdict, outlook and first steps", async () => {
		const facts = Object.entries(rules.questions).flatMap(([fact, { choices, number }]) => {
			const value = Object.keys(choices ?? { yes: "" })[0] ?? "yes";
			return fact === "model" || fact === "provider"
				? []
				: [`--${fact}`, String(number?.example ?? value)];
		});
		const { code, text } = await start(...facts).end();
		expect(code).toBe(0);
		expect(text).toContain("What you gave settles the result; --all asks the rest.");
		expect(text).not.toContain("Ctrl-C");
	});

	test("asks on when only a gate is closed", async () => {
		const session = start("--evals", "none");
		await session.see(askOf("title"));
		session.send(keys.interrupt);
		expect((await session.end()).text).not.toContain("--evals none");
	});
});

describe.skipIf(process.platform === "win32")("the end of the screen", { timeout: 180_000 }, () => {
	test("is headline and confidence", async () => {
		const session = await startAt("goal");
		await session.choose("cost-latency");
		await session.next(waiting);
		await session.choose(stop);
		await session.next(save);
		await session.choose("Don't save");
		const { text } = await session.end();
		const { headline } = decide(rules, { goal: { value: "cost-latency", from: "test" } });
		const [last, before] = text.trimEnd().split("\n").reverse();
		expect(before).toBe(headline);
		expect(last).toMatch(/^Confidence( that .*)?: about/);
		// Saving came before the report.
		expect(text.indexOf(save)).toBeLessThan(text.indexOf(headline));
	});
});

describe.skipIf(process.platform === "win32")("accessible", { timeout: 180_000 }, () => {
	const prompt = /: $/;

	test.each([
		["--accessible", ["--accessible"], {}],
		["ACCESSIBLE=1", [], { ACCESSIBLE: "1" }],
		["--accessible on a dumb terminal", ["--accessible"], { TERM: "dumb" }],
	])("%s: numbered questions, nothing drawn again", async (_name, args, env) => {
		const session = open([...args, "--title", "Test"], { cwd, env });
		const screen = await session.see(prompt);
		expect(screen).toContain("What should get better?\n1. format-style-tone: How the output");
		expect(screen).toContain("Number (Enter alone: I don't know):");
		session.send("99\r");
		await session.see(/Type the number of one of these choices\.\n.*: $/);
		session.send("2\r");
		const work = await session.see(/\? *\n1\. classify[\s\S]*: $/);
		expect(work).toContain("* Main goal: doing one kind of task more accurately");
		session.send("?\r");
		await session.see(/How to find out: [\s\S]*: $/);
		session.send("<\r");
		await session.see(/Main goal: taken back[\s\S]*: $/);
		session.send("\r");
		await session.see(/1\. classify[\s\S]*: $/);
		session.send("stop\r");
		await session.see(/Save your answers[\s\S]*: $/);
		session.send("3\r");
		const { code, raw } = await session.end();
		expect(code).toBe(0);
		for (const sign of ["\u001b[?25", "\u001b[G", "\u001b[2K", "\u001b[1A"])
			expect(raw).not.toContain(sign);
	});

	test("the end of input says how to go on", async () => {
		const session = open(["--accessible", "--title", "Test"], { cwd });
		await session.see(prompt);
		session.send("2\r");
		await session.see(/1\. classify[\s\S]*: $/);
		session.send(keys.end);
		const { code, text } = await session.end();
		expect(code).toBe(130);
		expect(text).toMatch(/To go on from here:\n.*--goal task-quality.*--title Test/);
	});
});
