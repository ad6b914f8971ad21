/** The HTML report in a real browser: it loads nothing, anyone can use it, and its panel decides as we do. */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import axe from "axe-core";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Decision } from "../../src/core/decision/decision.ts";
import { loadPanel } from "../../src/io/load-panel.ts";
import { type FormFacts, formFacts } from "../../src/page/decide-facts.ts";
import { html } from "../../src/report/html/html.ts";
import { sayConfidence, sayFlip } from "../../src/report/sentences.ts";
import { fileStyle } from "../../src/report/style.ts";
import { signed, spread } from "../../src/report/words.ts";
import { decidedOn, decideOn, decisions, rules } from "../report/decisions.ts";
import { executable, launch, open } from "./chromium.ts";
import { randomFacts } from "./random-facts.ts";

const folder = mkdtempSync(join(tmpdir(), "html-"));
const hostile = decideOn({
	model: "<img src=https://example.org/x onerror=alert(1)>",
	goal: "new-knowledge",
});
const costly = decideOn({
	goal: "task-quality",
	model: "claude-sonnet-4-6",
	"monthly-requests": 400_000,
	"prompt-tokens": 3500,
	"output-tokens": 250,
});
const pages = { ...decisions, hostile, costly };
const addressOf = (name: keyof typeof pages) => pathToFileURL(join(folder, `${name}.html`)).href;
let browser: Browser;

beforeAll(async () => {
	if (!executable) return;
	const whatIf = await loadPanel();
	for (const [name, decision] of Object.entries(pages)) {
		const assets = { whatIf, asOf: decidedOn };
		writeFileSync(join(folder, `${name}.html`), html(decision, rules, fileStyle, assets));
	}
	browser = await launch();
});

afterAll(async () => {
	await browser?.close();
	rmSync(folder, { recursive: true, force: true });
});

/** What the engine says in Node. */
function decideHere(facts: FormFacts): Decision {
	const given = Object.entries(facts).filter(([, value]) => value !== "");
	return decideOn(Object.fromEntries(given));
}

/** What the panel must agree with. */
const parts = ["verdict", "outlook", "confidence", "total", "flips", "gates", "unknown"] as const;
const compared = (decision: Decision) => parts.map((part) => decision[part]);

const near = Object.values(decisions).map(({ answers }) => formFacts(answers));

const decideThere = (page: Page, facts: FormFacts): Promise<Decision | undefined> =>
	page.evaluate((given) => {
		const read = globalThis.shouldIFinetune.decide(given);
		return read.ok ? read.value : undefined;
	}, facts);

const status = (page: Page) => page.locator("#what-if [role=status]");

/** What stands in the panel once it has decided these facts. */
async function expectShown(page: Page, decision: Decision): Promise<void> {
	const { total, gates, headline } = decision;
	const open = gates.filter(({ state }) => state === "open").length;
	const says = `${sayConfidence(decision)} Total ${signed(total.points)} (${spread(total)}). Before you fine-tune: ${open} of ${gates.length} done.`;
	await page
		.locator("#what-if [role=status]", { hasText: says })
		.waitFor({ timeout: 20_000 })
		.catch(async () => expect(await status(page).textContent()).toContain(says));
	expect(await status(page).locator("strong").textContent()).toBe(headline);
	const label = await page.locator("#what-if svg.total").getAttribute("aria-label");
	expect(label).toContain(`Total ${signed(total.points)};`);
	const flips = await page.locator("#what-if .flips li").allTextContents();
	expect(flips.map((text) => text.replace(/\.\s*(?:Try it)?$/, ""))).toEqual(
		decision.flips.map((flip) => sayFlip(flip, rules)),
	);
	const states = await page
		.locator("#what-if .gates li")
		.evaluateAll((items) => items.map(({ className }) => className));
	expect(states).toEqual(gates.map(({ state }) => state));
}

/** Where there is no browser, every one of them is skipped. */
const check = test.skipIf(!executable);

check.each(Object.keys(pages) as (keyof typeof pages)[])(
	"%s: no complaint, and no request but for the page",
	async (name) => {
		const { page, faults } = await open(browser, addressOf(name));
		await page.locator("#what-if").waitFor();
		await page.locator("#what-if-goal").selectOption("cost-latency");
		await page.locator("#what-if h3", { hasText: "Changed here" }).waitFor();
		for (const summary of await page.locator("main summary").all()) await summary.click();
		expect(faults).toEqual([]);
		await page.context().close();
	},
);

check(
	"the panel decides 200 random sets of answers as Node does",
	{ timeout: 600_000 },
	async () => {
		const { page, faults } = await open(browser, addressOf("close"));
		for (let seed = 1; seed <= 200; seed += 1) {
			const facts = randomFacts(rules, seed, { near });
			const there = decideThere(page, facts);
			const here = decideHere(facts);
			expect(compared((await there) as Decision), JSON.stringify(facts)).toEqual(compared(here));
		}
		expect(faults).toEqual([]);
		await page.context().close();
	},
);

check(
	"the panel shows what its controls are set to, twelve times",
	{ timeout: 300_000 },
	async () => {
		const { page, faults } = await open(browser, addressOf("almost-nothing-known"));
		for (let seed = 301; seed <= 312; seed += 1) {
			const facts = randomFacts(rules, seed, { sets: false, near });
			for (const [fact, question] of Object.entries(rules.questions)) {
				const control = page.locator(`#what-if-${fact}`);
				const value = facts[fact] ?? "";
				if (question.number || question.text) await control.fill(value);
				else await control.selectOption(value);
			}
			await expectShown(page, decideHere(facts));
		}
		expect(faults).toEqual([]);
		await page.context().close();
	},
);

check(
	"the panel takes ranges and shorthand, complains where it cannot read, and resets",
	async () => {
		const { page } = await open(browser, addressOf("close"));
		const examples = page.locator("#what-if-examples");
		await examples.fill("20k");
		const given = formFacts(decisions.close.answers);
		await expectShown(page, decideHere({ ...given, examples: "20000" }));
		expect(await page.locator("#what-if .rest").textContent()).toContain(
			"Labeled examples: 20,000 (was 500 to 2,000)",
		);
		await examples.fill("a lot");
		await page.locator("#what-if-examples[aria-invalid=true]").waitFor();
		expect(await status(page).textContent()).toContain('"a lot" is not a number');
		expect(await page.locator("#what-if-examples-complaint").textContent()).toContain("a lot");
		await page.getByRole("button", { name: "Reset" }).click();
		await expectShown(page, decideHere(given));
		expect(await status(page).textContent()).toContain("As in the report.");
		expect(await examples.getAttribute("aria-invalid")).toBeNull();
		expect(await examples.inputValue()).toBe("500..2000");
		await page.context().close();
	},
);

check("the panel tries each of the changes that turn the verdict", async () => {
	for (const name of ["close", "hospital", "hospital-without-prompts"] as const) {
		const { page } = await open(browser, addressOf(name));
		const before = decisions[name];
		for (const index of before.flips.keys()) {
			await page.locator(`#what-if [data-flip="${index}"]`).click();
			const said = await status(page).textContent();
			expect(said).toContain(`The report says: ${before.headline}`);
			await page.getByRole("button", { name: "Reset" }).click();
			await page.locator("#what-if [role=status]", { hasText: "As in the report." }).waitFor();
		}
		await page.context().close();
	}
});

describe.each(["light", "dark"] as const)("%s", (colorScheme) => {
	check.each([360, 1280])("axe finds nothing at %i pixels", async (width) => {
		for (const name of ["close", "hospital-without-prompts", "almost-nothing-known"] as const) {
			const options = { colorScheme, viewport: { width, height: 800 } };
			const { page } = await open(browser, addressOf(name), options);
			await page.locator("#what-if-examples").fill("a lot");
			await page.locator("#what-if-examples[aria-invalid=true]").waitFor();
			await page.evaluate(() => {
				for (const details of document.querySelectorAll("details")) details.open = true;
			});
			await page.evaluate(axe.source);
			const found = await page.evaluate(async () => {
				const { violations } = await (globalThis as unknown as { axe: typeof axe }).axe.run();
				return violations.map(
					({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" ")}`,
				);
			});
			expect(found).toEqual([]);
			expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
			await page.context().close();
		}
	});
});

check("can be used by keyboard alone", async () => {
	const { page } = await open(browser, addressOf("hospital-without-prompts"));
	const focused = () => page.evaluate(() => document.activeElement?.id ?? "");
	await page.keyboard.press("Tab");
	expect(await page.evaluate(() => document.activeElement?.className)).toBe("skip");
	await page.locator("details.reason summary").first().focus();
	await page.keyboard.press("Enter");
	expect(await page.locator("details.reason").first().getAttribute("open")).toBe("");
	const before = await status(page).textContent();
	for (let step = 0; step < 200 && (await focused()) !== "what-if-prompting"; step += 1)
		await page.keyboard.press("Tab");
	expect(await focused()).toBe("what-if-prompting");
	const outline = await page.evaluate(
		() => getComputedStyle(document.activeElement as Element).outlineStyle,
	);
	expect(outline).not.toBe("none");
	await page.keyboard.press("End");
	await page.locator("#what-if [role=status]", { hasText: "The report says" }).waitFor();
	expect(await status(page).textContent()).not.toBe(before);
	await page.getByRole("button", { name: "Reset" }).focus();
	await page.keyboard.press("Space");
	await page.locator("#what-if [role=status]", { hasText: "As in the report." }).waitFor();
	await page.locator("#what-if [data-flip]").first().focus();
	await page.keyboard.press("Enter");
	expect(await focused()).toBe("what-if-prompting");
	await page.context().close();
});

check("what has the focus is not behind what stays in sight", async () => {
	for (const width of [360, 1280]) {
		const options = { viewport: { width, height: 740 } };
		const { page } = await open(browser, addressOf("close"), options);
		await page.locator("#what-if-maintenance").focus();
		for (let step = 0; step < 12; step += 1) {
			await page.keyboard.press("Shift+Tab");
			const covered = await page.evaluate(() => {
				const bar = document.querySelector(".moved")?.getBoundingClientRect();
				const control = document.activeElement?.getBoundingClientRect();
				return bar && control ? control.top < bar.bottom - 1 : true;
			});
			expect(covered).toBe(false);
		}
		await page.context().close();
	}
});

check("prints all of it on light paper, without the panel", async () => {
	const { page } = await open(browser, addressOf("close"), { colorScheme: "dark" });
	await page.locator("#what-if").waitFor();
	await page.emulateMedia({ media: "print", colorScheme: "dark" });
	expect(await page.locator("#what-if").isVisible()).toBe(false);
	expect(await page.evaluate(() => getComputedStyle(document.body).backgroundColor)).toBe(
		"rgb(255, 255, 255)",
	);
	expect(await page.locator(".steps details").last().locator("p").first().isVisible()).toBe(true);
	await page.context().close();
});

check("without scripts there is the whole report and no panel", async () => {
	const { page, faults } = await open(browser, addressOf("close"), { javaScriptEnabled: false });
	expect(await page.locator("h1").textContent()).toBe(decisions.close.headline);
	expect(await page.locator("#what-if").isVisible()).toBe(false);
	expect(await page.locator("#steps").isVisible()).toBe(true);
	expect(faults).toEqual([]);
	await page.context().close();
});

check("the panel computes the costs anew", async () => {
	const { page, faults } = await open(browser, addressOf("costly"));
	const cost = page.locator("#what-if .rest table").first();
	expect(await cost.locator("tr", { hasText: "as today" }).textContent()).toContain("$5,700");
	await page.locator("#what-if-monthly-requests").fill("800k");
	await expect
		.poll(() => cost.locator("tr", { hasText: "as today" }).textContent())
		.toContain("$11,400");
	expect(faults).toEqual([]);
	await page.context().close();
});
