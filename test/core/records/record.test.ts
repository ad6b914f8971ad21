import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { parseAnswers } from "../../../src/core/answers/answers.ts";
import type { Question } from "../../../src/core/answers/question.ts";
import { decide } from "../../../src/core/decision/decide.ts";
import { findRecord, formatRecord } from "../../../src/core/records/record.ts";
import { ruleSet } from "../../exact/random-rules.ts";
import { texts } from "../rule-files.ts";

const questions: Record<string, Question> = {
	model: { ...texts, text: { example: "gpt-4" } },
	examples: { ...texts, number: { most: 1_000_000, unit: "examples", example: 500 } },
};
const rules = ruleSet({
	questions,
	domains: [
		{ fact: "model", kind: "text", values: [] },
		{ fact: "examples", kind: "number", cuts: [], most: 1_000_000 },
	],
	name: 'hostile --> "name"\n',
});

function recordOf(model: string | number, examples: string | number = 5): string {
	const answers = {
		model: { value: model, from: "test" },
		examples: { value: examples, from: "test" },
	};
	return formatRecord(decide(rules, answers));
}

describe("a record reads back as it was", () => {
	test.each([
		["a name", "gpt-4"],
		["a number as text", "4"],
		["an exponent as text", "1e3"],
		["a date", "2026-01-01"],
		["a word of YAML", "null"],
		["another one", "yes"],
		["the end of the comment", "a --> b"],
		["the end of the comment, nested", "--->"],
		["the start of a comment", "<!-- should-i-finetune"],
		["markup", "</script><b>&amp;"],
		["quotes", `'a' "b" \`c\``],
		["a backslash", "a\\u003eb\\"],
		["a key", "verdict: fine-tuning"],
		["a comment of YAML", "a # b"],
		["an anchor, an alias, a tag", "&a *b !c"],
		["block marks", "| > - ? : { } [ ] , %  @"],
		["a document mark", "---"],
		["a separator of lines", "a\u2028b\u2029c\u0085d"],
		["beyond ASCII", "Größe 模型 😀"],
		["half a character", "a\ud83db"],
		["a byte order mark", "\ufeffa"],
		["right to left", "a\u202eb\u200bc"],
		["spaces around", "  a  "],
		["a tab", "a\tb"],
		["line ends", "a\r\nb\n"],
		["a bell and a delete", "a\u0007\u007fb"],
		["long", "x --> ".repeat(100)],
		["of prototypes", "__proto__"],
	])("%s", (_name, value) => {
		const document = `# Title\n\nText.\n\n${recordOf(value)}\n\nMore --> text.\n`;
		const found = findRecord(document);
		const read = parse(found?.text ?? "");
		expect(read.answers).toEqual({ model: value, examples: 5 });
		expect(read.ruleset).toBe('hostile --> "name"\n 1');
		expect(recordOf(value).split("-->")).toHaveLength(2);
		expect(recordOf(value)).toMatch(/^[\n -~]*$/);
	});

	test.each<[string, string | number]>([
		["a number", 500],
		["a part", 0.5],
		["a range", "500..2000"],
		["unknown", "unknown"],
	])("%s, for the reader of answers", (_name, value) => {
		const { answers } = parse(findRecord(recordOf("m", value))?.text ?? "");
		const raw = Object.entries(answers).map(([fact, value]) => ({ fact, value, from: "test" }));
		expect(parseAnswers(questions, raw)).toMatchObject({
			ok: true,
			value: { examples: { value } },
		});
	});
});
