/** What the rules rest on can be opened: each link is a link, each reason has one, nothing lies unused. */
import { describe, expect, test } from "vitest";
import { cases, rules } from "./built-in.ts";

/** `who`, and the link that is given for it. Nothing is fetched. */
const events = Object.entries(rules.providers.status).flatMap(([id, { events }]) =>
	events.map(({ date, source }): [string, string] => [`${id}, ${date}`, source]),
);
const evidence = Object.entries(rules.evidence).flatMap(([id, { url }]): [string, string][] =>
	url === undefined ? [] : [[id, url]],
);
const published = cases.map(({ id, source }): [string, string] => [id, source.url]);

/** What is our own, and the lecture, which has no address. */
const without = ["lecture", "published-cases", "break-even-arithmetic", "effort-estimates"];

describe("links", () => {
	test.each([...evidence, ...published, ...events.filter(([name]) => !name.startsWith("own-gpu"))])(
		"%s: %s",
		(_name, link) => {
			expect(link).toMatch(/^https:\/\/[^\s"'<>\\]+$/);
			expect(new URL(link).hostname).toMatch(/^[a-z0-9-]+(?:\.[a-z0-9-]+)+$/);
		},
	);

	test.each(evidence)("%s: a page, not only a site", (_name, link) =>
		expect(new URL(link).pathname).not.toBe("/"),
	);

	test("no two sources of evidence share one", () => {
		const links = evidence.map(([, link]) => link.replace(/\/$/, ""));
		expect(links.filter((link, index) => links.indexOf(link) !== index)).toEqual([]);
	});

	test("only the lecture and what is our own have none", () => {
		const linked = new Set(evidence.map(([id]) => id));
		expect(Object.keys(rules.evidence).filter((id) => !linked.has(id))).toEqual(without);
	});
});

const reasons: [name: string, sources: string[]][] = [
	...rules.scores.flatMap(({ id: score, rules: own, ladders }) => [
		...own.map((rule): [string, string[]] => [rule.id, rule.sources]),
		...ladders.map((ladder): [string, string[]] => [`${score}.${ladder.id}`, ladder.sources]),
	]),
	...rules.gates.map((gate): [string, string[]] => [gate.id, gate.sources]),
];

test.each(reasons)("%s rests on a source that can be opened", (_name, sources) =>
	expect(sources.some((id) => rules.evidence[id]?.url)).toBe(true),
);

test("every source is cited", () => {
	const cited = new Set([
		...reasons.flatMap(([, sources]) => sources),
		...rules.steps.flatMap(({ sources = [] }) => sources),
		...Object.values(rules.lecture.statements).flatMap(({ sources = [] }) => sources),
		...Object.values(rules.disagreements).flatMap(({ sides }) =>
			sides.flatMap((side) => side.sources),
		),
	]);
	expect(Object.keys(rules.evidence).filter((id) => !cited.has(id))).toEqual([]);
});
