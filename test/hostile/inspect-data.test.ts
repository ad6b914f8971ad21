/** Training data that means harm: bombs, lines without end, depth, and files that are something else. */
import { gzipSync } from "node:zlib";
import { describe } from "vitest";
import { type Trial, tryAll } from "./trial.ts";

const row = '{"prompt":"a b c","completion":"d"}\n';
const line = (text: string) => `${JSON.stringify({ prompt: text, completion: "d" })}\n`;

interface Given extends Partial<Trial> {
	name?: string;
	flags?: string[];
}

const given = (
	what: string,
	content: string | Uint8Array,
	{ name = "a.jsonl", flags = ["--no-tokens"], ...more }: Given = {},
): Trial => ({
	what,
	argv: ["inspect", "data", name, ...flags],
	files: { [name]: content },
	code: 0,
	...more,
});
const tokens = { flags: [] };

describe("is refused", () => {
	tryAll([
		given("gzip of blanks", gzipSync(Buffer.alloc(200_000_000, 32)), {
			name: "a.jsonl.gz",
			code: 2,
			says: "more than 250 times",
		}),
		given("gzip of one line", gzipSync(Buffer.alloc(200_000_000, 97)), {
			name: "a.jsonl.gz",
			code: 2,
			says: "more than 250 times",
		}),
		given("gzip within gzip", gzipSync(gzipSync(row)), { name: "a.gz", code: 2 }),
		given("gzip that is cut off", gzipSync(row.repeat(9)).subarray(0, 30), {
			name: "a.gz",
			code: 2,
			says: "cut off or damaged",
		}),
		given("zstd of noise", Buffer.from([0x28, 0xb5, 0x2f, 0xfd, ...Array(99).fill(255)]), {
			name: "a.zst",
			code: 2,
		}),
		given(
			"Parquet of noise",
			Buffer.concat([Buffer.from("PAR1"), Buffer.alloc(999, 255), Buffer.from("PAR1")]),
			{ name: "a.parquet", code: 2, says: "not a Parquet file" },
		),
		given("Parquet with a footer of 4 GB", Buffer.from("PAR1xxxx\xff\xff\xff\xffPAR1", "latin1"), {
			name: "a.parquet",
			code: 2,
			says: "not a Parquet file",
		}),
		given("a ZIP file", "PK\u0003\u0004", { name: "a.zip", code: 2, says: "ZIP file" }),
		given("bytes", Buffer.alloc(100_000), { code: 2, says: "not a text file" }),
		given("a quote without an end", `a,b\n"${"x".repeat(9_000_000)}`, {
			name: "a.csv",
			code: 2,
			says: "quote is not closed",
		}),
		given("a folder without data", row, {
			name: "d/a.txt",
			argv: ["inspect", "data", "d"],
			code: 2,
			says: "no training data",
		}),
		given("a pattern without matches", row, {
			argv: ["inspect", "data", "*".repeat(5000)],
			code: 2,
		}),
		given("a pattern of many stars", row, {
			argv: ["inspect", "data", `${"*a".repeat(25)}*b`],
			code: 2,
		}),
		given("a number that is none", row, {
			flags: ["--show", "1e9"],
			code: 2,
			says: "not a valid --show",
		}),
		given("an output in no folder", row, {
			flags: ["--fix", "no/such/a.jsonl"],
			code: 2,
			says: "cannot be written",
		}),
		given("an output that is the input", row, {
			flags: ["--fix", "./a.jsonl"],
			code: 2,
			says: "would overwrite",
		}),
	]);
});

describe("is read, and said to be wrong", () => {
	tryAll([
		given("a line of 70 MB", `${line("x".repeat(70_000_000))}${row}`, {
			says: /longer than 64 MB/i,
		}),
		given("an element of 70 MB", `[${line("x".repeat(70_000_000))},${row}]`, {
			name: "a.json",
			says: /longer than 64 MB/i,
		}),
		given("100,000 brackets", `${"[".repeat(100_000)}\n`, { name: "a.jsonl" }),
		given(
			"100,000 brackets in a row",
			`{"prompt":${"[".repeat(100_000)}${"]".repeat(100_000)},"completion":"a"}\n`,
			{ says: "200 levels" },
		),
		given("an array without an end", `[${row},${row.slice(0, 9)}`, {
			name: "a.json",
			says: /not JSON/i,
		}),
		given("NUL in a row", '{"prompt":"a\0b"}\n', { says: /not JSON/i }),
		given("Latin-1", Buffer.from('{"prompt":"\xe9"}\n', "latin1"), { says: /not UTF-8/i }),
		given("keys that are not keys", '{"__proto__":{"prompt":"a"},"constructor":1,"toString":2}\n', {
			says: "no known trainer",
		}),
		given(
			"messages that are no messages",
			'{"messages":[{"role":{"a":1},"content":{"b":[null]}},{"role":"toString","content":[1,null,"x"]}]}\n',
		),
		given("numbers that are no numbers", '{"prompt":1e999,"completion":-0}\n'),
		given(
			"rows of many keys",
			`{${Array.from({ length: 100_000 }, (_, at) => `"${at}":${at}`).join(",")}}\n`,
		),
	]);
});

describe("is read soon and in little memory", () => {
	tryAll([
		given("200,000 lines that are not JSON", "x\n".repeat(200_000), { says: /not JSON/i }),
		given("a million blank lines", "\n".repeat(1_000_000), { says: "no rows" }),
		given("100,000 equal rows", row.repeat(100_000), { says: "Duplicates" }),
		given(
			"20,000 rows that are almost alike",
			Array.from({ length: 20_000 }, (_, at) =>
				line(`one two three four five six seven eight nine ten ${at}`),
			).join(""),
		),
		given("a row of 10 MB", line("word ".repeat(2_000_000))),
		...["a@", "1 ", "+1 ", "DE89 ", "eyJ", "sk-", "{{ a", "<think>", "é", "字"].map((text) =>
			given(`${text} again and again`, line(text.repeat(100_000))),
		),
		given("tokens of a word without an end", line("a".repeat(300_000)), tokens),
		given("tokens of blanks without an end", line(`x${" ".repeat(300_000)}x`), tokens),
		given("tokens of what is special", line("<|endoftext|><|im_start|>"), tokens),
		given("tokens of half characters", '{"prompt":"\\ud800","completion":"\\udc00"}\n', tokens),
		given("a table of a million cells", `a\n${"1,".repeat(1_000_000)}\n`, { name: "a.csv" }),
	]);
});
