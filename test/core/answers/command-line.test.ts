import { execFileSync } from "node:child_process";
import { expect, test } from "vitest";
import type { Answers } from "../../../src/core/answers/answers.ts";
import { commandLine } from "../../../src/core/answers/command-line.ts";

const answers = (values: Record<string, string | number>): Answers =>
	Object.fromEntries(
		Object.entries(values).map(([fact, value]) => [fact, { value, from: "test" }]),
	);

test.each([
	["nothing known", {}, "npx should-i-finetune --no-input"],
	["a choice", { goal: "task-quality" }, "npx should-i-finetune --goal task-quality --no-input"],
	["a number", { examples: 20000 }, "npx should-i-finetune --examples 20000 --no-input"],
	["a range", { weeks: "2..8" }, "npx should-i-finetune --weeks 2..8 --no-input"],
	["a set", { latency: "a,b" }, "npx should-i-finetune --latency a,b --no-input"],
	["unknown is left out", { goal: "unknown" }, "npx should-i-finetune --no-input"],
	["a space", { model: "my model" }, "npx should-i-finetune --model 'my model' --no-input"],
	["a quote", { model: "it's" }, "npx should-i-finetune --model 'it'\\''s' --no-input"],
])("%s", (_name, values, expected) =>
	expect(commandLine(answers(values as Record<string, string | number>))).toBe(expected),
);

test("other flags come after the facts", () =>
	expect(commandLine(answers({ weeks: 2 }), { flags: [["--strict"], ["--rules", "a b"]] })).toBe(
		"npx should-i-finetune --weeks 2 --strict --rules 'a b' --no-input",
	));

test("a run that may ask has no --no-input", () =>
	expect(commandLine({}, { flags: [["--answers", "a.yaml"]], asks: true })).toBe(
		"npx should-i-finetune --answers a.yaml",
	));

test("lines fold between flags and fit", () => {
	const line = commandLine(answers({ goal: "task-quality", task: "narrow", weeks: 12 }), {
		width: 50,
	});
	expect(line).toBe(
		"npx should-i-finetune --goal task-quality \\\n  --task narrow --weeks 12 --no-input",
	);
	expect(Math.max(...line.split("\n").map(({ length }) => length))).toBeLessThanOrEqual(50);
});

const nasty = ["$HOME", "`id`", "a'b\"c", "a\\b", "*", "~", "!x", "a;b", "--x", "#", "héllo"];

test.skipIf(process.platform === "win32").each(nasty)("a shell reads %s back", (model) => {
	const line = commandLine(answers({ model, weeks: 3 }), { width: 20 });
	const script = line.replace("npx should-i-finetune", "printf '%s\\n'");
	const words = execFileSync("sh", ["-c", script], { encoding: "utf8" }).trimEnd().split("\n");
	expect(words).toEqual(["--model", model, "--weeks", "3", "--no-input"]);
});
