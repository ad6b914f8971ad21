/** The quick reader of a line: it reads what programs write, and never reads anything otherwise than a single run. */
import { describe, expect, test } from "vitest";
import { masksOf, parseAnswers } from "../../src/core/answers/answers.ts";
import type { Cells } from "../../src/core/answers/domain.ts";
import type { RuleSet } from "../../src/core/rules/rule-set.ts";
import { texts } from "../core/rule-files.ts";
import { randomOf, randomRuleSet, ruleSet } from "../exact/random-rules.ts";
import { rules as builtIn } from "../report/decisions.ts";
import { formatTokens, makeQuickReading, randomTokens, readSlowly } from "./lines.ts";

/** With what the built-in rules lack: names that rules tell apart, and cuts between whole numbers. */
const special = ruleSet({
	questions: {
		model: { ...texts, text: { example: "gpt" } },
		price: { ...texts, number: { most: 9.75, unit: "euros", example: 1 } },
		share: { ...texts, number: { most: 1, unit: "parts", example: 1 } },
		größe: { ...texts, number: { most: 9, unit: "parts", example: 1 } },
	},
	domains: [
		{ fact: "model", kind: "text", values: ["gpt"] },
		{ fact: "price", kind: "number", cuts: [0.5, 2.25], most: 9.75 },
		{ fact: "share", kind: "number", cuts: [1], most: 1 },
		{ fact: "größe", kind: "number", cuts: [5], most: 9 },
	],
	scores: [],
	gates: [],
	order: [0, 1, 2, 3],
});

const quickBuiltIn = makeQuickReading(builtIn);
const quickSpecial = makeQuickReading(special);

/** Who reads a line: the quick reader, only the other one, or none. */
type Reader = "quick" | "slow" | "none";

function readerOf(
	line: string,
	rules: RuleSet,
	quick: ReturnType<typeof makeQuickReading>,
): Reader {
	const told = quick([line]);
	const read = readSlowly(rules, line);
	if (told) expect(told).toEqual(read);
	return told ? "quick" : read ? "slow" : "none";
}

describe("a line is read", () => {
	test.each<[name: string, reader: Reader, line: string]>([
		["without spaces", "quick", '{"goal":"task-quality","examples":500}'],
		["as json.dumps of Python writes it", "quick", '{"goal": "task-quality", "teacher": true}'],
		["with many spaces", "quick", '{   "goal"   :   "task-quality"   ,   "weeks"   :   3   }   '],
		["with a carriage return at the end", "quick", '{"goal":"task-quality"}\r'],
		["with spaces and a carriage return", "quick", '{"goal":"task-quality"}  \r'],
		["with two carriage returns", "slow", '{"goal":"task-quality"}\r\r'],
		["with a carriage return inside", "slow", '{"goal":\r"task-quality"}'],
		["with a tab", "slow", '{"goal":\t"task-quality"}'],
		["with a space before it", "slow", ' {"goal":"task-quality"}'],
		["with a byte order mark", "none", '\ufeff{"goal":"task-quality"}'],
		["with a space that is no ASCII", "none", '{"goal":\u00a0"task-quality"}'],
		["true", "quick", '{"citations":true}'],
		["false", "quick", '{"citations":false}'],
		["yes", "quick", '{"citations":"yes"}'],
		["true in quotes", "slow", '{"citations":"true"}'],
		["y", "slow", '{"citations":"y"}'],
		["True of Python", "none", '{"citations":True}'],
		["tru", "none", '{"citations":tru}'],
		["balse", "none", '{"citations":balse}'],
		["truely", "none", '{"citations":truely}'],
		["null", "none", '{"citations":null}'],
		["true where yes is one of three", "slow", '{"data-rights":true}'],
		["true for a number", "none", '{"examples":true}'],
		["unknown for a choice", "quick", '{"goal":"unknown"}'],
		["unknown for a number", "quick", '{"examples":"unknown"}'],
		["unknown for a name", "quick", '{"model":"unknown"}'],
		["unknown for yes or no", "quick", '{"citations":"unknown"}'],
		["unknown in upper case", "slow", '{"goal":"UNKNOWN"}'],
		["a set", "slow", '{"knowledge-change":"monthly,daily"}'],
		["a list", "slow", '{"knowledge-change":["monthly","daily"]}'],
		["a complement", "slow", '{"knowledge-change":"not daily"}'],
		["a range", "slow", '{"examples":"500..2000"}'],
		["a number in quotes", "slow", '{"examples":"20k"}'],
		["a word in upper case", "slow", '{"goal":"Task-Quality"}'],
		["a key in upper case", "none", '{"Goal":"task-quality"}'],
		["an escape in a key", "slow", '{"\\u0067oal":"task-quality"}'],
		["an escape in a word", "slow", '{"goal":"task\\u002dquality"}'],
		["an escape in a name", "slow", '{"model":"a\\"b"}'],
		["a name that is no ASCII", "slow", '{"model":"modèle"}'],
		["a name with brackets", "quick", '{"model":"{[,:]}"}'],
		["a name of 200 characters", "quick", `{"model":"${"x".repeat(200)}"}`],
		["a name of 201 characters", "none", `{"model":"${"x".repeat(201)}"}`],
		["a name that ends with a space", "quick", '{"model":"x "}'],
		["a name that begins with a space", "slow", '{"model":" x"}'],
		["an empty name", "none", '{"model":""}'],
		["a blank name", "none", '{"model":"   "}'],
		["a name with a tab", "none", '{"model":"a\tb"}'],
		["a name with a delete character", "none", '{"model":"a\u007fb"}'],
		["a name that is a number", "slow", '{"model":4}'],
		["the same key twice", "none", '{"goal":"task-quality","goal":"task-quality"}'],
		["the same key twice, once escaped", "none", '{"goal":"unknown","\\u0067oal":"unknown"}'],
		["answers of a report", "slow", '{"answers":{"goal":{"value":"task-quality","from":"x"}}}'],
		["a fact with its place", "slow", '{"goal":{"value":"task-quality"}}'],
		["an empty object", "slow", "{}"],
		["an empty object with a space", "slow", "{ }"],
		["a comma at the end", "none", '{"goal":"task-quality",}'],
		["a comma at the beginning", "none", '{,"goal":"task-quality"}'],
		["two commas", "none", '{"goal":"task-quality",,"weeks":3}'],
		["no comma", "none", '{"goal":"task-quality" "weeks":3}'],
		["no colon", "none", '{"goal" "task-quality"}'],
		["text after the object", "none", '{"goal":"task-quality"}x'],
		["two objects", "none", '{"goal":"task-quality"}{"weeks":3}'],
		["a comment after the object", "none", '{"goal":"task-quality"} // mine'],
		["a value of another fact", "none", '{"goal":"narrow"}'],
		["a fact as a value", "none", '{"goal":"goal"}'],
		["a value as a fact", "none", '{"narrow":"narrow"}'],
		["a word that goes on", "none", '{"goal":"task-qualityx"}'],
		["a word that is cut off", "none", '{"goal":"task-qualit"}'],
		["an empty word", "none", '{"goal":""}'],
		["an empty key", "none", '{"":"task-quality"}'],
		["a word with a zero byte", "none", '{"goal\0":"task-quality"}'],
		["the prototype as a key", "none", '{"__proto__":"task-quality"}'],
		["the prototype as an answer", "none", '{"__proto__":{"goal":"task-quality"}}'],
		["the constructor as a key", "none", '{"constructor":"task-quality"}'],
		["the constructor as a value", "none", '{"goal":"constructor"}'],
		["a very long key", "none", `{"${"goal".repeat(100_000)}":"task-quality"}`],
		["a very long word", "none", `{"goal":"${"task-quality".repeat(100_000)}"}`],
		["a list", "none", '["goal"]'],
		["a word alone", "none", '"goal"'],
		["a brace alone", "none", "{"],
		["nothing", "none", ""],
	])("%s: %s", (_name, reader, line) => expect(readerOf(line, builtIn, quickBuiltIn)).toBe(reader));
});

describe("a number is read", () => {
	test.each<[number: string, reader: Reader]>([
		["0", "quick"],
		["00", "none"],
		["01", "none"],
		["-0", "slow"],
		["-1", "none"],
		["+1", "none"],
		["1e3", "slow"],
		["1E3", "slow"],
		["1.5", "quick"],
		["1.50", "quick"],
		["1.5e1", "slow"],
		["0.0", "quick"],
		["0.5", "quick"],
		["0.000001", "quick"],
		["0.0000001", "none"],
		["1.", "none"],
		[".5", "none"],
		["1.5.5", "none"],
		["1 000", "none"],
		["1_000", "none"],
		["0x10", "none"],
		["NaN", "none"],
		["Infinity", "none"],
		["1e400", "none"],
		["199.999999", "quick"],
		// JSON rounds it up to 200, which is another cell.
		["199.99999999999999999999", "slow"],
		["1000000000", "quick"],
		["1000000000.0", "slow"],
		["1000000000.5", "none"],
		["1000000001", "none"],
		["999999999999999", "none"],
		["1000000000000000", "none"],
		["0000000000000000", "none"],
		[`${"9".repeat(400)}`, "none"],
	])("%s: %s", (number, reader) =>
		expect(readerOf(`{"examples":${number}}`, builtIn, quickBuiltIn)).toBe(reader),
	);

	const edges = builtIn.domains.flatMap((domain) =>
		domain.kind === "number"
			? [...domain.cuts, domain.most].map((edge): [string, number] => [domain.fact, edge])
			: [],
	);
	test.each(edges)("%s around %d", (fact, edge) => {
		const most = builtIn.questions[fact]?.number?.most ?? 0;
		const numbers = [edge - 1, `${edge - 1}.999`, edge, `${edge}.0`, `${edge}.001`, edge + 1];
		const readers = numbers.map((number) =>
			readerOf(`{"${fact}":${number}}`, builtIn, quickBuiltIn),
		);
		const quick: Reader[] = ["quick", "quick", "quick", "quick", "quick", "quick"];
		expect(readers).toEqual(
			edge === most ? ["quick", "quick", "quick", "slow", "none", "none"] : quick,
		);
	});
});

describe("other rules", () => {
	test.each<[name: string, reader: Reader, line: string]>([
		["a name that rules mention", "slow", '{"model":"gpt"}'],
		["a name that none mentions", "slow", '{"model":"llama"}'],
		["a whole number between cuts that are none", "quick", '{"price":2}'],
		["a fraction beside a cut", "slow", '{"price":2.25}'],
		["more than the greatest price", "none", '{"price":10}'],
		["the greatest share", "quick", '{"share":1}'],
		["more than the greatest share", "none", '{"share":1.5}'],
		["a fact that is no ASCII", "slow", '{"größe":5}'],
	])("%s: %s", (_name, reader, line) => expect(readerOf(line, special, quickSpecial)).toBe(reader));

	test("with more facts than there are bits have no quick reader", () => {
		const facts = Array.from({ length: 33 }, (_, fact) => `fact-${fact}`);
		const domains = facts.map((fact) => ({ fact, kind: "number" as const, cuts: [], most: 9 }));
		const parts = { questions: {}, scores: [], gates: [], order: [...facts.keys()] };
		const line = '{"fact-31":1}';
		expect(
			makeQuickReading(ruleSet({ ...parts, domains: domains.slice(1) }))([line]),
		).toBeDefined();
		expect(makeQuickReading(ruleSet({ ...parts, domains }))([line])).toBeUndefined();
	});
});

describe("a line in a block", () => {
	test("is read alike wherever it stands", () => {
		const lines = ['{"goal":"task-quality"}', '{"goal":"task', '{"weeks":3}\r', "", '{"weeks":'];
		for (const [place, line] of lines.entries())
			expect(quickBuiltIn(lines, place)).toEqual(quickBuiltIn([line]));
		expect(quickBuiltIn(lines, 2)).toEqual(readSlowly(builtIn, '{"weeks":3}'));
	});

	// After the last line of a block come quotes, at which a reader may stop, but not read on.
	const complete = `{"data-quality":"raw","citations":false,"model":"a b","examples":1.5}`;
	test.each(Array.from({ length: complete.length }, (_, length) => complete.slice(0, length)))(
		"cut off at its very end: %s",
		(line) => {
			expect(quickBuiltIn([complete, line], 1)).toBeUndefined();
			expect(quickBuiltIn([line])).toBeUndefined();
		},
	);
});

const entriesOf = (line: string) =>
	Object.entries(JSON.parse(line)).map(([fact, value]) => ({ fact, value, from: "" }));

function masksOfLine(rules: RuleSet, line: string): Cells[] {
	const answers = parseAnswers(rules.questions, entriesOf(line));
	if (!answers.ok) throw new Error(`${line}: ${answers.problems[0]?.message}`);
	return masksOf(rules, answers.value);
}

const randomRules = randomOf(7).list(30, (seed) => randomRuleSet(randomOf(seed)));

describe("random lines", () => {
	test("say the same to both readers, and the quick one reads most", () => {
		const random = randomOf(1);
		let quick = 0;
		const count = 4000;
		for (let round = 0; round < count; round += 1) {
			const tokens = randomTokens(random, builtIn, { share: random.pick([0.05, 0.5, 1]) });
			const line = formatTokens(random, tokens);
			const told = quickBuiltIn([line]);
			if (told) expect(told, line).toEqual(masksOfLine(builtIn, line));
			// Empty objects, and names that are no ASCII, are left to the other reader.
			else expect(tokens.length === 0 || line.includes("ü"), line).toBe(true);
			if (told) quick += 1;
		}
		expect(quick).toBeGreaterThan(count / 2);
	});

	test.each([...randomRules.entries()])("of random rules %i say the same", (seed, rules) => {
		const random = randomOf(seed);
		const read = makeQuickReading(rules);
		for (let round = 0; round < 200; round += 1) {
			const sets = random.chance(0.3);
			const line = formatTokens(random, randomTokens(random, rules, { share: 0.7, sets }));
			const told = read([line]);
			if (told) expect(told, line).toEqual(masksOfLine(rules, line));
			expect(readSlowly(rules, line), line).toEqual(masksOfLine(rules, line));
		}
	});
});
