/** CSV: each row becomes a line of JSON with the number of the line it begins on. */
import { describe, expect, test } from "vitest";
import { type Random, randomOf } from "../exact/random-rules.ts";
import { atOnce, randomPieces, readLines } from "./blocks.ts";

const columns = ["goal", "task", "examples", "project", "größe"];
const known = { facts: columns, numbers: ["examples"] };
const mark = "\ufeff";

/** In all kinds of pieces; fails where they do not all give the same. */
async function readAll(text: string): Promise<string[]> {
	const lines = await readLines(text, atOnce, known);
	for (let seed = 0; seed < 10; seed += 1)
		expect(await readLines(text, randomPieces(randomOf(seed)), known)).toEqual(lines);
	return lines;
}

test.each<[name: string, text: string, lines: string[]]>([
	["a row", "goal,task\na,b\n", ['2 {"goal":"a","task":"b"}']],
	["a header alone", "goal,task\n", []],
	["a header without a line break", "goal,task", []],
	["no line break at the end", "goal,task\na,b", ['2 {"goal":"a","task":"b"}']],
	[
		"carriage returns",
		"goal,task\r\na,b\r\nc,d\r\n",
		['2 {"goal":"a","task":"b"}', '3 {"goal":"c","task":"d"}'],
	],
	["a byte order mark", `${mark}goal\na\n`, ['2 {"goal":"a"}']],
	["a mark and a quoted header", `${mark}"goal","task"\na,b\n`, ['2 {"goal":"a","task":"b"}']],
	["semicolons", "goal;task\na,b;c\n", ['2 {"goal":"a,b","task":"c"}']],
	["tabs", "goal\ttask\na;b\tc,d\n", ['2 {"goal":"a;b","task":"c,d"}']],
	["one column", "goal\na\nb\n", ['2 {"goal":"a"}', '3 {"goal":"b"}']],
	[
		"blank lines",
		"\n\ngoal;task\n\na;b\n\nc;d\n",
		['5 {"goal":"a","task":"b"}', '7 {"goal":"c","task":"d"}'],
	],
	["quotes", 'goal,task\n"a,b","c d"\n', ['2 {"goal":"a,b","task":"c d"}']],
	["doubled quotes", 'goal\n"a ""b"" c"\n', ['2 {"goal":"a \\"b\\" c"}']],
	["quotes within a word", 'goal,task\na "b" c,d\n', ['2 {"goal":"a \\"b\\" c","task":"d"}']],
	["spaces around cells", 'goal , task\n a , "b " \n', ['2 {"goal":"a","task":"b "}']],
	[
		"line breaks in cells",
		'goal,task\n"a\nb\n\nc",d\ne,"f\ng"\nh,i\n',
		[
			'2 {"goal":"a\\nb\\n\\nc","task":"d"}',
			'6 {"goal":"e","task":"f\\ng"}',
			'8 {"goal":"h","task":"i"}',
		],
	],
	[
		"carriage returns in cells",
		'goal,task\r\n"a\r\nb",c\r\nd,e\r\n',
		['2 {"goal":"a\\r\\nb","task":"c"}', '4 {"goal":"d","task":"e"}'],
	],
	[
		"line breaks in the header",
		'"goal",task\n"\na\n",b\nc,d\n',
		['2 {"goal":"\\na\\n","task":"b"}', '5 {"goal":"c","task":"d"}'],
	],
	[
		"empty cells",
		'goal,task\n,b\na,\n"",""\n,\n',
		['2 {"task":"b"}', '3 {"goal":"a"}', "4 {}", "5 {}"],
	],
	["a row of a blank", "goal\n \na\n", ['3 {"goal":"a"}']],
	[
		"missing cells",
		"goal,task,examples\na\nb,c\n",
		['2 {"goal":"a"}', '3 {"goal":"b","task":"c"}'],
	],
	[
		"a cell too many",
		"goal,task\na,b,c\nd,e\n",
		["2 ! The row has 3 cells, but the header has 2.", '3 {"goal":"d","task":"e"}'],
	],
	["an empty cell too many", "goal,task\na,b,\n", ['2 {"goal":"a","task":"b"}']],
	["letters of several bytes", "größe,project\né,😀\n", ['2 {"größe":"é","project":"😀"}']],
	["marks of JSON", 'project\n"{""a"":[1]}\\"\n', ['2 {"project":"{\\"a\\":[1]}\\\\"}']],
	["an unknown column", "gaol,task\na,b\n", ['1: There is no fact "gaol". Did you mean goal?']],
	["a column without a name", "goal,,task\na,b,c\n", ["1: Column 2 has no name."]],
	["a column twice", "goal,task,goal\na,b,c\n", ['1: The column "goal" appears twice.']],
	[
		"all that is wrong with a header",
		"goal,taks,goal\n",
		['1: There is no fact "taks". Did you mean task?', '1: The column "goal" appears twice.'],
	],
	["the prototype as a column", "__proto__\na\n", ['1: There is no fact "__proto__".']],
	["a word that is no header", "hello\n", ['1: There is no fact "hello".']],
])("%s", async (_name, text, lines) => expect(await readAll(text)).toEqual(lines));

describe("a cell", () => {
	test.each<[cell: string, printed: string]>([
		["0", "0"],
		["500", "500"],
		["1.5", "1.5"],
		["999999999999999", "999999999999999"],
		// What JSON would print otherwise stays as it is written.
		["1.50", '"1.50"'],
		["007", '"007"'],
		["12345678901234567890", '"12345678901234567890"'],
		["0.1234567890123456789", '"0.1234567890123456789"'],
		["1.2.3", '"1.2.3"'],
		["-1", '"-1"'],
		["1e3", '"1e3"'],
		["20k", '"20k"'],
		["NaN", '"NaN"'],
		["Infinity", '"Infinity"'],
		["true", '"true"'],
		["null", '"null"'],
		["2026-11-22", '"2026-11-22"'],
	])("%s becomes %s", async (cell, printed) =>
		expect(await readAll(`project\n${cell}\n`)).toEqual([`2 {"project":${printed}}`]),
	);
});

const noEnd =
	"The row has no end: a quote is not closed, or the row has more than a million characters.";
test.each<[name: string, text: string, lines: string[]]>([
	["in the last row", 'goal,task\na,b\n"c,d\ne,f\n', ['2 {"goal":"a","task":"b"}', `3: ${noEnd}`]],
	[
		"below blank lines and cells of several lines",
		'goal,task\n\n"a\nb",c\n\n\nd,"e\nf\n',
		['3 {"goal":"a\\nb","task":"c"}', `7: ${noEnd}`],
	],
	["in the header", '"goal,task\na,b\n', [`1: ${noEnd}`]],
	[
		"with letters after the one that closes",
		'goal,task\na,b\n"c" d,e\nf,g\n',
		['2 {"goal":"a","task":"b"}', "3: The row has a cell that continues after its closing quote."],
	],
])("a quote without an end is a fault of the file, with its line: %s", async (_name, text, lines) =>
	expect(await readAll(text)).toEqual(lines),
);

test("a quote without an end does not swallow a long file", async () => {
	const text = `goal,task\n\n"c,d\n${"e,f\n".repeat(300_000)}`;
	expect(await readLines(text, atOnce, known)).toEqual([`3: ${noEnd}`]);
});

test("anything is read as it was written", async () => {
	const random = randomOf(1);
	for (let round = 0; round < 200; round += 1) {
		const rows = random.list(random.int(0, 12), () => columns.map(() => random.pick(cells)));
		const text = [columns, ...rows].map((row) => row.map((cell) => formatCell(random, cell)));
		const [mark, end] = [random.pick([",", ";", "\t"]), random.pick(["\n", "\r\n"])];
		const lines = text.map((row) => row.join(mark));
		const read = await readLines(lines.join(end), randomPieces(random), known);
		let line = 1;
		const expected = lines.map((row) => {
			const begun = line;
			line += row.split("\n").length;
			return begun;
		});
		expect(read.map((row) => Number.parseInt(row, 10))).toEqual(expected.slice(1));
		expect(read.map((row) => JSON.parse(row.slice(row.indexOf(" "))))).toEqual(
			rows.map((row) =>
				Object.fromEntries(columns.map((column, place) => [column, row[place]]).filter(isTold)),
			),
		);
	}
});

const cells = [
	"",
	"a",
	"a b",
	'a"b',
	'"',
	"a,b",
	"a;b",
	"a\tb",
	"x\ny",
	"x\r\ny\n",
	" a ",
	"é😀",
	"{}",
];

const isTold = ([, cell]: (string | undefined)[]): boolean => cell !== "";

const formatCell = (random: Random, cell: string): string =>
	/[^a-zé😀öß{}]/u.test(cell) || random.chance(0.2) ? `"${cell.replaceAll('"', '""')}"` : cell;
