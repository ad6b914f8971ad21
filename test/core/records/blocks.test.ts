import { describe, expect, test } from "vitest";
import { decide } from "../../../src/core/decision/decide.ts";
import { findBlocks } from "../../../src/core/records/blocks.ts";
import { findRecord, wrapRecord } from "../../../src/core/records/record.ts";
import { rules } from "../../built-in.ts";
import { blockOf, today } from "./documents.ts";

const begin = "<!-- should-i-finetune:begin -->";
const record = "<!-- should-i-finetune\nanswers:\n  a: 1\n-->";
const block = `${begin}\n\ntext\n\n${record}`;

/** What was found, as the lines of blocks and faults. */
function lines(document: string) {
	const { blocks, faults } = findBlocks(document);
	return { blocks: blocks.map(({ line }) => line), faults: faults.map(({ line }) => line) };
}

describe("blocks", () => {
	test.each<[name: string, document: string, blocks: number[], faults: number[]]>([
		["nothing", "", [], []],
		["alone", block, [1], []],
		["within a document", `# Title\n\n${block}\n\nMore.\n`, [3], []],
		["two", `${block}\n${block}`, [1, 9], []],
		["with a byte order mark", `\uFEFF${block}`, [1], []],
		["with the line ends of Windows", block.replaceAll("\n", "\r\n"), [1], []],
		["with blanks after its marks", block.replaceAll("-->", "-->  "), [1], []],
		["a bare record", `Title\n${record}`, [2], []],
		["a bare record below a block", `${block}\n${record}`, [1, 9], []],
		["an empty record", `${begin}\n<!-- should-i-finetune\n-->`, [1], []],
		["its end on the last line of answers", `${begin}\n<!-- should-i-finetune\na: 1 -->x`, [1], []],
		["in the text of a page", `<!doctype html>\n<p>a</p>\n  ${record}\n</html>`, [3], []],
		["a begin without an end", `a\n${begin}\ntext\n`, [], [2]],
		["two begins", `${begin}\n${block}`, [2], [1]],
		["a record without an end", "a\n<!-- should-i-finetune\nanswers:\n", [], [2]],
		["a record without an end, before a block", `<!-- should-i-finetune\na: 1\n${block}`, [3], [1]],
		[
			"a block that ends with another",
			`${begin}\n<!-- should-i-finetune\na: 1\n${block}`,
			[4],
			[2],
		],
		["a record of one line, without an end", "<!-- should-i-finetune", [], [1]],
		["indented", `  ${record}`, [], [1]],
		["quoted", `> ${record}`, [], [1]],
		["indented like code", `    ${record}`, [], []],
		["in a line", `a ${record}`, [], []],
		["with another name", record.replace("finetune", "finetune-not"), [], []],
		["in a fence", `\`\`\`\n${block}\n\`\`\`\n`, [], []],
		["in a fence of tildes, longer at the end", `~~~md\n${block}\n~~~~~\n`, [], []],
		["in a fence that holds a shorter one", `\`\`\`\`\n\`\`\`\n${block}\n\`\`\`\`\n`, [], []],
		["below a fence", `\`\`\`\ncode\n\`\`\`\n${block}`, [4], []],
		["below inline code", `\`\`\`code\`\`\`\n${block}`, [2], []],
		["below a fence in a comment", `<!--\n\`\`\`\n-->\n${block}`, [4], []],
		["below a comment in one line", `<!-- \`\`\` -->\n${block}`, [2], []],
		["within a comment of others", `<!--\n${block}\n-->`, [2], []],
		["with a fence in its text", block.replace("text", "```\ncode\n```"), [1], []],
		["with an example in its text", block.replace("text", `~~~\n${block}\n~~~`), [1], []],
		["with a comment in its text", block.replace("text", "<!-- a\nb -->"), [1], []],
	])("%s", (_name, document, blocks, faults) =>
		expect(lines(document)).toEqual({ blocks, faults }),
	);

	test("a block is what stands between its marks, these included", () => {
		const document = `a\n${block} b\n`;
		const [found] = findBlocks(document).blocks;
		expect(document.slice(found?.start, found?.end)).toBe(block);
		expect(found?.visible).toBe("\n\ntext\n\n");
		expect(found?.text).toBe("answers:\n  a: 1\n");
		expect(document.split("\n")[found?.above ?? 0]).toBe("answers:");
	});

	test("the answers of a document are those of its first record that is none of its examples", () => {
		const example = `\`\`\`\n${record.replace("1", "2")}\n\`\`\`\n`;
		expect(findRecord(`${example}${block}`)?.text).toBe("answers:\n  a: 1\n");
	});

	// A search that began anew at each sign would not be through within the time a test may take.
	test("a line of a million signs of a quote is gone through once", () => {
		const document = `${">".repeat(1_000_000)}x${record}`;
		expect(lines(document)).toEqual({ blocks: [], faults: [] });
	});
});

describe("a report becomes a block", () => {
	const decision = decide(rules, {});
	const made = { format: "markdown", asOf: today, rules } as const;

	test("once, however often it is wrapped", () => {
		const once = blockOf();
		const { text } = findBlocks(once).blocks[0] ?? {};
		expect(text).toContain(`decided: "${today}"`);
		const whole = wrapRecord("## Text", decision, made);
		expect(wrapRecord(whole, decision, made)).toBe(whole);
	});

	test.each([
		["a doctype", "<!doctype html>\n", "<html>\n<body>"],
		["front matter", "---\nstatus: proposed\n---\n\n", "# Title"],
		["nothing", "", "---\n\nA rule above the text"],
	])("below %s", (_name, above, text) => {
		const whole = wrapRecord(`${above}${text}`, decision, made);
		expect(whole.startsWith(`${above}${begin}\n\n${text}`)).toBe(true);
	});
});
