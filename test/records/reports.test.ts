/** From a report of the command line to a record that is checked: the two ends meet. */
import { describe, expect, test } from "vitest";
import { parseAnswers } from "../../src/core/answers/answers.ts";
import { decide } from "../../src/core/decision/decide.ts";
import { decisionGrounds, redecideBy } from "../../src/core/records/record.ts";
import { report } from "../../src/report/reports.ts";
import { filesOf, outdated, rules, runCli, today } from "./documents.ts";

const style = { width: 80, color: false, unicode: true };

describe.each([
	["markdown", "a.md"],
	["adr", "a.md"],
	["html", "a.html"],
])("%s", (format, name) => {
	const { path, read } = filesOf({ "facts.yaml": "goal: task-quality\nexamples: 700\n" });
	const write = (...flags: string[]) =>
		runCli(["-a", path("facts.yaml"), "--no-input", "-f", format, "-o", path(name), ...flags]);

	test("is unchanged when it is new, with a day or without", async () => {
		for (const flags of [[], ["--as-of", today]]) {
			expect(await write(...flags)).toMatchObject({ code: 0 });
			expect(read(name).includes(`decided: "${today}"`)).toBe(flags.length > 0);
			expect(await runCli(["check", path(name)])).toMatchObject({ code: 0 });
		}
	});

	test("is refreshed to what the report would be", async () => {
		await write("--as-of", today);
		const fresh = read(name);
		const { writeFileSync } = await import("node:fs");
		writeFileSync(path(name), outdated.moved(fresh));
		expect(await runCli(["check", path(name), "--write"])).toMatchObject({ code: 1 });
		expect(read(name)).toBe(fresh);
	});
});

test("a bare record is decided again too, but not refreshed", async () => {
	const decision = decide(rules, {});
	const bare = report("markdown", decision, rules, style);
	const { path, read } = filesOf({
		"a.md": bare
			.replace("<!-- should-i-finetune:begin -->", "")
			.replace(/^fingerprints:\n.*\n.*\n/m, "")
			.replace(/^confidence: .*$/m, "confidence: 0.51"),
	});
	const before = read("a.md");
	const { stdout, code } = await runCli(["check", path("a.md"), "--write"]);
	expect(stdout).toContain("moved, and no block that can be refreshed");
	expect(code).toBe(1);
	expect(read("a.md")).toBe(before);
});

describe("events of providers", () => {
	const names = Object.keys(rules.providers.status);

	// Records read them out of notices: every notice of an event must be told as one.
	test.each(names)("%s", (provider) => {
		for (const model of ["gpt-4.1-mini", "gemini-2.5-pro", "claude-3-haiku", "mistral-small"])
			for (const asOf of [today, "2025-01-01", "2027-06-01"]) {
				const answers = parseAnswers(rules.questions, [
					{ fact: "provider", value: provider, from: "test" },
					{ fact: "model", value: model, from: "test" },
				]);
				if (!answers.ok) throw new Error("The answers are fine.");
				const decision = decide(rules, answers.value, { asOf });
				const dated = decision.notices.filter(({ source }) => source !== "rules/providers.yaml");
				const { events } = decisionGrounds(decision);
				expect(events).toHaveLength(new Set(dated.map(({ says }) => says.split(": ")[0])).size);
				const ahead = events
					.map((event) => `${event.split(" ")[0]}-01-01`.slice(0, 10))
					.filter((day) => day > asOf);
				expect(redecideBy(decision.notices)).toBe(ahead.sort()[0]);
			}
	});
});
