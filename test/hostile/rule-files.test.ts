/** Rule folders and records that mean harm: how they are read, not what their rules mean. */
import { Buffer } from "node:buffer";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { folderOf, root, run } from "../installed/program.ts";
import { brokenYaml, dearPieces, notText } from "./texts.ts";
import { type Trial, tryAll } from "./trial.ts";

type Text = string | Uint8Array;
const rulesCheck = ["--rules", "r", "rules", "check"];
const ofRules = (what: string, files: Record<string, Text>, says?: RegExp | string): Trial => ({
	what,
	argv: rulesCheck,
	files: Object.fromEntries(Object.entries(files).map(([name, text]) => [`r/${name}`, text])),
	...(says !== undefined && { says }),
});

describe("a rule file", () => {
	tryAll([
		...brokenYaml.map(([what, text, says]) => ofRules(what, { "a.yaml": text }, says)),
		...notText.map(([what, bytes, says]) => ofRules(what, { "a.yaml": bytes }, says)),
		...["", "null", "5", "word", "[1]", "a: 1", "extends: 5", "extends: [a]"].map((text) =>
			ofRules(`nothing of ours: ${text}`, { "a.yaml": text }, /r\/a\.yaml:1:1: /),
		),
		...["__proto__", "toString", "hasOwnProperty", "valueOf", "A", "a b", "ä"].map((id) =>
			ofRules(
				`a fact called ${id}`,
				{ "a.yaml": `extends: built-in\nquestions:\n  ${id}: {ask: a}\n` },
				/r\/a\.yaml:3:3: /,
			),
		),
		...["-0", "0x10", ".inf", "1e400", "1.5", "'1'", "true", "null"].map((points) =>
			ofRules(
				`points: ${points}`,
				{ "a.yaml": `extends: built-in\nscores:\n  cost:\n    weight: ${points}\n` },
				/r\/a\.yaml:4:5: /,
			),
		),
		ofRules("a byte order mark", { "a.yaml": "\ufeffextends: built-in\nx: 1\n" }, /:2:1: .* key x/),
		ofRules("lines ended by \\r", { "a.yaml": "extends: built-in\rx: 1\r" }, /:2:1: .* key x/),
		ofRules(
			"UTF-16",
			{ "a.yaml": Buffer.from("\ufeffextends: built-in\nx: 1\n", "utf16le") },
			/:2:1: .* key x/,
		),
	]);
});

describe("what a rule set extends", () => {
	const extending = (base: string) => ({ "a.yaml": `extends: ${JSON.stringify(base)}\n` });
	tryAll([
		...[".", "../r", "../r/../r", "./", "../../r"].map((base) => ofRules(base, extending(base))),
		...["/dev/zero", "nowhere", "", " ", "a\0b", "a\nb", "built-in/", "~", "a.yaml"].map((base) =>
			ofRules(JSON.stringify(base), extending(base), /There are no rules in|extends itself/),
		),
		ofRules("a name of 900,000 slashes", extending(`${"/".repeat(900_000)}x`), "no rules in"),
		ofRules("a name of 900,000 characters", extending("x".repeat(900_000)), "too long"),
	]);
});

describe("more rules than are read", () => {
	const many = (count: number, text: string) =>
		Object.fromEntries(Array.from({ length: count }, (_, index) => [`${index}.yaml`, text]));
	tryAll([
		...["[", "a: b\n", "&a "].map((piece) =>
			ofRules(`20 files of ${JSON.stringify(piece)}`, many(20, piece.repeat(15_000))),
		),
		...dearPieces
			.slice(0, 12)
			.map((piece) =>
				ofRules(`a million of ${JSON.stringify(piece)}`, many(1, piece.repeat(900_000))),
			),
		ofRules("1,000 files", many(1_000, ""), /r\/0\.yaml:1:1: /),
		ofRules("1,001 files", many(1_001, ""), "more than 1,000 YAML files"),
		ofRules("100,000 marks", many(2, `#${"\n".repeat(49_999)}`), /r\/0\.yaml:/),
		ofRules("three files of 50,000 marks", many(3, `#${"\n".repeat(49_999)}`), "more than 100,000"),
	]);
});

/** What every object has by its prototype, as the name of everything. */
const everything = `extends: built-in
questions:
  constructor:
    ask: Is it built?
    label: built
    why: Because.
    find: Look.
    moves: freely
    yes-no: { yes: It is., no: It is not. }
words:
  constructor: { when: { constructor: true } }
scores:
  constructor:
    asks: What?
    weight: 1
    ladders: {}
    rules:
      - { id: constructor.constructor, when: { is: constructor }, points: 1, because: "It is {constructor}.", row: cost-and-effort, sources: [constructor] }
gates:
  constructor: { asks: What?, when: { constructor: true }, open: "It is {constructor}.", closed: Closed., unknown: Open., opens: Build., row: cost-and-effort, sources: [constructor] }
evidence:
  constructor: { who: me, title: A title, year: "2020", kind: paper, says: So., checked: "2024" }
steps:
  constructor: { title: Build, measure: data, do: It., why: "For {constructor}.", effort: None., stop: Now., when: { constructor: true }, phase: now, sources: [constructor] }
`;

describe("everything is called constructor", () => {
	const [row = ""] = /^ {4}[a-z-]+(?=:)/m.exec(
		readFileSync(join(root, "rules/lecture.yaml"), "utf8").split("table:")[1] ?? "",
	) ?? [""];
	const files = {
		"r/a.yaml": everything.replaceAll("cost-and-effort", row.trim()),
		"yes.yaml": "constructor: yes\n",
		"no.json": '{"constructor": false}',
	};
	const formats = ["text", "json", "markdown", "adr", "html"];
	const answers = [
		["--constructor", "yes"],
		["-a", "no.json"],
	];
	const lines = [
		...formats.flatMap((format) =>
			answers.map((given) => ["--rules", "r", "--no-input", "-f", format, ...given]),
		),
		["rules", "docs", "--rules", "r"],
		["explain", "constructor", "--rules", "r"],
		["explain", "weights", "--rules", "r", "-a", "yes.yaml"],
		["completion", "bash", "--rules", "r"],
		["diff", "yes.yaml", "no.json", "--rules", "r"],
		["init", "--rules", "r"],
	];
	test.each(lines.map((line) => [line.join(" "), line] as const))("%s", async (_what, line) => {
		const cwd = folderOf(files);
		const { code, stdout, stderr } = await run(line, { cwd });
		expect({ code, stderr }).toEqual({
			code: 0,
			stderr: line[0] === "init" ? expect.stringMatching(/^Wrote /) : "",
		});
		// What a function or nothing looks like where an answer was meant.
		const shown = stdout.replaceAll(/<script.*?<\/script>/gs, "");
		expect(shown).not.toMatch(/native code|undefined is|\[object|NaN/);
	});

	test("a record of it is read again", async () => {
		const cwd = folderOf(files);
		await run(["--rules", "r", "--no-input", "-o", "d.md", "-o", "d.html"], { cwd });
		const { code, stdout } = await run(["check", "d.md", "d.html", "--rules", "r"], { cwd });
		expect(code).toBe(0);
		expect(stdout).toContain("2 unchanged");
	});
});

describe("a record", () => {
	let document = "";
	beforeAll(async () => {
		const cwd = folderOf();
		await run(["--no-input", "--weeks", "3", "-o", "d.md"], { cwd });
		document = readFileSync(join(cwd, "d.md"), "utf8");
	});

	const changes: [what: string, from: RegExp, to: string, code: number][] = [
		["as it was", /$/, "", 0],
		...["-0", "0x10", ".inf", "1e400", "[[1]]", "{a: 1}", "null", "'", "*a", "yes"].map(
			(weeks): [string, RegExp, string, number] => [
				`weeks: ${weeks}`,
				/weeks: 3/,
				`weeks: ${weeks}`,
				2,
			],
		),
		...["__proto__", "constructor", "toString", "<<", "weeks"].map(
			(fact): [string, RegExp, string, number] => [
				`a second answer, ${fact}`,
				/( *)weeks: 3/,
				`$1weeks: 3\n$1${fact}: 3`,
				2,
			],
		),
		["a merge key of YAML 1.1", /(<!-- should-i-finetune\n)/, "$1%YAML 1.1\n---\n<<: x\n", 2],
		...brokenYaml
			.filter(([, text]) => !/^%|---/.test(text))
			.map(([what, text]): [string, RegExp, string, number] => [
				what,
				/(<!-- should-i-finetune\n)format/,
				`$1${text.replaceAll("$", "$$$$")}\nformat`,
				2,
			]),
	];
	test.each(changes)("%s", async (_what, from, to, expected) => {
		const changed = document.replace(from, to);
		const cwd = folderOf({ "d.md": changed });
		const { code, stdout, stderr } = await run(["check", "d.md"], { cwd });
		expect({ code, stderr }).toEqual({ code: expected, stderr: "" });
		expect(stdout).toMatch(expected === 2 ? /d\.md:\d+ broken/ : /unchanged/);
	});

	test.each(["[", "a: b\n"])("60 records of %j", async (piece) => {
		const record = `<!-- should-i-finetune\n${piece.repeat(15_000)}\n-->\n`;
		const cwd = folderOf({ "d.md": record.repeat(60) });
		const { code, stdout } = await run(["check", "d.md"], { cwd });
		expect(code).toBe(2);
		expect(stdout).toContain("exceed the limit for one document");
	});
});
