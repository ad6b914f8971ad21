/** Lines and lists: the same lines with the same numbers, in whatever pieces the input comes. */
import { describe, expect, test } from "vitest";
import { longestLine } from "../../src/batch/block.ts";
import { splitLines } from "../../src/batch/split-lines.ts";
import { splitList } from "../../src/batch/split-list.ts";
import { type Random, randomOf } from "../exact/random-rules.ts";
import { atOnce, chunksOf, linesOf, randomPieces, readLines } from "./blocks.ts";

const inPieces = Array.from({ length: 40 }, (_, seed) => randomPieces(randomOf(seed)));

/** In all kinds of pieces; fails where they do not all give the same. */
async function readAll(text: string | Uint8Array): Promise<string[]> {
	const lines = await readLines(text, atOnce);
	for (const pieces of inPieces) expect(await readLines(text, pieces)).toEqual(lines);
	return lines;
}

const mark = "\ufeff";

describe("lines", () => {
	test.each<[name: string, text: string, lines: string[]]>([
		["nothing", "", []],
		["one line", '{"a":1}\n', ['1 {"a":1}']],
		["no line break at the end", '{"a":1}\n{"b":2}', ['1 {"a":1}', '2 {"b":2}']],
		["carriage returns", '{"a":1}\r\n{"b":2}\r\n', ['1 {"a":1}\r', '2 {"b":2}\r']],
		[
			"blank lines",
			'\n\n{"a":1}\n\n \n{"b":2}\n\n',
			["1 ", "2 ", '3 {"a":1}', "4 ", "5  ", '6 {"b":2}', "7 "],
		],
		["a byte order mark", `${mark}{"a":1}\n`, ['1 {"a":1}']],
		["a mark and blank lines", `${mark}\n\n{"a":1}\n`, ["1 ", "2 ", '3 {"a":1}']],
		["a mark alone", mark, []],
		["a mark in the middle", `{"a":1}\n${mark}{"b":2}\n`, ['1 {"a":1}', `2 ${mark}{"b":2}`]],
		["letters of several bytes", '{"a":"é→😀"}\n{"b":"ü"}', ['1 {"a":"é→😀"}', '2 {"b":"ü"}']],
		["a brace alone", "{", ["1 {"]],
		["line breaks alone", "\n\n\n", ["1 ", "2 ", "3 "]],
		["a bad line in the middle", '{"a":1}\n[1]\nb,c\n', ['1 {"a":1}', "2 [1]", "3 b,c"]],
	])("%s", async (_name, text, lines) => expect(await readAll(text)).toEqual(lines));

	const long = `{"a":"${"x".repeat(longestLine + 50_000)}"}`;
	const short = (lines: string[]) =>
		lines.map((line) =>
			line.length > longestLine ? line.replace(/ \{"a":"x+.*$/, " long") : line,
		);

	test.each<[chunk: number, size: number]>([
		[65_536, 2 ** 20],
		[2 ** 18, 2 ** 14],
		[999_983, 1000],
		[10_000_000, 2 ** 20],
		[10_000_000, 10_000_000],
	])("around one that is too long, %i bytes at a time in blocks of %i", async (chunk, size) => {
		const pieces = { chunk: () => chunk, size };
		const text = `{"b":1}\n\n${long}\n{"c":2}\n${long}${long}\n{"d":3}\n`;
		const lines = ['1 {"b":1}', "2 ", "3 long", '4 {"c":2}', "5 long", '6 {"d":3}'];
		expect(short(await readLines(text, pieces))).toEqual(lines);
		expect(short(await readLines(`{"b":1}\n${long}`, pieces))).toEqual(['1 {"b":1}', "2 long"]);
		expect(short(await readLines(`${long}\n`, pieces))).toEqual(["1 long"]);
	});

	test("that are too long are not kept as a whole", async () => {
		const pieces = { chunk: () => 65_536, size: 2 ** 20 };
		const [kept = ""] = await linesOf(splitLines(chunksOf(long.repeat(20), pieces), 2 ** 20));
		expect(short([kept])).toEqual(["1 long"]);
		expect(kept.length).toBeLessThan(3 * longestLine);
	});

	test("come in blocks of about the size that is asked", async () => {
		const text = '{"a":1}\n'.repeat(10_000);
		const lengths: number[] = [];
		for await (const { length } of splitLines(chunksOf(text, atOnce), 1000)) lengths.push(length);
		expect(lengths.length).toBeGreaterThan(40);
		expect(Math.max(...lengths)).toBeLessThan(2010);
	});
});

describe("a list", () => {
	test.each<[name: string, text: string, lines: string[]]>([
		["of nothing", "[]", []],
		["of blanks", " \n[ \n ] \n", []],
		["on one line", '[{"a":1},{"b":2}]', ['1 {"a":1}', '1 {"b":2}']],
		["a line each", '[\n{"a":1},\n{"b":2}\n]\n', ['2 {"a":1}', '3 {"b":2}\r']],
		["after a byte order mark", `${mark}[{"a":1}]`, ['1 {"a":1}']],
		[
			"pretty-printed",
			'[\n  {\n    "a": 1\n  },\n  {\n    "b": 2\n  }\n]',
			['2 {\r    "a": 1\r  }', '5 {\r    "b": 2\r  }\r'],
		],
		["of lists and objects", '[{"a":[1,{"b":[2]}]},[3,4]]', ['1 {"a":[1,{"b":[2]}]}', "1 [3,4]"]],
		["of scalars", '[1, "a", null, true]', ["1 1", '1 "a"', "1 null", "1 true"]],
		[
			"with marks in strings",
			'[{"a":"],[}{,"},{"b":"\\"],\\\\"},{"c":"\\\\"}]',
			['1 {"a":"],[}{,"}', '1 {"b":"\\"],\\\\"}', '1 {"c":"\\\\"}'],
		],
		["with letters of several bytes", '[{"a":"é"},{"b":"😀"}]', ['1 {"a":"é"}', '1 {"b":"😀"}']],
		// From here on each has a fault, which is a line that cannot be read; no element is lost.
		["with two commas", '[{"a":1},,{"b":2}]', ['1 {"a":1}', "1 ,", '1 {"b":2}']],
		["with three commas", '[{"a":1},,,{"b":2}]', ['1 {"a":1}', "1 ,", "1 ,", '1 {"b":2}']],
		["with a comma first", '[,{"a":1}]', ["1 ,", '1 {"a":1}']],
		["with a comma alone", "[,]", ["1 ,", "1 ]"]],
		["with a comma last", '[{"a":1},\n]', ['1 {"a":1}', "2 ]"]],
		["that is not closed", '[{"a":1},\n{"b":2}\n', ['1 {"a":1}', '2 {"b":2}\r', "3 ["]],
		["that ends after a comma", '[{"a":1},\n', ['1 {"a":1}', "2 ["]],
		["that ends in an element", '[{"a":1},{"b":', ['1 {"a":1}', '1 {"b":', "1 ["]],
		["that ends in a string", '[{"a":1},{"b":"]', ['1 {"a":1}', '1 {"b":"]', "1 ["]],
		["that is only opened", "[", ["1 ["]],
		["with text after it", '[{"a":1}]\nx y\n', ['1 {"a":1}', "2 x y\r"]],
		["with a bracket after it", '[{"a":1}]]', ['1 {"a":1}', "1 ]"]],
		["with an object after it", '[{"a":1}]\n{"b":2}', ['1 {"a":1}', '2 {"b":2}']],
		["without a comma", '[{"a":1} {"b":2},{"c":3}]', ['1 {"a":1} {"b":2}', '1 {"c":3}']],
		["without a comma, a line each", '[{"a":1}\n{"b":2}]', ['1 {"a":1}\r{"b":2}']],
		["with a bracket that does not fit", '[{"a":1],{"b":2}]', ['1 {"a":1]', '1 {"b":2}']],
		["with a brace too many", '[{"a":1}},{"b":2}]', ['1 {"a":1}}', '1 {"b":2}']],
		["with a line break in a string", '[{"a":"\n"},{"b":2}]', ['1 {"a":"\r"}', '2 {"b":2}']],
	])("%s", async (_name, text, lines) => expect(await readAll(text)).toEqual(lines));

	test.each([65_536, 10_000_000])(
		"with an element that is too long, %i bytes at a time",
		async (chunk) => {
			const long = `{"a":"${"x],".repeat(longestLine / 2)}"}`;
			const list = `[{"b":1},\n${long},\n{"c":2},${long}]`;
			const pieces = { chunk: () => chunk, size: 2 ** 14 };
			const lines = await linesOf(splitList(chunksOf(list, pieces), pieces.size));
			expect(lines.map((line) => [line.slice(0, 7), line.length])).toEqual([
				['1 {"b":', 9],
				['2 {"a":', longestLine + 3],
				['3 {"c":', 9],
				['3 {"a":', longestLine + 3],
			]);
		},
	);

	test("of anything is split as JSON is read", async () => {
		const random = randomOf(1);
		for (let round = 0; round < 300; round += 1) {
			const list = random.list(random.int(0, 8), () => randomValue(random));
			const text = JSON.stringify(list, null, random.pick(["", "", " ", "\t"]));
			const lines = await readLines(` ${text}\n`, randomPieces(random));
			const parts = lines.map((line) => /^(\d+) (.*)$/s.exec(line) ?? []);
			expect(parts.map(([, , value = ""]) => JSON.parse(value))).toEqual(list);
			const numbers = parts.map(([, number]) => Number(number));
			expect(numbers).toEqual(firstLines(text, list.length));
		}
	});
});

/** Where elements begin in a text of JSON.stringify: at the least indentation. */
function firstLines(text: string, count: number): number[] {
	const lines = text.split("\n");
	if (lines.length === 1) return Array(count).fill(1);
	return lines.flatMap((line, place) => (/^[ \t][^ \t\]}]/.test(line) ? [place + 1] : []));
}

function randomValue(random: Random, depth = 0): unknown {
	const kind = random.int(0, depth < 3 ? 6 : 4);
	if (kind < 3) return random.pick(["", "]", "[{", ",", '"', "\\", 'a\\"]', "\n", "é😀", "a b"]);
	if (kind === 3) return random.pick([null, true, 0, -1.5, 1e30]);
	const values = random.list(random.int(0, 3), () => randomValue(random, depth + 1));
	if (kind === 5) return values;
	return Object.fromEntries(
		values.map((value, place) => [`${random.pick(["a]", "b"])}${place}`, value]),
	);
}
