/** Hostile text in a page: a real browser builds the same elements as for harmless words, and runs nothing of it. */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { parseAnswers } from "../../src/core/answers/answers.ts";
import { decide } from "../../src/core/decision/decide.ts";
import { readRules } from "../../src/core/rules/read-rules.ts";
import { loadPanel } from "../../src/io/load-panel.ts";
import { report } from "../../src/report/reports.ts";
import { fileStyle } from "../../src/report/style.ts";
import { rawFile } from "../core/rule-files.ts";
import { blobsOf } from "../hostile/characters.ts";
import { hostileRules } from "../hostile/hostile-rules.ts";
import { hostile } from "../hostile/markdown-texts.ts";
import { executable, launch, open } from "./chromium.ts";

const folder = mkdtempSync(join(tmpdir(), "hostile-"));
let browser: Browser;

beforeAll(async () => {
	if (executable) browser = await launch();
});

afterAll(async () => {
	await browser?.close();
	rmSync(folder, { recursive: true, force: true });
});

/** A page with its panel, in which every text is this one. */
async function pageOf(text: string): Promise<string> {
	const read = readRules([[rawFile("r/a.yaml", JSON.parse(hostileRules(text, "no address")))]]);
	if (!read.ok) throw new Error(JSON.stringify(read.problems));
	const { rules } = read.value;
	const model = text.replaceAll(/\p{Cc}/gu, "").slice(0, 200);
	const raw = Object.entries({ change: "daily", model }).map(([fact, value]) => ({
		fact,
		value,
		from: text,
	}));
	const answers = parseAnswers(rules.questions, raw);
	if (!answers.ok) throw new Error(JSON.stringify(answers.problems));
	const decision = decide(rules, answers.value, { asOf: "2026-05-05" });
	return report("html", decision, rules, fileStyle, { whatIf: await loadPanel() });
}

/** Every element with the names of its attributes, and what is left to see that cannot be seen. */
async function lookAt(text: string) {
	const file = join(folder, "page.html");
	writeFileSync(file, await pageOf(text));
	const { page, faults } = await open(browser, pathToFileURL(file).href);
	await page.locator("#what-if [role=status] strong").waitFor();
	const elements = await page.evaluate(() =>
		[...document.querySelectorAll("*")].map((element) =>
			[element.tagName, ...element.getAttributeNames().sort()].join(" "),
		),
	);
	const shown = (await page.locator("body").innerText()) + (await page.title());
	await page.context().close();
	return { elements, faults, shown };
}

const halves = [0, 1].map((half) => hostile.filter((_, place) => place % 2 === half).join(" "));

test.skipIf(!executable).each([...halves, ...blobsOf(990)])("%j", async (text) => {
	const { elements, faults, shown } = await lookAt(text);
	expect(elements).toEqual((await lookAt("harmless words")).elements);
	expect(faults).toEqual([]);
	expect(shown).not.toMatch(/(?![\n\t])[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u);
});
