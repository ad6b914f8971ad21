import { describe, expect, test } from "vitest";
import { parseAnswers } from "../../src/core/answers/answers.ts";
import { decide } from "../../src/core/decision/decide.ts";
import { settledSentence } from "../../src/interview/messages.ts";
import { rules } from "../built-in.ts";
import { folderOf, open } from "../installed/program.ts";
import { answerUntil, askOf, onlyAsking } from "./answering.ts";
import { keys } from "./terminal.ts";

const cwd = folderOf();
const stop = "Stop here and decide with what is known";
const save = "Save your answers";
const start = (...args: string[]) => open(args, { cwd });

/** The first line of what is said about a wrong answer. */
function complaint(fact: string, value: string): string {
	const read = parseAnswers(rules.questions, [{ fact, value, from: "test" }]);
	return read.ok ? "" : (read.problems[0]?.message.slice(0, 50) ?? "");
}

/** A pseudo-terminal of Windows draws by itself what it is sent: other text, same program. */
describe.skipIf(process.platform === "win32")("the interview", { timeout: 180_000 }, () => {
	test("begins with what it is, and with the question that tells most", async () => {
		const session = start();
		const screen = await session.see("Ctrl-C leaves");
		expect(screen).toContain("Nothing is sent anywhere.");
		expect(screen).toContain(askOf(decide(rules, {}).nextQuestion as string));
		expect(screen).toMatch(/So far: .* of the remaining possibilities agree\./);
		expect(screen).toMatch(/\d+ questions can still change the verdict\. /);
		expect(screen).toContain("I don't know");
		expect(screen).not.toContain("Go back");
		session.send(keys.interrupt);
		await session.end();
	});

	test("--all asks in the order of the file; arrow keys choose", async () => {
		const session = start("--all");
		await session.see(askOf("goal"));
		session.send(keys.down);
		await session.see(/❯ task-quality/);
		session.send(keys.down);
		await session.see(/❯ new-knowledge/);
		session.send(keys.up);
		await session.see(/❯ task-quality/);
		session.send(keys.enter);
		const screen = await session.next("Ctrl-C leaves");
		expect(screen).toContain("✔ main goal: task-quality");
		expect(screen).toContain(askOf("task"));
		expect(screen).toContain(`${Object.keys(rules.questions).length - 1} questions left.`);
		session.send(keys.interrupt);
		await session.end();
	});

	test("--all asks everything, names too, within 80 columns", async () => {
		const session = start("--all");
		const asked = await answerUntil(save, session, { model: "it's" });
		expect(asked).toEqual(Object.keys(rules.questions));
		const screen = await session.see(save);
		expect(screen).toContain("That was the last question");
		expect(screen).toContain("--model 'it'\\''s'");
		await session.choose("Don't save");
		const { code, text } = await session.end();
		expect(code).toBe(0);
		expect(text.split("\n").filter((line) => line.length > 80)).toEqual([]);
	});

	test("numbers: wrong ones are explained, ? explains, empty is unknown", async () => {
		const session = start("--all", ...onlyAsking("examples", "weeks"));
		expect(await session.see("decide now")).not.toContain("<: go back");
		session.send(`12 apples${keys.enter}`);
		await session.see(complaint("examples", "12 apples"));
		session.send(`${"\x15"}<${keys.enter}`);
		await session.see("There is nothing to go back to yet.");
		session.send(`${"\x15"}?${keys.enter}`);
		expect(await session.next("decide now")).toMatch(/Why I ask: .*\n[\s\S]*How to find out: /);
		session.send(`500..20k${keys.enter}`);
		const screen = await session.next("decide now");
		expect(screen).toContain("✔ labelled examples: 500 to 20,000");
		expect(screen).toContain("<: go back");
		session.send(keys.enter);
		expect(await session.next(save)).toContain("- weeks left: not known");
		await session.choose("Don't save");
		expect((await session.end()).text).toContain("--examples 500..20000 --no-input");
	});

	test("why it is asked, and going back to change an answer", async () => {
		const session = start("--all", ...onlyAsking("goal", "examples", "task"));
		await session.see("Ctrl-C leaves");
		await session.choose("Why do you ask");
		expect(await session.next("Ctrl-C leaves")).toMatch(/Why I ask: [\s\S]*How to find out: /);
		await session.choose("task-quality");
		await session.next(askOf("task"));
		await session.choose("broad");
		await session.next(askOf("examples"));
		session.send(`<${keys.enter}`);
		const back = await session.next("Ctrl-C leaves");
		expect(back).toContain("↩ task width: taken back");
		expect(back).toMatch(/❯ broad/);
		await session.choose("Go back");
		expect(await session.next("Ctrl-C leaves")).toMatch(/❯ task-quality/);
		session.send(keys.up);
		await session.see(/❯ format-style-tone/);
		session.send(keys.enter);
		// What was taken back is where its question starts again.
		expect(await session.next("Ctrl-C leaves")).toMatch(/❯ broad/);
		session.send(keys.enter);
		await session.next(askOf("examples"));
		session.send(`stop${keys.enter}`);
		await session.next(save);
		await session.choose("Don't save");
		const { text } = await session.end();
		expect(text).toContain("--goal format-style-tone --task broad --no-input");
	});

	test("going back to a number starts from the old one", async () => {
		const session = start("--all", ...onlyAsking("examples", "weeks"));
		await session.see("decide now");
		session.send(`500${keys.enter}`);
		await session.next(askOf("weeks"));
		session.send(`<${keys.enter}`);
		await session.next("> 500");
		session.send(`0${keys.enter}`);
		expect(await session.next(askOf("weeks"))).toContain("✔ labelled examples: 5,000");
		session.send(`stop${keys.enter}`);
		await session.next(save);
		session.send(keys.interrupt);
		expect((await session.end()).code).toBe(130);
	});

	test("stops early with a verdict", async () => {
		const session = start();
		await session.see("Ctrl-C leaves");
		await session.choose(stop);
		const { code, text } = await session.end();
		expect(code).toBe(0);
		expect(text).toContain(decide(rules, {}).headline);
		// Nothing was answered: there is nothing to keep.
		expect(text).not.toContain(save);
	});

	test("says when the verdict is settled, and offers the result", async () => {
		const session = start();
		await answerUntil("See the result now?", session, { evals: "none" });
		const screen = await session.see("Ctrl-C leaves");
		expect(screen).toContain(settledSentence);
		expect(screen).toContain("Improve the prompts.");
		await session.choose("Keep answering");
		expect(await session.next("Ctrl-C leaves")).toContain("The verdict is settled.");
		await session.choose("Go back");
		await session.next("Ctrl-C leaves");
		await session.choose("suite");
		// No longer settled: the count of questions is back.
		expect(await session.next("Ctrl-C leaves")).toContain("can still change the verdict");
		await session.choose("Go back");
		await session.next("Ctrl-C leaves");
		await session.choose("none");
		expect(await session.next("See the result now?")).toContain(settledSentence);
		await session.choose("See the result");
		expect(await session.next(save)).toContain("--evals none");
		await session.choose("Don't save");
		expect((await session.end()).code).toBe(0);
	});

	test("asks nothing when what is given settles the verdict", async () => {
		const { code, text } = await start("--evals", "none").end();
		expect(code).toBe(0);
		expect(text).toContain("What is given settles the verdict; --all asks the rest.");
		expect(text).not.toContain("Ctrl-C");
	});
});
