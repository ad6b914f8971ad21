/** The core is pure: same rules and answers, same decision. It imports nothing but itself, zod and leven. */
import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";

const core = fileURLToPath(new URL("../../src/core", import.meta.url));
const files = readdirSync(core, { recursive: true, encoding: "utf8" }).filter((file) =>
	file.endsWith(".ts"),
);

/** What a file imports: statically, for its effects, by re-export, or at run time. */
const importsIn = (source: string): string[] =>
	[
		/^(?:import|export)\b[^;"'`]*?\bfrom\s*["']([^"']+)["']/gm,
		/^import\s*["']([^"']+)["']/gm,
		/\b(?:import|require)\s*\(\s*["'`]?([^"'`)]*)/g,
	].flatMap((form) => [...source.matchAll(form)].map(([, name = ""]) => name));

function isAllowed(file: string, name: string): boolean {
	if (!name.startsWith(".")) return ["zod", "leven"].includes(name);
	const target = relative(core, join(core, dirname(file), name));
	return files.includes(target);
}

/** Code alone: comments, and plain strings where asked, say what they like. Templates may hold code. */
function codeOf(source: string, withoutStrings = true): string {
	const bare = source.replaceAll(/\/\*[\s\S]*?\*\/|(?<![:"'`\\])\/\/.*$/gm, "");
	return withoutStrings ? bare.replaceAll(/"(?:[^"\\\n]|\\.)*"/g, '""') : bare;
}

/** The world outside: its clock, chance, surroundings, and ways out of the language. */
const outside = [
	"process",
	"console",
	"performance",
	"globalThis",
	"crypto",
	"fetch",
	"setTimeout",
	"setImmediate",
	"queueMicrotask",
	"require",
	"eval",
	"Function",
	"Intl",
	"toLocaleString",
	"localeCompare",
];
const forbidden = new RegExp(
	`\\bMath\\s*\\.\\s*random\\b|\\bDate\\b(?!\\.UTC\\()|(?<![.\\w])(?:${outside.join("|")})\\b(?!\\s*\\??:)|\\.(?:toLocale\\w*|localeCompare)\\b`,
	"g",
);

/** Code from numbers alone, which sees nothing but its arguments: test/core/generate.test.ts. */
const makesCode = "generate.ts";

describe("every file of the core", () => {
	test.each(files)("%s", (file) => {
		const text = readFileSync(join(core, file), "utf8");
		const source = file === makesCode ? text.replaceAll("new Function(", "(") : text;
		expect(importsIn(codeOf(source, false)).filter((name) => !isAllowed(file, name))).toEqual([]);
		expect(codeOf(source).match(forbidden) ?? []).toEqual([]);
		expect(source).not.toMatch(/["'`]node:/);
	});
});

describe("the check itself", () => {
	test("there are files to check", () => expect(files.length).toBeGreaterThan(25));

	test.each([
		['import { readFile } from "node:fs";', "node:fs"],
		['import chalk from "chalk";', "chalk"],
		['import "../io/yaml.ts";', "../io/yaml.ts"],
		['const { parse } = await import("yaml");', "yaml"],
		["const fs = require('fs');", "fs"],
		['export { good } from "../report/json.ts";', "../report/json.ts"],
		['import {\n\tone,\n\ttwo,\n} from "../version.ts";', "../version.ts"],
		['import { gone } from "./no-such-file.ts";', "./no-such-file.ts"],
	])("finds %j", (source, name) => {
		expect(importsIn(source)).toEqual([name]);
		expect(isAllowed("decide.ts", name)).toBe(false);
	});

	test.each([
		["decide.ts", "./judge.ts"],
		["decide.ts", "zod"],
		["nearest.ts", "leven"],
	])("%s may import %s", (file, name) => expect(isAllowed(file, name)).toBe(true));

	test.each([
		"process.env.HOME",
		"const { env } = process;",
		"console.log(1)",
		"new Date()",
		"Date.now()",
		"Math.random()",
		"performance.now()",
		`\`$\{process.pid}\``,
		"a.localeCompare(b)",
		"globalThis.x",
		"eval(text)",
	])("finds %s", (source) => expect(codeOf(source)).toMatch(forbidden));

	test.each([
		"Date.UTC(2026, 0, 1)",
		"// the process of a Date",
		"/** console */ const a = 1;",
		'const text = "process";',
		"const dates = update(candidate);",
		"rule.process",
		'const url = "https://example.org/Date";',
	])("lets %s be", (source) => expect(codeOf(source)).not.toMatch(forbidden));
});
