import { expect, test } from "vitest";
import { parseOptions } from "../../src/commands/options.ts";
import { onScreen } from "../world.ts";

async function filesOf(output: string[]): Promise<string[]> {
	let files: string[] = [];
	await onScreen(async (world) => {
		const options = parseOptions({ output }, world);
		files = options.ok ? options.value.output.map(({ file }) => file) : ["refused"];
		return 0;
	});
	return files;
}

test.each([
	["no file", [], []],
	["two files", ["b.md", "a.json"], ["b.md", "a.json"]],
	["a file twice", ["x.md", "x.md"], ["x.md"]],
	["a file twice, and another between", ["x.md", "y.md", "x.md"], ["x.md", "y.md"]],
	["a bad one twice", ["x.docx", "x.docx"], ["refused"]],
])("what is written: %s", async (_, output, files) => {
	expect(await filesOf(output)).toEqual(files);
});
