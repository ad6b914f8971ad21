/** Lines and rows of a batch that are bad, and are told one by one. */
import { describe, expect, test } from "vitest";
import { attempt, expectCivil } from "./trial.ts";

const brief = ["--fields", "verdict"];
const good = '{"goal":"task-quality"}';

/** What is wrong with a line of JSON, and what its row says. */
const badLines: [line: string, says: RegExp][] = [
	...[
		"x",
		"{",
		"}",
		"{x",
		'{"goal"}',
		'{"goal":}',
		"{,}",
		'{"goal":"task-quality",}',
		"{}{}",
		"//",
		"NaN",
		"-",
	].map((line): [string, RegExp] => [line, /not valid JSON|comma with no element/]),
	...[
		"\0",
		"\u0001",
		"\u00a0{}",
		"\ufeff{}",
		'{"a":"\u0000"}',
		"{'a':1}",
		"{a:1}",
		'{"a":01}',
		'{"a":1.}',
		'{"a":"\\x"}',
		"+1",
		"$",
		"--- a",
		"<a/>",
	].map((line): [string, RegExp] => [line, /not valid JSON/]),
	...["1", '"goal"', "null", "true", "[[1]]", "-0"].map((line): [string, RegExp] => [
		line,
		/must map facts to values/,
	]),
	...[
		"__proto__",
		"constructor",
		"toString",
		"Goal",
		"goal ",
		" goal",
		"",
		"gaol",
		"\\u202e",
		"x".repeat(5000),
	].map((key): [string, RegExp] => [`{"${key}":"task-quality"}`, /There is no fact "/]),
	...[
		"null",
		"[]",
		'[["a"]]',
		"{}",
		'{"a":1}',
		"1e400",
		"-1e400",
		'""',
		'" "',
		'"nosuch"',
		'"constructor"',
		'["task-quality",null]',
		`"${"x".repeat(5000)}"`,
	].map((value): [string, RegExp] => [
		`{"goal":${value}}`,
		/goal (is|must|has)|not a valid answer/,
	]),
	...[
		"-1",
		"1e400",
		"1e21",
		"1e-7",
		'"0,5"',
		'"5,"',
		'"1e400"',
		'"0x10"',
		'"٥"',
		'"5..1"',
		'"1..2..3"',
		"[1,2]",
		"true",
	].map((value): [string, RegExp] => [
		`{"examples":${value}}`,
		/examples (must|takes|has|is empty)|is not a (?:whole )?number of examples|is too large|runs backwards|is ambiguous/,
	]),
	['{"goal":"task-quality","goal":"task-quality"}', /key appears twice/],
	['{"goal":"task-quality","g\\u006fal":"task-quality"}', /key appears twice/],
	['{"answers":{"weeks":1,"weeks":1}}', /key appears twice/],
	[`{"goal":${"[".repeat(5000)}${"]".repeat(5000)}}`, /nested too deeply/],
	[`${'{"a":'.repeat(5000)}1${"}".repeat(5000)}`, /nested too deeply/],
	[`{${Array.from({ length: 5000 }, (_, place) => `"k${place}":1`).join()}}`, /too many keys/],
	[`{"goal":"${"x".repeat(1_000_000)}"}`, /more than a million characters/],
];

/** What each row of a batch says, as it is decided line by line. */
async function rowsOf(
	stdin: string | Uint8Array,
	argv: readonly string[] = brief,
): Promise<string[]> {
	const outcome = await attempt({ what: "", argv: ["batch", ...argv], stdin });
	expectCivil(outcome);
	expect(outcome.code).toBe(2);
	return outcome.stdout.trimEnd().split("\n");
}

const messagesOf = (row = "{}"): string =>
	JSON.parse(row)
		.problems.map(({ message }: { message: string }) => message)
		.join(" ");

describe("bad lines are told one by one, and the lines between them are decided", () => {
	test("of JSON lines", async () => {
		const rows = await rowsOf(badLines.map(([line]) => `${good}\n${line}`).join("\n"));
		expect(rows).toHaveLength(2 * badLines.length);
		for (const [place, [line, says]] of badLines.entries()) {
			expect(rows[2 * place]).toBe('{"verdict":"prompt-engineering"}');
			expect(JSON.parse(rows[2 * place + 1] ?? "").line).toBe(2 * place + 2);
			expect(messagesOf(rows[2 * place + 1]), line.slice(0, 80)).toMatch(says);
		}
	});

	/** What would end the array or an element of it is left out. */
	const elements = badLines.filter(([line]) => !/^[{}\]x]$|^\{[x,]|^\{\}\{/.test(line));
	test("of an array", async () => {
		const list = elements.map(([line]) => `${good},\n${line}`).join(",\n");
		const rows = await rowsOf(`[\n${list}\n]`);
		expect(rows).toHaveLength(2 * elements.length);
		for (const [place, [line, says]] of elements.entries()) {
			expect(rows[2 * place]).toBe('{"verdict":"prompt-engineering"}');
			expect(JSON.parse(rows[2 * place + 1] ?? "").line).toBe(2 * place + 3);
			expect(messagesOf(rows[2 * place + 1]), line.slice(0, 80)).toMatch(says);
		}
	});
});

/** Rows under the header goal;examples;model, and what is said of them. */
const badRows: [row: string, says: RegExp][] = [
	["a;b;c;d", /has 4 cells, but the header has 3/],
	[";;;;;;x", /has 7 cells, but the header has 3/],
	["gaol;;", /"gaol" is not a valid answer to "main goal"/],
	["task-quality;0,5;", /its comma can separate thousands or decimals/],
	["task-quality;1,500;", /its comma can separate thousands or decimals/],
	["task-quality;1.000,5;", /its comma can separate thousands or decimals/],
	["task-quality;0,5..2,5;", /its comma can separate thousands or decimals/],
	['task-quality;"0,5";', /its comma can separate thousands or decimals/],
	...[
		"-5",
		"5-",
		"5 %",
		"1e400",
		"five",
		"5;5".replace(";", ":"),
		"#REF!",
		"=1+1",
		"NaN",
		"1.2.3",
		"٥",
		"50€",
	].map((cell): [string, RegExp] => [
		`task-quality;${cell};`,
		/is not a (?:whole )?number of examples|is too large|runs backwards|is ambiguous/,
	]),
	["goal;examples;model", /"goal" is not a valid answer to "main goal"/],
	[
		'"task-quality\n";x;',
		/is not a (?:whole )?number of examples|is too large|runs backwards|is ambiguous/,
	],
	[`task-quality;;${"x".repeat(201)}`, /model can have at most 200/],
	["task-quality;;a\u0007b", /model must be on one line/],
];

test("bad rows of CSV are told one by one, and the rows between them are decided", async () => {
	const table = badRows.map(([row]) => `task-quality;;x\n${row}\n`).join("");
	const rows = await rowsOf(`goal;examples;model\n${table}`);
	expect(rows).toHaveLength(2 * badRows.length);
	for (const [place, [row, says]] of badRows.entries()) {
		expect(rows[2 * place]).toBe('{"verdict":"prompt-engineering"}');
		expect(messagesOf(rows[2 * place + 1]), row.slice(0, 80)).toMatch(says);
	}
});
