/** `check --write` touches its own blocks and nothing else, and once is enough. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, describe, expect, test } from "vitest";
import { checkFile } from "../../src/commands/check-file.ts";
import { decide } from "../../src/core/decision/decide.ts";
import { findBlocks } from "../../src/core/records/blocks.ts";
import type { CheckedRecord } from "../../src/core/records/check-record.ts";
import { recordFormats, wrapRecord } from "../../src/core/records/record.ts";
import { loadPanel } from "../../src/io/load-panel.ts";
import { report } from "../../src/report/reports.ts";
import { rules } from "../built-in.ts";
import { blockOf, change, facts, options, outdated, today } from "../core/records/documents.ts";

const hostile = 'x --> <!-- should-i-finetune:begin --> ``` "\\ &amp; <script>';

/** Fresh blocks, and what each of them was before. */
const blocks = [
	blockOf(),
	blockOf({ given: { ...facts, model: hostile, goal: "new-knowledge" } }),
	blockOf({ given: {}, asOf: null }),
].flatMap((fresh) => [
	{ fresh, old: fresh },
	{ fresh, old: outdated.moved(fresh) },
	{ fresh, old: outdated.edited(fresh) },
	...(fresh.includes("gpt-4.1-mini") ? [{ fresh, old: outdated.stale(fresh) }] : []),
]);

const folder = mkdtempSync(join(tmpdir(), "check-file-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const file = { file: join(folder, "a.md"), isNamed: true };
const read = () => readFileSync(file.file, "utf8");

/** Writes a document and refreshes it. */
async function refresh(document: string | Uint8Array): Promise<CheckedRecord[]> {
	writeFileSync(file.file, document);
	return checkFile(file, rules, { ...options, write: true });
}

const again = (): Promise<CheckedRecord[]> => checkFile(file, rules, { ...options, write: true });

const ends = (text: string, end: string): string => text.replaceAll("\n", end);

/** Text that opens no fence, no comment and no block of its own. */
const benign = fc
	.array(
		fc.oneof(
			fc.string({ unit: "grapheme" }).map((text) => text.replaceAll(/[\r\n`~<>]/g, "")),
			fc.constantFrom(
				"",
				"# Title",
				"`<!-- should-i-finetune:begin -->` in a line",
				"    <!-- should-i-finetune",
				"<!-- should-i-finetune-not -->",
				"<!-- <!-- nested --> -->",
				"-->",
				"answers:",
				"verdict: fine-tuning",
				"```\n<!-- should-i-finetune:begin -->\n<!-- should-i-finetune\nanswers:\n-->\n```",
				"~~~ md\n```\n<!-- should-i-finetune\n~~~",
				"trailing blanks  \t",
				"\u2028\u00a0\u0085\ufffd\u0007",
			),
		),
		{ maxLength: 5 },
	)
	.map((lines) => lines.map((line) => `${line}\n`).join(""));

const end = fc.constantFrom("\n", "\r\n");
const piece = fc.record({ above: benign, block: fc.nat({ max: blocks.length - 1 }), end });

interface Line {
	text: string;
	/** Of the document, and of no block. */
	isMine: boolean;
}

/** Three blocks that are out of date, with text of others around them. */
const original = (): Line[] =>
	["moved", "edited"].flatMap((way, place) => [
		{ text: `# PRECIOUS ${place}`, isMine: true },
		{ text: "", isMine: false },
		{ text: `<!-- PRECIOUS ${place}, in a comment -->`, isMine: true },
		...outdated[way as "moved" | "edited"](blockOf())
			.split("\n")
			.map((text) => ({ text, isMine: false })),
	]);

/** One thing that may happen to marks, records and texts, somewhere in a document. */
const mutation = fc.record({
	what: fc.constantFrom("remove", "remove", "move", "cut", "double", "nest", "indent", "quote"),
	/** Most go for marks, and move them next to others. */
	hitsMark: fc.nat(3).map(Boolean),
	from: fc.nat(),
	to: fc.nat(),
});

function mutate(
	lines: Line[],
	{ what, hitsMark, from, to }: typeof mutation extends fc.Arbitrary<infer T> ? T : never,
): Line[] {
	const isMark = ({ text }: Line) => text.startsWith("<!-- should-i-finetune") || text === "-->";
	const edges = lines.flatMap((line, place) => (line.isMine || isMark(line) ? [place] : []));
	const ours = lines.flatMap((line, place) =>
		line.isMine || (hitsMark && !isMark(line)) ? [] : [place],
	);
	const place = ours[from % ours.length];
	if (place === undefined) return lines;
	const line = lines[place] as Line;
	const without = lines.toSpliced(place, 1);
	const nextMine = lines.findIndex(({ isMine }, at) => isMine && at > place);
	const most = (nextMine < 0 ? lines.length : nextMine) - place;
	switch (what) {
		case "remove":
			return without;
		case "cut":
			return lines.toSpliced(place, 1 + (to % most));
		case "double":
			return lines.toSpliced(place, 0, line);
		case "move":
			return without.toSpliced(
				(hitsMark ? edges[to % edges.length] : to % lines.length) ?? 0,
				0,
				line,
			);
		case "nest":
			return lines.toSpliced(place, 0, ...original().slice(3, nextBlock));
		default:
			return lines.with(place, { ...line, text: `${what === "quote" ? "> " : "  "}${line.text}` });
	}
}

/** The first line below the first block of the original. */
const nextBlock = original().findIndex(({ text }) => text === "# PRECIOUS 1");

// Each run writes a file for good, which takes its time on a busy disk.
describe("a document around blocks", { timeout: 300_000 }, () => {
	test("keeps every byte, and each block becomes its fresh self in its own line ends", async () => {
		const document = fc.record({
			start: fc.constantFrom("", "\uFEFF"),
			pieces: fc.array(piece, { maxLength: 3 }),
			below: benign,
			end,
			last: fc.constantFrom("", "no line end"),
		});
		await fc.assert(
			fc.asyncProperty(document, async ({ start, pieces, below, end, last }) => {
				const print = (version: "old" | "fresh") =>
					[
						start,
						...pieces.map((each) =>
							ends(`${each.above}${blocks[each.block]?.[version]}\n`, each.end),
						),
						ends(below, end),
						last,
					].join("");
				const found = await refresh(print("old"));
				expect(read()).toBe(print("fresh"));
				expect(found.map(({ isRefreshed }) => isRefreshed)).toEqual(
					pieces.map(({ block }) => blocks[block]?.old !== blocks[block]?.fresh),
				);
				const second = await again();
				expect(second.map(({ state }) => state)).toEqual(pieces.map(() => "unchanged"));
				expect(read()).toBe(print("fresh"));
			}),
			{ numRuns: 60 },
		);
	});

	test("is kept whatever it holds: what is outside the blocks that are found stays", async () => {
		const anything = fc.array(
			fc.oneof(
				fc.string({ unit: "binary" }),
				fc.nat({ max: blocks.length - 1 }),
				fc.constantFrom(
					"```",
					"~~~",
					"<!--",
					"-->",
					"<!-- should-i-finetune:begin -->",
					"<!-- should-i-finetune",
					" <!-- should-i-finetune:begin -->",
					"> <!-- should-i-finetune",
					"<!doctype html>",
					"\r",
				),
			),
			{ maxLength: 12 },
		);
		await fc.assert(
			fc.asyncProperty(anything, end, async (parts, end) => {
				const lines = parts.map((part) => (typeof part === "number" ? blocks[part]?.old : part));
				const before = Buffer.from(ends(lines.join("\n"), end)).toString();
				await refresh(before);
				const after = read();
				expect(outside(after)).toEqual(outside(before));
				const states = (await again()).map(({ state }) => state);
				expect(states.filter((state) => state !== "unchanged" && state !== "broken")).toEqual([]);
				expect(read()).toBe(after);
			}),
			{ numRuns: 100 },
		);
	});

	test("keeps every line of others, whatever became of its marks; and once is enough", async () => {
		await fc.assert(
			fc.asyncProperty(fc.array(mutation, { maxLength: 5 }), end, async (mutations, end) => {
				const lines = mutations.reduce(mutate, original());
				const print = lines.map(({ text }) => text).join("\n");
				await refresh(ends(print, end));
				const after = read();
				const kept = after.split(end).filter((line) => line.includes("PRECIOUS"));
				expect(kept).toEqual(lines.filter(({ isMine }) => isMine).map(({ text }) => text));
				await again();
				expect(read()).toBe(after);
			}),
			{ numRuns: 300 },
		);
	});

	test("is refused as a whole when its bytes are no UTF-8", async () => {
		const bad = fc.constantFrom([0x80], [0xff], [0xc0, 0xaf], [0xed, 0xa0, 0x80], [0xf0, 0x9f]);
		await fc.assert(
			fc.asyncProperty(fc.uint8Array(), bad, fc.boolean(), async (noise, bytesOfBad, isFirst) => {
				const block = Buffer.from(`\n${outdated.moved(blockOf())}\n`);
				const rest = [Buffer.from(noise), Buffer.from([0x0a, ...bytesOfBad, 0x0a])];
				const document = Buffer.concat(isFirst ? [...rest, block] : [block, ...rest]);
				const found = await refresh(document);
				expect(found.map(({ state }) => state)).toEqual(["broken"]);
				expect(readFileSync(file.file).equals(document)).toBe(true);
			}),
			{ numRuns: 50 },
		);
	});
});

/** The text between blocks. */
function outside(document: string): string[] {
	const places = findBlocks(document).blocks.flatMap(({ start, end }) => [start, end]);
	return [0, ...places]
		.map((place, index) => document.slice(place, places[index] ?? document.length))
		.filter((_, index) => index % 2 === 0);
}

describe("a refreshed block", () => {
	test("keeps its day up to date when it had one, and gets none when it had none", async () => {
		await refresh(
			`${outdated.edited(blockOf({ asOf: "2026-11-01" }))}\n\n${outdated.moved(blockOf({ asOf: null }))}`,
		);
		const days = read().match(/^decided: .*$/gm);
		expect(days).toEqual(['decided: "2026-11-22"']);
	});

	test("says where its answers came from, as it did before", async () => {
		await refresh(outdated.moved(blockOf()));
		expect(read()).toBe(blockOf());
		expect(read()).toContain("| 700 examples | --examples |");
	});

	test("takes the answers that were changed in its hidden comment", async () => {
		const [found] = await refresh(change(blockOf(), "  examples: 700", "  examples: 7"));
		expect(found?.isRefreshed).toBe(true);
		expect(read()).toBe(blockOf({ given: { ...facts, examples: 7 } }));
	});

	test("holds a name that ends comments without ending one", async () => {
		const block = blockOf({ given: { ...facts, model: hostile } });
		await refresh(`${outdated.moved(block)}\n-->\n`);
		expect(read()).toBe(`${block}\n-->\n`);
		expect(block.match(/-->/g)).toHaveLength(2);
	});
});

test("a broken record does not keep its neighbours from being refreshed", async () => {
	const broken = change(blockOf(), "examples: 700", "examples: many");
	await refresh(`${broken}\n\n${outdated.moved(blockOf())}`);
	expect(read()).toBe(`${broken}\n\n${blockOf()}`);
});

describe("what the team fills in", () => {
	const accept = (block: string) =>
		change(
			change(block, "Status: proposed", "Status: accepted"),
			"Owner: the project team",
			"Owner: Ada",
		);

	test("is no edit", async () => {
		const [found] = await refresh(accept(blockOf()));
		expect(found).toMatchObject({ state: "unchanged", isRefreshed: false });
		expect(read()).toBe(accept(blockOf()));
	});

	test.each(["\n", "\r\n"])("is kept by a refresh, with lines that end in %j", async (end) => {
		for (const makeOld of [outdated.moved, outdated.edited]) {
			const [found] = await refresh(ends(accept(makeOld(blockOf())), end));
			expect(found?.isRefreshed).toBe(true);
			expect(read()).toBe(ends(accept(blockOf()), end));
		}
	});
});

test.each([
	["one page", { brief: true }],
	["a whole report", {}],
])("a block of %s stays one, under its title", async (_name, assets) => {
	const answers = { goal: { value: "task-quality", from: "a.yaml:1" } };
	const decision = decide(rules, answers, { asOf: today, title: 'Bot: "a" --> # 1' });
	const style = { width: 80, color: false, unicode: true };
	for (const format of ["markdown", "adr"] as const) {
		const whole = report(format, decision, rules, style, { asOf: today, file: "a.md", ...assets });
		await refresh(outdated.moved(whole));
		expect(read()).toBe(whole);
	}
});

describe("a block keeps its format", () => {
	test.each(recordFormats)("%s", async (format) => {
		const answers = { goal: { value: "task-quality", from: "a.yaml:1" } };
		const decision = decide(rules, answers, { asOf: today });
		const whatIf = format === "html" ? await loadPanel() : undefined;
		const assets = { asOf: today, whatIf, file: "a.md" };
		const style = { width: 80, color: false, unicode: true };
		const shown = report(format, decision, rules, style, assets);
		const whole = wrapRecord(shown, decision, { format, asOf: today, rules });
		const [block] = findBlocks(whole).blocks;
		const above = whole.slice(0, block?.start);
		expect(above).toBe(
			{
				markdown: "",
				adr: `---\nstatus: proposed\ndate: ${today}\ndecision-makers: the project team\n---\n\n`,
				html: "<!doctype html>\n",
			}[format],
		);
		// A status that people set stands above the block, and stays.
		const mine = above.replace("proposed", "accepted");
		for (const change of [outdated.moved, (text: string) => text.replace("lecture", "seminar")]) {
			const old = whole.slice(0, block?.start) + change(whole.slice(block?.start));
			expect(old).not.toBe(whole);
			const found = await refresh(mine + old.slice(above.length));
			expect(found).toMatchObject([{ isRefreshed: true }]);
			expect(read()).toBe(mine + whole.slice(above.length));
		}
		expect(await again()).toMatchObject([{ state: "unchanged" }]);
	});
});
