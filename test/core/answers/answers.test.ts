import { describe, expect, test } from "vitest";
import { cellsOf } from "../../../src/core/answers/answer-set.ts";
import {
	type Answers,
	formatRaw,
	isExactOrUnknown,
	isKnown,
	masksOf,
	parseAnswers,
} from "../../../src/core/answers/answers.ts";
import { type Domain, listCells } from "../../../src/core/answers/domain.ts";
import { fillAnswers } from "../../../src/core/answers/format-answer.ts";
import type { Question } from "../../../src/core/answers/question.ts";
import { ruleSet } from "../../exact/random-rules.ts";
import { texts } from "../rule-files.ts";

const questions: Record<string, Question> = {
	examples: { ...texts, number: { most: 1_000_000, unit: "examples", example: 500 } },
	change: { ...texts, label: "rate of change", choices: { static: "?", monthly: "?", daily: "?" } },
	citations: { ...texts, label: "citations", "yes-no": { yes: "?", no: "?" } },
	rights: { ...texts, choices: { yes: "?", "per-user": "?", no: "?" } },
	model: { ...texts, text: { example: "gpt-4" } },
};

const parse = (fact: string, value: unknown) =>
	parseAnswers(questions, [{ fact, value, from: "test" }]);

describe("answers that are read", () => {
	test.each<[string, string, unknown, string | number]>([
		["a number", "examples", 500, 500],
		["a number in a text", "examples", "500", 500],
		["thousands", "examples", "200k", 200_000],
		["underscores", "examples", "1_000_000", 1_000_000],
		["a comma", "examples", "1,000", 1000],
		["a part", "examples", "1.5", 1.5],
		["nothing at all", "examples", 0, 0],
		["the largest", "examples", "1m", 1_000_000],
		["a list of one", "examples", [500], 500],
		["a range", "examples", "500..2000", "500..2000"],
		["a range with suffixes and spaces", "examples", " 0.5k .. 2k ", "500..2000"],
		["a range of parts", "examples", "1.5..2.5", "1.5..2.5"],
		["open above", "examples", "500..", "500.."],
		["open below", "examples", "..50", "..50"],
		["open on both sides", "examples", "..", "unknown"],
		["a range of one number", "examples", "500..500", 500],
		["a value", "change", "daily", "daily"],
		["in any case, with spaces", "change", "  Daily ", "daily"],
		["a set, in the order of the question", "change", "daily,monthly", "monthly,daily"],
		["a set with spaces", "change", "daily , monthly", "monthly,daily"],
		["a set as a list", "change", ["daily", "monthly"], "monthly,daily"],
		["the same twice", "change", "daily,daily", "daily"],
		["all but one", "change", "not daily", "static,monthly"],
		["all but two", "change", "not daily,static", "monthly"],
		["every value", "change", "static,monthly,daily", "unknown"],
		["yes", "citations", "yes", "yes"],
		["true", "citations", true, "yes"],
		["true in a text", "citations", "TRUE", "yes"],
		["a letter", "citations", "n", "no"],
		["false", "citations", false, "no"],
		["not yes", "citations", "not yes", "no"],
		["both", "citations", "yes,no", "unknown"],
		["both as a list", "citations", [true, false], "unknown"],
		["a choice with yes", "rights", true, "yes"],
		["a choice without no", "rights", "not no", "yes,per-user"],
		["a name", "model", "GPT-4", "GPT-4"],
		["a name with spaces around", "model", "  llama 3 ", "llama 3"],
		["a name with dots", "model", "a..b", "a..b"],
		["a name that is a number", "model", 4, "4"],
		["the longest name", "model", "x".repeat(200), "x".repeat(200)],
		["don't know", "examples", "unknown", "unknown"],
		["don't know, in any case", "change", " Unknown ", "unknown"],
		["don't know a name", "model", "unknown", "unknown"],
	])("%s: %s %j", (_name, fact, value, read) =>
		expect(parse(fact, value)).toEqual({
			ok: true,
			value: { [fact]: { value: read, from: "test" } },
		}),
	);
});

describe("answers that are refused", () => {
	test.each<[string, string, unknown, RegExp]>([
		[
			"a word for a number",
			"examples",
			"many",
			/^"many" is not a number of examples\. Write one such as 500, 20k, 500\+ or 500-1000\.$/,
		],
		["a negative number", "examples", -1, /^"-1" is not a number of examples/],
		["too large", "examples", "2m", /^"2m" is too large: at most 1,000,000 examples\.$/],
		["too large at the end of a range", "examples", "5..2m", /^"5\.\.2m" is too large/],
		["larger than numbers go", "examples", "9".repeat(400), /" is too large/],
		[
			"a range upside down",
			"examples",
			"2000..500",
			/^"2000\.\.500" runs backwards\. Put the smaller number first\.$/,
		],
		["a range of words", "examples", "few..many", /^"few\.\.many" is not a number of examples/],
		["three ends", "examples", "1..2..3", /^"1\.\.2\.\.3" is not a number/],
		["three dots", "examples", "1...3", /^"1\.\.\.3" is not a number/],
		["a set of numbers", "examples", "500,2000", /^"500,2000" is not a number/],
		[
			"a list of numbers, which is no 1,500",
			"examples",
			[1, 500],
			/^examples takes one value, not a list\./,
		],
		[
			"a list of names",
			"model",
			["a", "b"],
			/^model takes one value, not a list\. Write a name, such as gpt-4\.$/,
		],
		["true for a number", "examples", true, /^"true" is not a number/],
		["not a number", "examples", Number.NaN, /^examples must be one value or a set.*NaN/],
		["no end", "examples", Number.POSITIVE_INFINITY, /^examples must be one value/],
		[
			"an unknown value",
			"change",
			"weekly",
			/^"weekly" is not a valid answer to "rate of change"\. Choose static, monthly or daily\.$/,
		],
		[
			"a misspelt value",
			"change",
			"dayly",
			/^"dayly" is not a valid answer to "rate of change"\. Choose .*\. Did you mean daily\?$/,
		],
		[
			"one unknown value of a set",
			"change",
			"daily,weekly",
			/^"weekly" is not a valid answer to "rate of change"/,
		],
		["nothing between commas", "change", "daily,", /^"" is not a valid answer to "rate of change"/],
		[
			"a set that leaves nothing",
			"change",
			"not static,monthly,daily",
			/^"not .*" leaves no possible answer to "rate of change"\.$/,
		],
		[
			"neither yes nor no",
			"citations",
			"on",
			/^"on" is not a valid answer to "citations"\. Choose yes or no\.$/,
		],
		["a number for yes", "citations", 1, /^"1" is not a valid answer/],
		["what every object has", "citations", "constructor", /^"constructor" is not a valid answer/],
		["what every object is", "citations", "__proto__", /^"__proto__" is not a valid answer/],
		["empty", "examples", "", /^examples is empty\. .*Leave it out/],
		["spaces", "change", "  ", /^change is empty/],
		["an empty name", "model", "\t", /^model is empty/],
		["null", "change", null, /^change must be one value or a set such as a,b, not empty\.$/],
		["undefined", "change", undefined, /^change must be one value/],
		["an empty list", "change", [], /an empty list/],
		["a list of lists", "change", [["daily"]], /a list of lists or too long/],
		["a long list", "change", Array(31).fill("daily"), /a list of lists or too long/],
		["a mapping", "change", { a: 1 }, /not a mapping\.$/],
		["a bell in a name", "model", "a\u0007b", /^model must be on one line/],
		["a line end in a name", "model", "a\nb", /^model must be on one line/],
		[
			"an escape in a value",
			"change",
			"\u001b[31mdaily",
			/^"\\u001b\[31mdaily" is not a valid answer to "rate of change"/,
		],
		[
			"a name that is too long",
			"model",
			"x".repeat(201),
			/^model can have at most 200 characters\.$/,
		],
	])("%s: %s", (_name, fact, value, message) => {
		const read = parse(fact, value);
		expect(read.ok).toBe(false);
		const problems = read.ok ? [] : read.problems;
		expect(problems).toHaveLength(1);
		expect(problems[0]?.message).toMatch(message);
		expect(problems[0]).toMatchObject({ code: "bad-answer", at: { file: "test" } });
		expect(problems[0]?.hint).toContain(`explain ${fact}`);
	});

	test.each(["weather", "__proto__", "constructor", "toString", ""])("no fact %j", (fact) => {
		const read = parse(fact, "1");
		expect(read).toMatchObject({ ok: false, problems: [{ code: "unknown-fact" }] });
	});

	test("a misspelt fact", () =>
		expect(parse("exampels", 5)).toMatchObject({
			ok: false,
			problems: [{ message: 'There is no fact "exampels". Did you mean examples?' }],
		}));
});

describe("several answers", () => {
	const all = (...given: [fact: string, value: unknown, from: string][]) =>
		parseAnswers(
			questions,
			given.map(([fact, value, from]) => ({ fact, value, from })),
		);

	test("every problem is reported", () => {
		const read = all(["examples", "x", "a"], ["weather", 1, "b"], ["change", "", "c"]);
		expect(read).toMatchObject({
			ok: false,
			problems: [{ at: { file: "a" } }, { at: { file: "b" } }, { at: { file: "c" } }],
		});
	});

	test("the same answer in other words is no contradiction; the last place counts", () =>
		expect(all(["examples", "1k", "a"], ["examples", 1000, "b"])).toEqual({
			ok: true,
			value: { examples: { value: 1000, from: "b" } },
		}));

	test("two answers are one", () =>
		expect(all(["examples", 5, "--examples"], ["examples", 6, "answers.yaml:3"])).toMatchObject({
			ok: false,
			problems: [
				{ code: "contradiction", message: "examples is 5 in --examples and 6 in answers.yaml:3." },
			],
		}));

	test("the place is kept", () =>
		expect(
			parseAnswers(questions, [
				{
					fact: "examples",
					value: "x",
					from: "a.yaml:3",
					at: { file: "a.yaml", line: 3, column: 5 },
				},
			]),
		).toMatchObject({ problems: [{ at: { file: "a.yaml", line: 3, column: 5 } }] }));
});

const amount: Domain = { fact: "examples", kind: "number", cuts: [50, 500], most: 1_000_000 };
const change: Domain = { fact: "change", kind: "choice", values: ["static", "monthly", "daily"] };
const model: Domain = { fact: "model", kind: "text", values: ["gpt-4", "llama"] };

test.each<[string, Domain, string | number, number[]]>([
	["unknown", amount, "unknown", [0, 1, 2]],
	["zero", amount, 0, [0]],
	["below a cut", amount, 49, [0]],
	["just below a cut", amount, 49.5, [0]],
	["on a cut", amount, 50, [1]],
	["below the next", amount, 499, [1]],
	["on the next", amount, 500, [2]],
	["a range up to below a cut", amount, "0..49", [0]],
	["a range up to a cut, which it includes", amount, "0..50", [0, 1]],
	["a range from a cut", amount, "50..499", [1]],
	["a range over all", amount, "49..500", [0, 1, 2]],
	["open above", amount, "50..", [1, 2]],
	["open below", amount, "..50", [0, 1]],
	["one value", change, "monthly", [1]],
	["two values", change, "static,daily", [0, 2]],
	["any value", change, "unknown", [0, 1, 2]],
	["a name", model, "llama", [1]],
	["a name in another case", model, "GPT-4", [0]],
	["another name", model, "mistral", [2]],
	["any name", model, "unknown", [0, 1, 2]],
])("cells of %s", (_name, domain, value, cells) =>
	expect(listCells(cellsOf(domain, value))).toEqual(cells),
);

const rules = ruleSet({ questions, domains: [amount, change] });

test.each<[string, Answers, number[], boolean]>([
	["nothing answered", {}, [0b111, 0b111], true],
	["one answered", { change: { value: "daily", from: "" } }, [0b111, 0b100], true],
	["a set", { change: { value: "monthly,daily", from: "" } }, [0b111, 0b110], false],
	["a range within one cell", { examples: { value: "60..70", from: "" } }, [0b010, 0b111], true],
])("masks: %s", (_name, answers, masks, plain) => {
	expect(masksOf(rules, answers)).toEqual(masks);
	expect(isExactOrUnknown(rules, masks)).toBe(plain);
});

test.each<[Answers[string] | undefined, boolean]>([
	[undefined, false],
	[{ value: "unknown", from: "a" }, false],
	[{ value: 0, from: "a" }, true],
	[{ value: "daily", from: "a" }, true],
])("%j is known: %s", (answer, known) => expect(isKnown(answer)).toBe(known));

test.each([
	["plain", "daily", '"daily"'],
	["quotes", 'a"b', '"a\\"b"'],
	["control characters", "a\u001b\u0000b", String.raw`"a\u001b\u0000b"`],
	["characters that turn the line around", "a\u202eb", String.raw`"a\u202eb"`],
	["long", "x".repeat(61), `"${"x".repeat(57)}..."`],
	["just short enough", "x".repeat(60), `"${"x".repeat(60)}"`],
])("raw input in a message: %s", (_name, text, printed) => expect(formatRaw(text)).toBe(printed));

test("answers in the places of a sentence", () =>
	expect(
		fillAnswers("{examples} of {change}, {model}", { examples: { value: 2000, from: "" } }),
	).toBe("2,000 of unknown, unknown"));
