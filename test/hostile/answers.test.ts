/** Answers from files and stdin: hostile, damaged, or only written in another way. */
import { Buffer } from "node:buffer";
import { describe } from "vitest";
import { brokenYaml, dearPieces, notText, utf16 } from "./texts.ts";
import { type Trial, tryAll } from "./trial.ts";

const json = ["--no-input", "--format", "json"];

const fromFile = (
	what: string,
	content: string | Uint8Array,
	expected: Partial<Trial> & { name?: string } = {},
): Trial => {
	const { name = "a.yaml", ...rest } = expected;
	return { what, argv: [...json, "-a", name], files: { [name]: content }, ...rest };
};

const fromStdin = (what: string, stdin: string | Uint8Array, expected: Partial<Trial>): Trial => ({
	what: `${what}, on stdin`,
	argv: [...json, "-a", "-"],
	stdin,
	...expected,
});

const literal = (text: string) => text.replaceAll(/[.*+?^${}()|[\]\\]/g, "\\$&");
/** The words of the user in an error. */
const quoted = (written: string) => new RegExp(`"${literal(written)}" (?:is|runs) `);
const stays = (value: string | number) => new RegExp(`"examples": \\{\\s*"value": ${value},`);

describe("a number in YAML", () => {
	const refused = ["-0", "-0.0", "-1", "0x10", "0o17", "1e21", "1e400", "-1e400", "1e-7"];
	const more = [".inf", "-.inf", ".nan", "1.5", "1__0", "0b11", "1:30", "12 34", "1/2", "٣"];
	const words = ["yes", "true", "false", "on", "2024-01-01", "NaN", "Infinity", "1e", "5%", "$$5"];
	const sets = ["1,2", "5..3", "1..2..3", "-5..5", "0x1..0x2", "1.5..2", "a..b", "1e400.."];
	const taken: [string, string | number][] = [
		["0", 0],
		["010", 10],
		["+5", 5],
		["5.0", 5],
		["1e3", 1000],
		["1_000", 1000],
		["'500'", 500],
		["1,000", 1000],
		["1.5k", 1500],
		["500..2000", '"500..2000"'],
		["..50", '"..50"'],
		["unknown", '"unknown"'],
	];
	tryAll([
		...[...refused, ...more, ...words, ...sets].map((written) =>
			fromFile(`${written} is refused as it is written`, `examples: ${written}\n`, {
				says: quoted(written),
			}),
		),
		...taken.map(([written, value]) =>
			fromFile(`${written} is ${value}`, `examples: ${written}\n`, { code: 0, says: stays(value) }),
		),
		...[
			"null",
			"~",
			"",
			"{a: 1}",
			"[[1]]",
			"[]",
			"[1, 2]",
			"{value: {value: 1}}",
			"|\n  5\n  6",
		].map((written) =>
			fromFile(`no number: ${written}`, `goal: task-quality\nexamples: ${written}\n`, {
				says: /a\.yaml:2:1: .*examples/,
			}),
		),
	]);
});

describe("a number in JSON", () => {
	const file = { name: "a.json" };
	tryAll([
		...["-0", "-0.0", "1e400", "-1e400", "1e21", "-1", "0.5", "true"].map((written) =>
			fromFile(`${written} is refused as it is written`, `{"examples": ${written}}`, {
				...file,
				says: quoted(written),
			}),
		),
		...["null", "[]", "[[1]]", "{}", '{"value": null}', '""', '" "'].map((written) =>
			fromFile(`no number: ${written}`, `{\n"examples": ${written}}`, {
				...file,
				says: /a\.json:2:1: .*examples/,
			}),
		),
		fromFile("an exponent", '{"examples": 1e3}', { ...file, code: 0, says: stays(1000) }),
		fromFile("a value with its place", '{"examples": {"value": 5, "from": "x"}}', {
			...file,
			code: 0,
			says: stays(5),
		}),
		...['{"a": 1, "a": 2}', '{"a": 1', '{"a": 1} x', '{"a": 1,}', "[1]", '"a"', "5", "null"].map(
			(text) => fromFile(`no mapping of facts: ${text}`, text, { ...file, says: /a\.json/ }),
		),
		...["__proto__", "constructor", "toString", "hasOwnProperty", "valueOf", ""].map((key) =>
			fromFile(`a fact called ${key}`, `{"${key}": 1}`, { ...file, says: `no fact "${key}"` }),
		),
		fromFile("499,000 levels", `{"a":${"[".repeat(499_000)}${"]".repeat(499_000)}}`, {
			...file,
			says: "commas, colons, brackets",
		}),
		fromFile("80,000 facts", `{${Array.from({ length: 80_000 }, (_, k) => `"k${k}":1`)}}`, {
			...file,
			says: "and 79950 more",
		}),
		fromFile("490,000 values", `{"examples":[${"1,".repeat(490_000)}1]}`, {
			...file,
			says: "list of lists or too long",
		}),
	]);
});

describe("a word", () => {
	const yesNo: [string, number][] = [
		["true", 0],
		["False", 0],
		["yes", 0],
		["n", 0],
		["on", 2],
		["1", 2],
		["constructor", 2],
		["[yes, no]", 0],
		["[[yes]]", 2],
	];
	tryAll([
		...yesNo.map(([written, code]) =>
			fromFile(`citations: ${written}`, `citations: ${written}\n`, { code }),
		),
		fromFile("data-rights: true, where yes is one of three", "data-rights: true\n", { code: 0 }),
		fromFile("a name that is true", "model: true\n", { code: 0, says: /"value": "true"/ }),
		fromFile("a name of 200 characters", `model: ${"x".repeat(200)}\n`, { code: 0 }),
		fromFile("a name of 201", `model: ${"x".repeat(201)}\n`, { says: "at most 200" }),
		fromFile("a set of 2,000 characters", `goal: ${"x".repeat(2_000)}\n`, {
			says: 'is not a valid answer to "main goal"',
		}),
		fromFile("a set of 2,001", `goal: ${"x".repeat(2_001)}\n`, { says: "more than 2000" }),
		fromFile("30,000 blanks before a range", `examples: "${" ".repeat(30_000)}..x"\n`, {
			says: "more than 2000",
		}),
		...["__proto__", "constructor", "toString", "hasOwnProperty", "<<", "''", "null"].map((key) =>
			fromFile(`a fact called ${key}`, `${key}: 1\n`, { says: /a\.yaml:1:1: / }),
		),
	]);
});

describe("a text in other bytes", () => {
	const encodings: [string, (text: string) => Uint8Array][] = [
		["UTF-8", (text) => Buffer.from(text)],
		["UTF-8 with a mark", (text) => Buffer.from(`\ufeff${text}`)],
		["UTF-16", (text) => utf16(`\ufeff${text}`)],
		["UTF-16 from its big end", (text) => utf16(`\ufeff${text}`, true)],
	];
	const ends: [string, string][] = [
		["\\n", "\n"],
		["\\r\\n", "\r\n"],
		["\\r", "\r"],
	];
	const yaml = ["# ü 漢 😀", "model: é", "weeks: few", ""];
	const asJson = ["{", '"model": "é",', '"weeks": "few"', "}"];
	tryAll(
		encodings.flatMap(([encoding, encode]) =>
			ends.flatMap(([end, mark]) =>
				[yaml, asJson].flatMap((lines) => {
					const what = `${encoding}, lines ended by ${end}, ${lines === yaml ? "YAML" : "JSON"}`;
					const bytes = encode(lines.join(mark));
					return [
						fromFile(what, bytes, { says: /a\.yaml:3:1: "few" is not a number of weeks/ }),
						fromStdin(what, bytes, { says: /stdin:3:1: "few" is not a number of weeks/ }),
					];
				}),
			),
		),
	);
	tryAll(
		notText.flatMap(([what, bytes, says]) => [
			fromFile(what, bytes, { says }),
			fromStdin(what, bytes, { says }),
		]),
	);
});

describe("YAML that is not right, or not supported", () => {
	tryAll([
		...brokenYaml.map(([what, text, says]) => fromFile(what, text, { says })),
		...["", "\n", "null", "5", "word", "- a", "[]", "~", "--- |\n  a"].map((text) =>
			fromFile(`no mapping: ${JSON.stringify(text)}`, text, { says: "contains no answers" }),
		),
		fromFile("comments alone", "# nothing is known\n\n", { code: 0 }),
		fromFile("yes of YAML 1.1", "%YAML 1.1\n---\ncitations: yes\n", { code: 0, says: /"yes"/ }),
		fromFile("an octal of YAML 1.1", "%YAML 1.1\n---\nexamples: 010\n", {
			code: 0,
			says: stays(10),
		}),
		fromFile("an end without more", "examples: 5\n...\n", { code: 0 }),
	]);
});

describe("more than is read", () => {
	const lines = (count: number) => `examples: 5\n${"\n".repeat(count - 2)}`;
	const deep = (levels: number) => `a: ${"[".repeat(levels - 1)}${"]".repeat(levels - 1)}\n`;
	tryAll([
		...dearPieces.map((piece) =>
			fromFile(
				`a million characters of ${JSON.stringify(piece)}`,
				piece.repeat(1_000_000 / piece.length),
			),
		),
		...["[|", "|}", "|! ", '[|"', "|*a\n", "|&a ", "|a: b\n"].map((pieces) => {
			const [start = "", piece = ""] = pieces.split("|");
			return fromFile(`24,000 of ${JSON.stringify(piece)}`, start + piece.repeat(24_000));
		}),
		fromFile("a million characters", `#${"x".repeat(999_987)}\nexamples: 5`, { code: 0 }),
		fromFile("one more", `#${"x".repeat(999_988)}\nexamples: 5`, { says: "a million characters" }),
		fromFile("50,000 marks", lines(50_000), { code: 0 }),
		fromFile("one more", lines(50_001), { says: /a\.yaml:50000: The file has more than 50,000/ }),
		fromFile("32 levels", deep(32), { says: 'no fact "a"' }),
		fromFile("33 levels", deep(33), { says: "nested too deeply" }),
		fromFile("16,000 facts", Array.from({ length: 16_000 }, (_, k) => `k${k}: 1\n`).join(""), {
			says: "and 15950 more",
		}),
		fromStdin("a megabyte too much", Buffer.alloc(4_000_000, 97), { says: "a million characters" }),
		fromStdin("zeros", Buffer.alloc(4_000_000), { says: "a million characters" }),
		fromStdin("line ends", Buffer.alloc(2_000_000, 10), { says: "a million characters" }),
		fromStdin("nothing", "", { says: "contains no answers" }),
	]);
});
