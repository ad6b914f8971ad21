/** A line of a batch means what a file of answers means to a single run, or is refused as that is. */
import { describe, expect, test } from "vitest";
import { answersOf, makeMasksReader, readLine } from "../../src/batch/read-line.ts";
import { type Answers, masksOf, parseAnswers } from "../../src/core/answers/answers.ts";
import type { Cells } from "../../src/core/answers/domain.ts";
import { answersOn } from "../../src/core/decision/derived-answers.ts";
import { good, type Result } from "../../src/core/problems.ts";
import type { RuleSet } from "../../src/core/rules/rule-set.ts";
import { parseText } from "../../src/io/parse-text.ts";
import { answersIn } from "../../src/io/read-answers.ts";
import { texts } from "../core/rule-files.ts";
import { randomOf, randomRuleSet, ruleSet } from "../exact/random-rules.ts";
import { rules as builtIn } from "../report/decisions.ts";
import { formatTokens, randomTokens } from "./lines.ts";

const asOf = "2026-11-28";
/** With what follows from the answers, such as the bill. */
const masksOn = (rules: RuleSet, answers: Answers) =>
	masksOf(rules, answersOn(rules, answers, asOf));

/** Where a line stands is added in the end. */
const withoutPlaces = (read: Result<Cells[]>) =>
	read.ok ? read.value : read.problems.map(({ at: _, ...problem }) => problem);

/** The cells that a line leaves possible, or the codes of what is wrong with it. */
function makeReader(rules: RuleSet) {
	const readMasks = makeMasksReader(rules, asOf);
	return (line: string): Cells[] | string[] => {
		const read = readLine(line, []);
		if (!read.ok) return read.problems.map(({ code }) => code);
		const answers = answersOf(read.value.facts, rules, { file: "lines", line: 1 });
		const quick = readMasks(read.value.facts, { file: "lines", line: 1 });
		const found = answers.ok ? good(masksOn(rules, answers.value)) : answers;
		expect(withoutPlaces(quick), line).toEqual(withoutPlaces(found));
		return answers.ok ? masksOn(rules, answers.value) : answers.problems.map(({ code }) => code);
	};
}

/** What a single run makes of a file with this line. */
async function singleRun(rules: RuleSet, line: string): Promise<Cells[] | "refused"> {
	const parsed = await parseText(line, "file");
	const raw = parsed.ok ? answersIn(parsed.value, "file") : parsed;
	const answers = raw.ok ? parseAnswers(rules.questions, raw.value.answers) : raw;
	return answers.ok ? masksOn(rules, answers.value) : "refused";
}

const read = makeReader(builtIn);

describe("a line is read", () => {
	test.each([
		["without spaces", '{"goal":"task-quality","examples":500}'],
		["as json.dumps of Python writes it", '{"goal": "task-quality", "teacher": true}'],
		["with spaces and tabs anywhere", ' {\t"goal" : "task-quality" , "weeks" :3 } '],
		["with a carriage return at the end", '{"goal":"task-quality"}\r'],
		["yes and no", '{"citations":"yes","teacher":false}'],
		["true where yes is one of three", '{"data-rights":true}'],
		["unknown", '{"goal":"UNKNOWN","examples":"unknown","model":"unknown"}'],
		["a set", '{"knowledge-change":"monthly,daily"}'],
		["a list", '{"knowledge-change":["monthly","daily"]}'],
		["a complement", '{"knowledge-change":"not daily"}'],
		["a range", '{"examples":"500..2000"}'],
		["a number in quotes", '{"examples":"20k"}'],
		["a number with an exponent", '{"examples":1e3}'],
		["a number that JSON rounds up to the next cell", '{"examples":199.99999999999999999999}'],
		["the greatest number", '{"examples":1000000000}'],
		["a word in upper case", '{"goal":"Task-Quality"}'],
		["an escape in a key", '{"\\u0067oal":"task-quality"}'],
		["a name with a colon", '{"model":"a:b"}'],
		["a name that is a number", '{"model":4}'],
		["a name of 200 characters", `{"model":"${"x".repeat(200)}"}`],
		["answers of a report", '{"answers":{"goal":{"value":"task-quality","from":"x"}}}'],
		["a fact with its place", '{"goal":{"value":"task-quality"}}'],
		["an empty object", "{}"],
	])("%s: %s", async (_name, line) => {
		const masks = await singleRun(builtIn, line);
		expect(masks).not.toBe("refused");
		expect(read(line)).toEqual(masks);
	});
});

describe("a line is refused", () => {
	test.each([
		["a byte order mark", '\ufeff{"goal":"task-quality"}', "bad-json"],
		["True of Python", '{"citations":True}', "bad-json"],
		["a comma at the end", '{"goal":"task-quality",}', "bad-json"],
		["no comma", '{"goal":"task-quality" "weeks":3}', "bad-json"],
		["two objects", '{"goal":"task-quality"}{"weeks":3}', "bad-json"],
		["a number with a nought before it", '{"examples":01}', "bad-json"],
		["a list", '["goal"]', "no-mapping"],
		["a word alone", '"goal"', "no-mapping"],
		["the same key twice", '{"goal":"task-quality","goal":"task-quality"}', "duplicate-key"],
		["once escaped", '{"goal":"unknown","\\u0067oal":"unknown"}', "duplicate-key"],
		["twice further in", '{"answers":{"weeks":3,"weeks":3}}', "duplicate-key"],
		["null", '{"citations":null}', "bad-answer"],
		["true for a number", '{"examples":true}', "bad-answer"],
		["a negative number", '{"examples":-1}', "bad-answer"],
		["less than nothing by a sign alone", '{"examples":-0}', "bad-answer"],
		["a part of an example", '{"examples":1.5}', "bad-answer"],
		["too large a number", '{"examples":1000000001}', "bad-answer"],
		["endless", '{"examples":1e400}', "bad-answer"],
		["a fraction that is written with an exponent", '{"examples":0.0000001}', "bad-answer"],
		["a value of another fact", '{"goal":"narrow"}', "bad-answer"],
		["an empty word", '{"goal":""}', "bad-answer"],
		["the constructor as a value", '{"goal":"constructor"}', "bad-answer"],
		["a name of 201 characters", `{"model":"${"x".repeat(201)}"}`, "bad-answer"],
		["an answer beside answers", '{"answers":{"weeks":3,"goal":"narrow"},"goal":4}', "bad-answer"],
		["a key in upper case", '{"Goal":"task-quality"}', "unknown-fact"],
		["the prototype as a key", '{"__proto__":"task-quality"}', "unknown-fact"],
		["the constructor as a key", '{"constructor":"task-quality"}', "unknown-fact"],
	])("%s: %s", (_name, line, code) => {
		expect(read(line)).toEqual([code]);
		// What was remembered of a value is no better the second time.
		expect(read(line)).toEqual([code]);
	});

	const spaces = (count: number) => " ".repeat(count - 2);
	test.each([
		["a million characters", 1_000_000, "{}", false],
		["one more", 1_000_001, "{}", true],
	])("with %s", (_name, length, ends, isTooLarge) => {
		const line = `${ends[0]}${spaces(length)}${ends[1]}`;
		expect(read(line)).toEqual(isTooLarge ? ["too-large"] : masksOf(builtIn, {}));
	});
});

describe("numbers around the edges of cells", () => {
	const edges = builtIn.domains.flatMap((domain) =>
		domain.kind === "number"
			? [...domain.cuts, domain.most].map((edge): [string, number] => [domain.fact, edge])
			: [],
	);
	test.each(edges)("%s around %d", async (fact, edge) => {
		for (const number of [
			edge - 1,
			`${edge - 1}.999`,
			edge,
			`${edge}.0`,
			`${edge}.001`,
			edge + 1,
		]) {
			const line = `{"${fact}":${number}}`;
			const single = await singleRun(builtIn, line);
			expect(read(line), line).toEqual(single === "refused" ? ["bad-answer"] : single);
		}
	});

	test("cuts between whole numbers, and names that rules tell apart", async () => {
		const number = (most: number) => ({ ...texts, number: { most, unit: "parts", example: 1 } });
		const rules = ruleSet({
			questions: { model: { ...texts, text: { example: "gpt" } }, price: number(9.75) },
			domains: [
				{ fact: "model", kind: "text", values: ["gpt"] },
				{ fact: "price", kind: "number", cuts: [0.5, 2.25], most: 9.75 },
			],
			scores: [],
			gates: [],
			order: [0, 1],
		});
		const readOther = makeReader(rules);
		for (const line of [
			'{"model":"GPT"}',
			'{"model":"a"}',
			...[0, 0.5, 2, 2.25, 3, 9.75].map((price) => `{"price":${price}}`),
		])
			expect(readOther(line), line).toEqual(await singleRun(rules, line));
		expect(readOther('{"price":10}')).toEqual(["bad-answer"]);
	});
});

test("random lines of random rules mean what they mean to a single run", async () => {
	for (let seed = 0; seed < 40; seed += 1) {
		const random = randomOf(seed);
		const rules = seed % 4 === 0 ? builtIn : randomRuleSet(random);
		const readRandom = makeReader(rules);
		for (let round = 0; round < 50; round += 1) {
			const choice = { share: random.pick([0.1, 0.5, 1]), sets: random.chance(0.3) };
			const line = formatTokens(random, randomTokens(random, rules, choice));
			expect(readRandom(line), line).toEqual(await singleRun(rules, line));
		}
	}
});

test("more values than are remembered", () => {
	for (let place = 0; place < 2500; place += 1)
		expect(read(`{"model":"name ${place % 1200}"}`)).toEqual(masksOf(builtIn, {}));
});
