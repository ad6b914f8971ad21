import { createHash } from "node:crypto";
import { beforeAll, describe, expect, test } from "vitest";
import type { Decision } from "../../src/core/decision/decision.ts";
import { findRecord, formatRecord } from "../../src/core/records/record.ts";
import { loadPanel } from "../../src/io/load-panel.ts";
import { html } from "../../src/report/html/html.ts";
import { escapeHtml } from "../../src/report/html/markup.ts";
import { fileStyle } from "../../src/report/style.ts";
import { aCase, decideOn, decisions, named, rules } from "./decisions.ts";

const hostile = ["<script>alert(1)</script>", "--><img src=x onerror=alert(1)>", "\"'></select>"];
let whatIf: string;

beforeAll(async () => {
	whatIf = (await loadPanel()) ?? "";
});

const show = (decision: Decision, asOf?: string) =>
	html(decision, rules, fileStyle, { whatIf, asOf });

/** The page without its scripts, style and record: what was written from the decision. */
const bodyOf = (page: string) =>
	page
		.replace(/<style>[\s\S]*?<\/style>/, "")
		.replaceAll(/<script\b[\s\S]*?<\/script>/g, "")
		.replace(/<!-- should-i-finetune[\s\S]*?-->/, "");

const attributes = (page: string, name: string): string[] =>
	[...bodyOf(page).matchAll(new RegExp(` ${name}="([^"]*)"`, "g"))].map(([, value = ""]) => value);

/** Elements that are closed in another order than they were opened. */
function misnested(page: string): string[] {
	const open: string[] = [];
	const faults: string[] = [];
	for (const [, slash, name = "", rest] of bodyOf(page).matchAll(
		/<(\/?)([a-z][a-z0-9]*)([^>]*)>/g,
	)) {
		if (["meta", "input", "br"].includes(name) || rest?.endsWith("/")) continue;
		if (!slash) open.push(name);
		else if (open.pop() !== name) faults.push(name);
	}
	return [...faults, ...open];
}

describe.each(named)("%s", (_name, decision) => {
	let page: string;
	beforeAll(() => {
		page = show(decision);
	});

	test("is well-formed, with one main heading and no level left out", () => {
		expect(misnested(page)).toEqual([]);
		const levels = [...bodyOf(page).matchAll(/<h(\d)/g)].map(([, level]) => Number(level));
		expect(levels.filter((level) => level === 1)).toHaveLength(1);
		for (const [place, level] of levels.entries())
			expect(level - (levels[place - 1] ?? 0)).toBeLessThanOrEqual(1);
	});

	test("has ids that are its own, and links within it that lead somewhere", () => {
		const ids = attributes(page, "id");
		expect(new Set(ids).size).toBe(ids.length);
		const inner = attributes(page, "href").filter((href) => href.startsWith("#"));
		for (const href of inner) expect(ids).toContain(href.slice(1));
		for (const id of attributes(page, "aria-labelledby")) expect(ids).toContain(id);
	});

	test("loads nothing from anywhere", () => {
		expect(attributes(page, "src")).toEqual([]);
		const outer = [...bodyOf(page).matchAll(/<([a-z]+)[^>]* href="(?!#)([^"]*)"[^>]*>/g)];
		for (const [tag, name, href] of outer) {
			expect(name).toBe("a");
			expect(href).toMatch(/^https?:\/\//);
			expect(tag).toContain('rel="noopener noreferrer"');
		}
		expect(page).not.toMatch(/@import|url\((?!data:)|<link|<iframe|<img|<base/i);
	});

	test("lets nothing run but its own style and script", () => {
		const policy = /http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(page)?.[1] ?? "";
		const own = (tag: string) => {
			const text = new RegExp(`<${tag}>([\\s\\S]*?)</${tag}>`).exec(page)?.[1] ?? "";
			return `&#39;sha256-${createHash("sha256").update(text).digest("base64")}&#39;`;
		};
		expect(policy).toContain("default-src &#39;none&#39;");
		expect(policy).toContain(`style-src ${own("style")};`);
		expect(policy).toContain(`script-src ${own("script")};`);
		expect(bodyOf(page)).not.toMatch(/ (?:style|on[a-z]+)="/);
	});

	test("shows every reason, gate and step, and marks the speaking cells", () => {
		const body = bodyOf(page);
		expect(body.match(/<details class="reason"/g) ?? []).toHaveLength(decision.reasons.length);
		for (const state of ["open", "closed", "unknown"])
			expect(body.match(new RegExp(`<li class="${state}">`, "g")) ?? []).toHaveLength(
				decision.gates.filter((gate) => gate.state === state).length,
			);
		for (const { title } of decision.steps)
			expect(body).toContain(`<strong>${escapeHtml(title)}</strong>`);
		const speaking = decision.table.filter(({ speaksFor }) => speaksFor !== "neither");
		expect(body.match(/● applies to this project/g) ?? []).toHaveLength(speaking.length);
	});

	test("draws the total with its ends", () => {
		const { points, min, max, threshold } = decision.total;
		const label = /<svg class="total" role="img" aria-label="([^"]*)"/.exec(page)?.[1] ?? "";
		for (const number of [points, min, max, threshold])
			expect(label).toContain(String(Math.abs(number)));
		for (const x of attributes(page, "x").filter((place) => place.endsWith("%")))
			expect(Number.parseFloat(x)).toBeGreaterThanOrEqual(0);
	});

	test("carries its record where check finds it", () => {
		expect(page).toContain(`\n${formatRecord(decision)}\n`);
		expect(findRecord(page)?.text).toContain(`verdict: ${decision.verdict}`);
	});

	test("stays under 320 kB", () => expect(Buffer.byteLength(page)).toBeLessThan(320_000));
});

describe("what comes from answers", () => {
	test.each(hostile)("is text: %s", (model) => {
		const decision = decideOn({ model, goal: "new-knowledge" });
		const page = show({
			...decision,
			notices: [{ says: model, source: model }],
			flips: [
				{
					verdict: "fine-tuning",
					given: false,
					changes: [{ fact: "model", from: model, to: model }],
				},
			],
			cases: [
				{
					id: "x",
					title: model,
					outcome: "fine-tuning",
					who: "A firm",
					year: 2025,
					url: "https://example.org/a",
					work: "extract",
					similarity: 0.5,
					why: model,
				},
			],
		});
		expect(page.toLowerCase().split("<script")).toHaveLength(3);
		expect(page.toLowerCase().split("</script")).toHaveLength(3);
		expect(bodyOf(page)).not.toMatch(/alert\(1\)<|onerror=alert\(1\)>|"'>/);
		expect(misnested(page)).toEqual([]);
		const data = /<script type="application\/json"[^>]*>([\s\S]*?)<\/script>/.exec(page)?.[1] ?? "";
		expect(data).not.toMatch(/[<>]/);
		expect(JSON.parse(data).answers.model.value).toBe(model);
		expect(page.match(/<!--[\s\S]*?-->/g)).toHaveLength(1);
	});

	test("turns no writing direction and breaks no line", () => {
		const model = "a\u202eb\u2028c\ud800";
		const page = show({
			...decisions.hospital,
			answers: { model: { value: model, from: "x\u001b[31m" } },
		});
		for (const mark of ["\u202e", "\u2028", "\u001b", "\ud800"])
			expect(page.includes(mark)).toBe(false);
	});
});

describe("without the script", () => {
	const page = html(decisions.close, rules, fileStyle);

	test("there is no panel, no script and no room for one", () => {
		expect(page).not.toMatch(/<script|data-what-if|script-src/);
		expect(misnested(page)).toEqual([]);
		expect(page).toContain(formatRecord(decisions.close));
	});
});

test("names the lecture's claims and who gains", () => {
	const page = show(decisions.hospital);
	expect(page).toContain("A claim with no other source is the lecture’s own.");
	expect(page).toContain('<strong class="gains">Conflict of interest:</strong>');
});

test("shows the nearest cases, where there are any", () => {
	const cases = [aCase];
	expect(show({ ...decisions.hospital, cases })).toContain(
		'<a href="https://example.org/a" rel="noopener noreferrer">Names in scans</a></strong>, A firm, 2025. ',
	);
	expect(show(decisions.hospital)).not.toContain('id="cases"');
});

describe("what must be read first", () => {
	const notices = [{ says: "The provider stops.", source: "a page" }];
	const place = (page: string, part: string) => bodyOf(page).indexOf(part);

	test.each<[Decision["verdict"], boolean]>([
		["fine-tuning", true],
		["prompt-engineering", false],
	])("what the provider offers, with a verdict for %s: %s", (verdict, isFirst) => {
		const page = show({ ...decisions.hospital, verdict, notices });
		expect(place(page, "The provider stops.") < place(page, 'id="why"')).toBe(isFirst);
		expect(place(page, "The provider stops.") > place(page, '<ol class="steps"')).toBe(!isFirst);
	});

	test("answers that contradict each other, and the project's name", () => {
		const contradictions = [{ facts: ["evals", "prompting"], says: "Both cannot be." }];
		const page = show({ ...decisions.hospital, title: "Bot <b>", contradictions });
		expect(page).toContain("<title>Bot &lt;b&gt; Fine-tune, beginning");
		expect(page).toContain('<p class="eyebrow">Bot &lt;b&gt;</p>');
		expect(page).toContain(
			'Both cannot be. <span class="soft">(quality check, prompting so far)</span>',
		);
		expect(place(page, "Both cannot be.")).toBeLessThan(place(page, 'class="facts"'));
	});
});

test("bears a day only when one was asked for", () => {
	expect(show(decisions.hospital)).not.toContain("Decided on");
	expect(show(decisions.hospital, "2026-11-22")).toContain("Decided on 2026-11-22");
});

test("the script can stand within a page", () => {
	expect(whatIf.length).toBeGreaterThan(10_000);
	// Matches and not the script, which would fill the screen.
	expect(whatIf.match(/<\/script|<!--|<script/gi)).toBeNull();
	expect(whatIf.match(/\bzod\b|"node:|\brequire\(/g)).toBeNull();
});
