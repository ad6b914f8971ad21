/** Documents whose records are broken, forged or far too many. */
import { describe, expect, test } from "vitest";
import { blockOf, change, facts, outdated, today } from "../core/records/documents.ts";
import { attempt, expectCivil, type Trial, tryAll } from "./trial.ts";

const check = ["check", "a.md", "--as-of", today];
const begin = "<!-- should-i-finetune:begin -->";
const mark = "<!-- should-i-finetune";
const block = blockOf();
const record = block.slice(block.lastIndexOf(mark));
const text = block.slice(0, -record.length);
const of = (
	what: string,
	document: string | Uint8Array,
	says: RegExp | string,
	code = 2,
): Trial => ({
	what,
	argv: check,
	files: { "a.md": document },
	says,
	code,
});
/** A record with a part replaced. */
const forged = (
	what: string,
	from: string | RegExp,
	to: string,
	says: RegExp | string = "broken",
) => of(`${what}: ${to.slice(0, 30)}`, change(block, from, to), says);

describe("marks", () => {
	tryAll([
		of("begin alone", begin, "has no end"),
		of("record mark alone", mark, "has no end"),
		of("the end alone", "-->", "contains no recorded decision"),
		of("ten thousand begins", `${begin}\n`.repeat(10_000), "10,000 broken"),
		of("ten thousand record marks", `${mark}\n`.repeat(10_000), "10,000 broken"),
		of("ten thousand empty records", `${mark}\n-->\n`.repeat(10_000), "more than 1,000 records"),
		of("a thousand records", `${record}\n`.repeat(1_000), "1,000 edited", 1),
		of("a record too many", `${record}\n`.repeat(1_001), "1 broken and 1,000 edited"),
		of("a mark without the end of its record", block.slice(0, -3), "has no end"),
		of(
			"a record that begins in a record",
			change(block, "verdict:", `${mark}\nverdict:`),
			"broken",
		),
		of("a begin in a record", change(block, "verdict:", `${begin}\nverdict:`), "broken"),
		of("an end in a record", change(block, "verdict:", "-->\nverdict:"), "broken"),
		of("a fence that never ends", `\`\`\`\n${block}`, "contains no recorded decision"),
		of("a million blanks before a mark", " ".repeat(1_000_000) + block, "edited", 1),
		of("a million signs of a quote", `${">".repeat(1_000_000)}\n${block}`, "unchanged", 0),
		of("a line of ten million letters", `${"a".repeat(10_000_000)}\n${block}`, "unchanged", 0),
		of("a million empty lines", `${"\n".repeat(1_000_000)}${block}`, "unchanged", 0),
		of("a million fences", `${"```\n".repeat(1_000_000)}${block}`, "unchanged", 0),
		of(
			"a comment that never ends, of a million lines",
			`<!--\n${"x\n".repeat(1_000_000)}${block}`,
			"unchanged",
			0,
		),
		of("only carriage returns", block.replaceAll("\n", "\r"), "contains no recorded decision"),
		of(
			"bytes that are no text",
			Buffer.from([0xff, 0xfe, 0x00, 0x80]),
			"contains no recorded decision",
		),
		of(
			"a record among bytes that are no text",
			Buffer.concat([Buffer.from(block), Buffer.from([0x80])]),
			"not UTF-8",
			2,
		),
		of("a NUL in its text", change(block, "## Why", "## \0Why"), "edited", 1),
		of("a NUL in its record", change(block, "verdict:", "\0verdict:"), "broken"),
		of(
			"a record of a million characters",
			change(block, "answers:", `answers:\n  model: "${"m".repeat(1_000_000)}"`),
			"broken",
		),
		of(
			"larger than any record",
			block + "x".repeat(20_000_001),
			"too large to contain a record",
			2,
		),
	]);
});

describe("records", () => {
	const values = [
		"",
		"null",
		"[]",
		"{}",
		"~",
		"-0",
		"0x10",
		".inf",
		".nan",
		"1e400",
		"2026-01-01",
		"yes",
		"!!js/undefined x",
		"!x y",
		"&a 1",
		"*a",
		"%",
		"@",
		"`",
		"'",
		'"',
		"|",
		">",
		"? a",
		"- a",
		"constructor",
		"__proto__",
		"<script>",
		"\\u202e",
	];
	const isNumber = ["-0", "0x10", "&a 1"];
	tryAll(
		[
			...values
				.filter((value) => !isNumber.includes(value))
				.map((value) => forged("examples", /examples: .*/, `examples: ${value}`)),
			...values.map((value) => forged("verdict", /^verdict: .*/m, `verdict: ${value}`)),
			...values
				.filter((value) => !isNumber.includes(value))
				.map((value) => forged("confidence", /^confidence: .*/m, `confidence: ${value}`)),
			...values.map((value) =>
				forged(
					"fingerprints",
					/^fingerprints:(?:\n .*)+/m,
					`fingerprints: ${value}`,
					/broken|edited|unchanged/,
				),
			),
		].filter(({ what }) => what !== "fingerprints: fingerprints: "),
	);
	tryAll(
		[
			"constructor",
			"__proto__",
			"toString",
			"hasOwnProperty",
			"then",
			"verdict",
			"verdict: x\nverdict",
		].flatMap((key) => [
			forged(`the key ${JSON.stringify(key)}`, "answers:", `${key}: 1\nanswers:`),
			forged(`the fact ${JSON.stringify(key)}`, "answers:", `answers:\n  ${key}: 1`),
		]),
	);
	tryAll([
		forged("an alias", "answers:", "x: &x 1\nanswers:\n  weeks: *x"),
		forged("a merge key", "answers:", "answers:\n  <<: {weeks: 1}"),
		forged("a second document", "answers:", "---\nanswers:"),
		forged("a directive", "format:", "%YAML 1.1\n---\n<<: x\nformat:"),
		forged("tabs", "  goal:", "\tgoal:"),
		forged("ten thousand brackets", "answers:", `x: ${"[".repeat(10_000)}\nanswers:`),
		forged("ten thousand braces", "answers:", `x: ${"{a: ".repeat(10_000)}\nanswers:`),
		forged("ten thousand commas", "answers:", `x: [${",".repeat(10_000)}]\nanswers:`),
		forged(
			"ten thousand facts",
			"answers:",
			`answers:\n${Array.from({ length: 10_000 }, (_, i) => `  f${i}: 1`).join("\n")}`,
		),
		forged(
			"another rule set",
			/^ruleset: .*/m,
			'ruleset: "mine 1"',
			"decided with the rule set mine 1",
		),
		forged("a rule set without end", /^ruleset: .*/m, `ruleset: "${"m".repeat(10_000)}"`),
		forged("a day that is none", /^decided: .*/m, 'decided: "2026-02-30"'),
		of("lines that are none", change(block, /^lines: .*/m, "lines: x"), "unchanged", 0),
	]);
});

describe("answers and comparisons from documents", () => {
	const broken = change(block, "examples: 700", "examples: many");
	tryAll([
		{
			what: "answers of a broken record",
			argv: ["-a", "a.md", "--no-input"],
			files: { "a.md": broken },
			says: "examples",
		},
		{
			what: "diff with a broken record",
			argv: ["diff", "a.md", "b.md"],
			files: { "a.md": block, "b.md": broken },
			says: "examples",
		},
		{
			what: "diff of a text with itself",
			argv: ["diff", "a.md", "a.md"],
			files: { "a.md": text },
			code: 2,
		},
	]);
});

test("a folder of a thousand documents, links in circles and names of all kinds", async () => {
	const files: Record<string, string> = {};
	for (let i = 0; i < 1_000; i += 1)
		files[`docs/${i % 10}/${i}.md`] = i % 100 === 0 ? block : "# Nothing";
	for (const name of ["a b", "-rf", "$(id)", "'", '"', "a\nb", "\u202e", "*"])
		files[`docs/${name}.md`] = outdated.moved(blockOf({ given: facts }));
	const outcome = await attempt({ what: "", argv: ["check", "docs", "--as-of", today], files });
	expectCivil(outcome);
	expect(outcome.stdout).toContain("18 records in 1,008 files: 8 moved and 10 unchanged.");
});
