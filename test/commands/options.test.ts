/** What flags of the default command mean together. */
import { describe, expect, test } from "vitest";
import { parseOptions } from "../../src/commands/options.ts";
import type { World } from "../../src/io/world.ts";

type Flags = Parameters<typeof parseOptions>[0];

// Only these are looked at.
const world = { isInteractive: false, today: "2026-11-22", env: {} } as World;

describe("--brief", () => {
	test.each<[string, Flags]>([
		["Markdown", { format: "markdown" }],
		["a decision record", { format: "adr" }],
		["a Markdown file", { output: ["a.md"] }],
		["a decision record in a file", { format: "adr", output: ["a.md"] }],
	])("is for %s", (_name, flags) =>
		expect(parseOptions({ ...flags, brief: true }, world)).toMatchObject({
			ok: true,
			value: { brief: true },
		}),
	);

	test.each<[string, Flags, string]>([
		["text", {}, "this report is text"],
		["JSON", { format: "json" }, "this report is json"],
		["a page among files", { output: ["a.md", "b.html"] }, '"b.html" is html'],
	])("is not for %s", (_name, flags, which) => {
		const read = parseOptions({ ...flags, brief: true }, world);
		expect(read.ok ? [] : read.problems.map(({ message }) => message)).toEqual([
			`--brief is for Markdown and ADR, and ${which}.`,
		]);
	});

	test("is left out by default", () =>
		expect(parseOptions({}, world)).toMatchObject({ ok: true, value: { brief: false } }));
});

const messagesOf = (flags: Flags): string[] => {
	const read = parseOptions(flags, world);
	return read.ok ? [] : read.problems.map(({ message }) => message);
};

describe("flags that would be without effect", () => {
	test.each<[string, Flags, string[]]>([
		["all of the text", { full: true }, []],
		["all of a text file", { full: true, output: ["a.txt", "b.html"] }, []],
		[
			"all of a page",
			{ full: true, format: "html" },
			["--full is for the text report, and this report is html."],
		],
		["a format that one of the files gets", { format: "adr", output: ["a.md", "b.json"] }, []],
		["a format for a file without an extension", { format: "json", output: ["a"] }, []],
		[
			"a format that no file gets",
			{ format: "markdown", output: ["a.html", "b.json"] },
			['--format markdown fits no file: "a.html", "b.json" have the extension of another format.'],
		],
	])("%s", (_name, flags, messages) => expect(messagesOf(flags)).toEqual(messages));
});
