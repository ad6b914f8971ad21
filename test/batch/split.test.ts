/** Lines and lists: the same lines with the same numbers, in whatever pieces the input comes. */
import { describe, expect, test } from "vitest";
import { readBlocks } from "../../src/batch/read-blocks.ts";
import { splitLines } from "../../src/batch/split-lines.ts";
import { type Random, randomOf } from "../exact/random-rules.ts";
import { allLines, atOnce, chunksOf, randomPieces, readLines } from "./blocks.ts";

const inPieces = Array.from({ length: 20 }, (_, seed) => randomPieces(randomOf(seed)));

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

	test.each([2 ** 14, 2 ** 18, 10_000_000])(
		"around one that is too long, in blocks of %i",
		async (size) => {
			const long = `{"a":"${"x".repeat(9_000_000)}"}`;
			const text = `{"b":1}\n\n${long}\n{"c":2}\n${long}`;
			const lines = await readLines(text, { chunk: () => 65_536, size });
			expect(lines.map((line) => line.slice(0, 9))).toEqual([
				'1 {"b":1}',
				"2 ",
				'3 {"a":"x',
				'4 {"c":2}',
				'5 {"a":"x',
			]);
			// Of the long lines not all is kept, but enough to be too long.
			const kept = lines.map(({ length }) => length).filter((length) => length > 100);
			if (size < 10_000_000) expect(Math.max(...kept)).toBeLessThan(4_500_000);
			expect(Math.min(...kept)).toBeGreaterThan(1_000_100);
		},
	);

	test("come in blocks of about the size that is asked", async () => {
		const text = '{"a":1}\n'.repeat(10_000);
		const lengths: number[] = [];
		for await (const { bytes } of splitLines(chunksOf(text, atOnce), "file", 1000))
			lengths.push(bytes.length);
		expect(lengths.length).toBeGreaterThan(40);
		expect(Math.max(...lengths)).toBeLessThan(2010);
	});
});

const gap = (line: number) => `${line} ! The array has a comma with no element before or after it.`;
const noEnd = "The JSON array has no end.";
const more = "The file continues after the end of its JSON array; only the array was decided.";

describe("a list", () => {
	test.each<[name: string, text: string, lines: string[]]>([
		["of nothing", "[]", []],
		["of blanks", " \n[ \n ] \n", []],
		["on one line", '[{"a":1},{"b":2}]', ['1 {"a":1}', '1 {"b":2}']],
		["a line each", '[\n{"a":1},\n{"b":2}\n]\n', ['2 {"a":1}', '3 {"b":2}']],
		["after a byte order mark", `${mark}[{"a":1}]`, ['1 {"a":1}']],
		[
			"pretty-printed",
			'[\n  {\n    "a": 1\n  },\n  {\n    "b": 2\n  }\n]',
			['2 {\r    "a": 1\r  }', '5 {\r    "b": 2\r  }'],
		],
		["of lists and objects", '[{"a":[1,{"b":[2]}]},[3,4]]', ['1 {"a":[1,{"b":[2]}]}', "1 [3,4]"]],
		["of scalars", '[1, "a", null, true]', ["1 1", '1 "a"', "1 null", "1 true"]],
		[
			"with marks in strings",
			'[{"a":"],[}{,"},{"b":"\\"],\\\\"},{"c":"\\\\"}]',
			['1 {"a":"],[}{,"}', '1 {"b":"\\"],\\\\"}', '1 {"c":"\\\\"}'],
		],
		["with letters of several bytes", '[{"a":"é"},{"b":"😀"}]', ['1 {"a":"é"}', '1 {"b":"😀"}']],
		// A fault within an element, or for lack of one, is a line that cannot be read; no other is lost.
		["with three commas", '[{"a":1},,\n,{"b":2}]', ['1 {"a":1}', gap(1), '2 {"b":2}']],
		["with a comma first", '[,{"a":1}]', [gap(1), '1 {"a":1}']],
		["with a comma alone", "[,]", [gap(1)]],
		["with a comma last", '[{"a":1},\n]', ['1 {"a":1}', gap(2)]],
		["without a comma", '[{"a":1} {"b":2},{"c":3}]', ['1 {"a":1} {"b":2}', '1 {"c":3}']],
		["with a bracket that does not fit", '[{"a":1],{"b":2}]', ['1 {"a":1]', '1 {"b":2}']],
		["with a line break in a string", '[{"a":"\n"},{"b":2}]', ['1 {"a":"\r"}', '2 {"b":2}']],
		// A fault of the array itself is one of the file.
		["that is not closed", '[{"a":1},\n{"b":2}\n', ['1 {"a":1}', `3: ${noEnd}`]],
		["that ends in an element", '[{"a":1},{"b":', ['1 {"a":1}', `1: ${noEnd}`]],
		["that ends in a string", '[{"a":1},{"b":"]\\"', ['1 {"a":1}', `1: ${noEnd}`]],
		["that is only opened", "[", [`1: ${noEnd}`]],
		["with text after it", '[{"a":1}]\nx y\n', ['1 {"a":1}', `2: ${more}`]],
		["with another after it", "[{}]\n[{}]", ["1 {}", `2: ${more}`]],
		["with a brace too many", '[{"a":1}},{"b":2}]', ['1 {"a":1}', `1: ${more}`]],
	])("%s", async (_name, text, lines) => expect(await readAll(text)).toEqual(lines));

	/** Elements, the second of them a string of so many bytes. */
	async function* listOf(bytes: number) {
		yield Buffer.from('[{"a":1},\n"');
		for (let left = bytes; left > 0; left -= 1_000_000)
			yield Buffer.alloc(Math.min(left, 1_000_000), "x");
		yield Buffer.from('",{"b":2}]');
	}
	test.each([
		[
			"of 60 MB is cut to what is still too long",
			60_000_000,
			['1 {"a":1}', '2 "xxxxxx', '2 {"b":2}'],
		],
		["of 70 MB ends the reading", 70_000_000, ['1 {"a":1}', "2: The li"]],
	])("with an element %s", async (_name, bytes, lines) => {
		const size = 2 ** 18;
		const columns = { facts: [], numbers: [], keep: [] };
		const blocks = readBlocks({ name: "file", chunks: listOf(bytes), columns, size });
		const read = await allLines(blocks);
		expect(read.map((line) => line.slice(0, 9))).toEqual(lines);
		expect(Math.max(...read.map(({ length }) => length))).toBeLessThan(4_500_000);
	});

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
