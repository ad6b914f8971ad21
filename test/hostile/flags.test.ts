/** Hostile command lines: flags that come twice or in the wrong place, and values that mean harm. */
import { describe } from "vitest";
import { adviseFlags, checkFlags, diffFlags, rulesTestFlags } from "../../src/commands/flags.ts";
import type { FlagTable } from "../../src/report/usage.ts";
import { rules } from "../built-in.ts";
import { type Trial, tryAll } from "./trial.ts";

const facts = Object.keys(rules.questions);
const singles = (table: FlagTable) =>
	Object.entries(table).flatMap(([name, { value, isList }]) => (value && !isList ? [name] : []));

const times = (count: number, ...words: string[]): string[] =>
	Array.from({ length: count }, () => words).flat();

describe("a flag that takes one value comes twice", () => {
	const twice = (argv: string[], name: string): Trial => ({
		what: [...argv, `--${name}`].join(" "),
		argv: [...argv, ...times(2, `--${name}`, "x"), ...(argv[0] === "diff" ? ["a", "b"] : [])],
		says: `--${name} is given `,
	});
	tryAll([
		...[...singles(adviseFlags), ...facts].map((name) => twice(["--no-input"], name)),
		...singles(checkFlags).map((name) => twice(["check", "a.md"], name)),
		...singles(diffFlags).map((name) => twice(["diff"], name)),
		...singles(rulesTestFlags).map((name) => twice(["rules", "test"], name)),
		{
			what: "the same value",
			argv: ["--weeks", "3", "--weeks", "3"],
			says: "--weeks is given twice",
		},
		{ what: "with =", argv: ["--weeks=3", "--weeks=3"], says: "--weeks is given twice" },
		{ what: "once short", argv: ["-f", "json", "--format=json"], says: "--format is given twice" },
		{ what: "three times", argv: times(3, "--weeks", "3"), says: "--weeks is given 3 times" },
		{
			what: "before a command and after it",
			argv: ["--rules", "a", "check", "--rules", "b", "a.md"],
			says: "--rules is given more than once",
		},
		{ what: "a switch is no less true", argv: ["--no-input", "--strict", "--no-input"], code: 2 },
	]);
});

describe("a command line without an end", () => {
	tryAll([
		{ what: "--weeks 40,000 times", argv: times(40_000, "--weeks", "x"), says: "40000 times" },
		{ what: "--rules 40,000 times", argv: times(40_000, "--rules", "x"), says: "more than once" },
		{
			what: "-a 100 times",
			argv: ["--no-input", ...times(100, "-a", "a.yaml")],
			files: { "a.yaml": "weeks: 3\n" },
			code: 0,
		},
		{ what: "-a 101 times", argv: times(101, "-a", "a.yaml"), says: "the limit is 100" },
		{ what: "-a 40,000 times", argv: times(40_000, "-a", "x"), says: "the limit is 100" },
		{ what: "-o 4,000 times", argv: times(4_000, "-o", "x"), says: "the limit is 100" },
		{ what: "--strict 40,000 times", argv: ["--no-input", ...times(40_000, "--strict")] },
		{ what: "40,000 unknown flags", argv: times(40_000, "--nonsense"), says: "--nonsense" },
		{ what: "40,000 words", argv: times(40_000, "word"), says: "no command" },
		{
			what: "4,000 fields",
			argv: ["batch", ...times(4_000, "--fields", "x")],
			says: "the limit is",
		},
		{ what: "40,000 topics", argv: ["help", ...times(40_000, "init")] },
		{
			what: "20,000 documents",
			argv: ["check", ...times(20_000, "a.md")],
			files: { "a.md": "nothing" },
			says: "contains no recorded decision",
		},
	]);
});

describe("a flag before a command", () => {
	const words = Object.entries<FlagTable[string]>(adviseFlags)
		.filter(([name]) => name !== "rules")
		.map(([name, { value }]) => ({ name, given: [`--${name}`, ...(value ? ["json"] : [])] }));
	const commands = [
		["check", "a.md"],
		["diff", "a", "b"],
		["rules", "check"],
		["explain", "goal"],
	];
	tryAll([
		...commands.flatMap((command) =>
			words.map(({ name, given }) => ({
				what: `--${name} before ${command[0]}`,
				argv: [...given, ...command],
				says: new RegExp(`--${name} has no effect before the command`),
			})),
		),
		...["examples", "goal"].map((fact) => ({
			what: `--${fact} before batch`,
			argv: [`--${fact}`, "5", "batch"],
			says: `--${fact} has no effect before the command batch`,
		})),
		{
			what: "a gate of CI is not passed by it",
			argv: ["--expect", "fine-tuning", "check", "a.md"],
			says: "Write it after the command: check --expect",
		},
		{ what: "--rules works there", argv: ["--rules", "built-in", "rules", "check"], code: 0 },
		{ what: "and after it", argv: ["rules", "check", "--rules", "built-in"], code: 0 },
		{ what: "--rules for a command without it", argv: ["--rules", "built-in", "help"] },
	]);
});

describe("values that mean harm", () => {
	const values = {
		nothing: "",
		"a blank": " ",
		"3,000 blanks before an x": `${" ".repeat(3_000)}x`,
		"30,000 blanks before an x": `${" ".repeat(30_000)}x`,
		"30,000 blanks between dots": `.${" ".repeat(30_000)}.`,
		"60,000 dots": ".".repeat(60_000),
		"100,000 digits": "1".repeat(100_000),
		"20,000 groups of digits": "1,111".repeat(20_000),
		"60,000 commas": ",".repeat(60_000),
		"30,000 words": "a,".repeat(30_000),
		"an escape without an end": `\u001b[${";".repeat(60_000)}`,
		"a lone surrogate": "\ud800",
		"what turns the line": "\u202e\u2066x",
		"the constructor": "constructor",
		"the prototype": "__proto__",
		"a pattern": "(a+)+$",
		"a template": "{examples}$&$1",
	};
	const single = ["examples", "goal", "as-of", "expect", "rules"];
	const ofCases = ["work", "outcome"];
	tryAll(
		single.flatMap((flag) =>
			Object.entries(values).map(([what, value]) => ({
				what: `--${flag} with ${what}`,
				argv: ["--no-input", `--${flag}`, value],
			})),
		),
	);
	tryAll(
		ofCases.flatMap((flag) =>
			Object.entries(values).map(([what, value]) => ({
				what: `explain cases --${flag} with ${what}`,
				argv: ["explain", "cases", `--${flag}`, value],
				says: /error: /,
			})),
		),
	);
	tryAll(
		Object.entries(values).flatMap(([what, value]) => [
			{ what: `a command: ${what}`, argv: [value], says: /error: / },
			{ what: `a topic: ${what}`, argv: ["help", value], says: /error: / },
			{ what: `an id: ${what}`, argv: ["explain", value], says: /error: / },
			{
				what: `the environment: ${what}`,
				argv: ["--no-input"],
				env: { SHOULD_I_FINETUNE_EXAMPLES: value },
				// An empty variable counts as unset.
				...(value === "" ? { code: 0 } : { says: "SHOULD_I_FINETUNE_EXAMPLES: " }),
			},
		]),
	);
});

describe("counts and numbers", () => {
	const refused = [
		"-0",
		"-1",
		"0x10",
		"1e-3",
		"1.5",
		"1.5..3",
		"+5",
		"٣",
		"10 00",
		".5",
		"5.",
		"5-",
		"-5",
		"50%",
		"$5",
		"20.000",
		"20-50k",
		"<0",
	];
	tryAll([
		...refused.map((value) => ({
			what: `--examples ${value}`,
			argv: ["--no-input", "--examples", value],
			says: `--examples: "${value}" `,
		})),
		...[
			"5",
			"1.5k",
			"0",
			"5.0",
			"0005",
			"1_000..2,000",
			"..",
			"unknown",
			"1 000",
			"5+",
			"~5",
			"5-6",
			"<5",
			"20 k",
		].map((value) => ({
			what: `--examples ${value}`,
			argv: ["--no-input", "--examples", value],
			code: 0,
		})),
		...["1.5", "0.25..0.75"].map((value) => ({
			what: `--weeks ${value}, which is no count`,
			argv: ["--no-input", "--weeks", value],
			code: 0,
		})),
		{ what: "rules alone", argv: ["rules"], says: /^error: rules needs a command/ },
	]);
});
