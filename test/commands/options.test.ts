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
