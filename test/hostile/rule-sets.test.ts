/** Rule sets that mean harm: refused with their place and what to do, or answered soon and cheaply. */
import { describe, expect, test } from "vitest";
import { longestName, longestSentence, mostParts, mostPoints } from "../../src/core/limits.ts";
import { allCommands, attemptOn, expectAnswer, tryCommands } from "./rule-set-commands.ts";
import {
	branches,
	choice,
	facts,
	gate,
	ladder,
	numberFact,
	pairs,
	record,
	rule,
	ruleSet,
	score,
	source,
	step,
	textFact,
	times,
	verdict,
	words,
} from "./rule-set-files.ts";
import { expectCivil } from "./trial.ts";

type Json = Record<string, unknown>;

const tower = (before: string, place: number) =>
	place % 2
		? { any: [{ is: before }, { [`f${place}`]: "v0" }] }
		: { when: { is: before, [`f${place}`]: "v1" } };

describe("accepted, and answered by each command", () => {
	test.each<[string, Json, string[]?]>([
		["20 words that use the one before twice", words(20, (is) => ({ when: { is: [is, is] } }))],
		["20 words that need either of one", words(20, (is) => ({ any: [{ is }, { is }] }))],
		[
			"20 words that deny one twice",
			words(20, (is) => ({ unless: [{ is }, { is }] })),
			["text", "check"],
		],
		["60 facts in pairs", pairs(60, 150)],
		[
			"100 facts of five values in 500 pairs",
			pairs(100, 500, 5),
			["json", "html", "check", "diff"],
		],
		["a tower of 99 words", words(99, tower), ["text", "json", "weights", "check", "test", "diff"]],
		[
			"a grid of ladders with points in the hundreds",
			ruleSet({
				questions: facts(20, 20),
				scores: score([], {
					ladders: record(20, (fact) => [
						`f${fact}`,
						ladder(20, (value) => ((value * 37 + fact * 11) % 2000) - 1000),
					]),
				}),
			}),
			["json", "html", "weights", "check", "docs", "batch"],
		],
		["the most that facts in two branches may take", branches(5, 6)],
		[
			"500 rules that are all the same",
			ruleSet({
				scores: score(times(500, (place) => rule(place, { when: { f0: "v0", f1: "v1" } }))),
			}),
			["json", "check", "test", "batch"],
		],
	])("%s", (_what, set, names = allCommands) => tryCommands(set, names, expectAnswer));
});

describe("too entangled for one diagram: a bound, and said so", () => {
	const entangled = pairs(100, 500, 5);
	const dense = ruleSet({
		questions: facts(30),
		scores: score(
			times(435, (place) => {
				const [a, b] = [place % 30, (place + 1 + Math.floor(place / 30)) % 30];
				return rule(place, { when: { [`f${a}`]: "v0", [`f${b}`]: "v0" } });
			}),
		),
	});

	test.each([
		["full", dense, /a bound, not exact/],
		["markdown", dense, /a bound, not exact/],
		["html", dense, /a bound, not exact/],
		["json", dense, /"exact": ?false/],
		["check", dense, /unproved: .*too many nodes/],
		["test", dense, /# too many rules to search for an example: verdict/],
		["full", entangled, /open\s+questions\s+may\s+still/],
	])("%s", (command, set, says) =>
		tryCommands(set, [command], (_name, { stdout }) => expect(stdout).toMatch(says)),
	);
});

/** A rule set with one rule, and a part of that rule as told. */
const ruleWith = (parts: Json, questions: Json = facts(2)) =>
	ruleSet({ questions, scores: score([rule(0, { when: { f0: "v0" } }, parts)]) });
const cuts = (count: number) =>
	ruleWith(
		{ when: { f0: "v0", n: times(count, (at) => `${at + 1} up`) } },
		{ ...facts(1), n: numberFact },
	);
const named = (count: number) =>
	ruleWith(
		{ when: { f0: "v0", n: times(count, (at) => `name ${at}`) } },
		{ ...facts(1), n: textFact },
	);
const part = (key: string, make: (place: number) => Json) => (count: number) =>
	ruleSet({ [key]: record(count, (place) => [`p${place}`, make(place)]) });
const listed = (key: string, make: (place: number) => Json) => (count: number) =>
	ruleSet({ [key]: times(count, make) });
const ladders = (count: number) =>
	ruleSet({
		questions: facts(30),
		scores: record(11, (at) => [
			`s${at}`,
			{
				asks: "E?",
				weight: 1,
				ladders: record(Math.max(0, Math.min(30, count - at * 30)), (fact) => [
					`f${fact}`,
					ladder(2, (value) => value),
				]),
			},
		]),
	});
const disagreement = {
	question: "Q?",
	sides: times(2, () => ({ says: "S.", sources: ["source"] })),
	ours: "O.",
};

describe("each side of each limit", () => {
	test.each<[string, number, number, (count: number) => Json]>([
		["questions", mostParts.questions, 1, facts as never],
		["scores", mostParts.scores, 1, part("scores", () => ({ asks: "E?", weight: 1 }))],
		["ladders", mostParts.ladders, 1, ladders],
		["rules", mostParts.rules, 1, (count) => pairs(4, count)],
		["gates", mostParts.gates, 1, part("gates", () => gate({ when: { f0: "v0" } }))],
		["words", mostParts.words, 1, part("words", () => ({ when: { f0: "v0" } }))],
		["steps", mostParts.steps, 1, part("steps", () => step)],
		[
			"evidence",
			mostParts.evidence,
			1,
			(count) =>
				ruleSet({ evidence: { source, ...record(count - 1, (at) => [`p${at}`, source]) } }),
		],
		["disagreements", mostParts.disagreements, 1, part("disagreements", () => disagreement)],
		["promises", mostParts.promises, 1, listed("promises", () => ({ reachable: "gates" }))],
		[
			"tests",
			mostParts.tests,
			1,
			listed("tests", (at) => ({
				name: `t${at}`,
				given: { f0: "v0" },
				// biome-ignore lint/suspicious/noThenProperty: how tests are written; never awaited.
				then: { fires: ["size.r0"] },
			})),
		],
		[
			"explained",
			mostParts.explained,
			1,
			listed("explained", (at) => ({ finding: `never ${at}`, because: "B." })),
		],
		["characters", longestSentence, 1, (count) => ruleWith({ because: "x".repeat(count) })],
		["characters", longestName, 1, (count) => ruleSet({ name: "x".repeat(count) })],
		["characters", longestName, 1, (count) => ruleWith({ id: `size.${"x".repeat(count - 5)}` })],
		[
			"characters",
			2000,
			1,
			(count) =>
				ruleSet({
					evidence: { source: { ...source, url: `https://a.b/${"x".repeat(count - 12)}` } },
				}),
		],
		["entries", 100, 1, (count) => ruleWith({ any: times(count, (at) => ({ f1: `v${at % 2}` })) })],
		["entries", 100, 1, (count) => ruleWith({ unless: times(count, () => ({ f1: "v1" })) })],
		["entries", 100, 1, (count) => ruleWith({ sources: times(count, () => "source") })],
		["entries", 100, 1, (count) => ruleWith({ when: { f0: times(count, (at) => `v${at % 2}`) } })],
		["whole number", mostPoints, 1, (points) => ruleWith({ points })],
		["whole number", -mostPoints, -1, (points) => ruleWith({ points })],
		["whole number", mostPoints, 1, (weight) => ruleSet({ scores: score([], { weight }) })],
		["whole number", 1, -1, (weight) => ruleSet({ scores: score([], { weight }) })],
		["whole number", 2 ** 28, 1, (threshold) => ruleSet({ verdict: verdict({ threshold }) })],
		["whole number", -(2 ** 28), -1, (threshold) => ruleSet({ verdict: verdict({ threshold }) })],
		["Too big", 1000, 0.5, (point) => ruleSet({ verdict: verdict({}, { point }) })],
		["Too small", 0, -0.5, (point) => ruleSet({ verdict: verdict({}, { point }) })],
		["Too big", 0.99, 0.005, (most) => ruleSet({ verdict: verdict({}, { most }) })],
		["ranges", 30, 1, (count) => ruleSet({ questions: { ...facts(2), c: choice(count) } })],
		["ranges", 29, 1, cuts],
		["ranges", 29, 1, named],
		["comparisons", 6, 1, (once) => branches(5, once)],
		[
			"parts",
			5,
			1,
			(count) =>
				words(count, (is, at) => ({ any: times(3, (k) => ({ is, [`f${at * 3 + k}`]: "v0" })) })),
		],
	])("%s: %d, and %d more", async (what, limit, more, make) => {
		const of = (count: number) => {
			const made = make(count);
			return what === "questions" ? ruleSet({ questions: made }) : made;
		};
		const [below, above] = await Promise.all([
			attemptOn(of(limit), "json"),
			attemptOn(of(limit + more), "json"),
		]);
		for (const outcome of [below, above]) expectCivil(outcome);
		// As many uses of words as are allowed take too many comparisons.
		if (what === "parts") expect(below.stderr).not.toMatch(what);
		else expectAnswer("json", below);
		expect(above.stderr).toMatch(new RegExp(`^error: r/a\\.yaml:\\d+:\\d+: .*${what}`));
		expect(above.code).toBe(2);
	});
});

describe("refused", () => {
	const everyRule = (parts: Json) =>
		ruleSet({ scores: score(times(40, (place) => rule(place, { when: { f0: "v0" } }, parts))) });
	const circle = (count: number) => words(count, (is) => ({ any: [{ is }, { f1: "v0" }] }));
	test.each<[string, Json, RegExp]>([
		[
			"points of a thousand million",
			ruleWith({ points: 1e9 }),
			/whole number from -1,000 to 1,000/,
		],
		["points of 1e308", ruleWith({ points: 1e308 }), /whole number/],
		["half a point", ruleWith({ points: 0.5 }), /whole number/],
		["points as text", ruleWith({ points: "9" }), /whole number/],
		["a threshold of 1e308", ruleSet({ verdict: verdict({ threshold: 1e308 }) }), /whole number/],
		["half a threshold", ruleSet({ verdict: verdict({ threshold: 0.5 }) }), /whole number/],
		[
			"a curve of 1e308",
			ruleSet({ verdict: verdict({}, { point: 1e308 }) }),
			/Too big|expected number/,
		],
		[
			"20 words that double with other facts",
			words(20, (is, at) => ({
				any: [
					{ is, f1: "v0" },
					{ is, [`f${at}`]: "v1" },
				],
			})),
			/The word w\d+ has 1,\d{3} parts/,
		],
		[
			"20 words that hold and deny one",
			words(20, (is) => ({ when: { is }, unless: { is } })),
			/parts once its words are expanded/,
		],
		[
			"a word that is made of itself",
			{ ...words(1, () => ({})), words: { w0: { when: { is: "w0" } } } },
			/The word w0 is defined in terms of itself/,
		],
		[
			"20 words in a circle",
			{
				...circle(20),
				words: { ...(circle(20).words as Json), w0: { any: [{ is: "w19" }, { is: "w18" }] } },
			},
			/is defined in terms of itself/,
		],
		["facts in eight branches", branches(8, 0), /need .* comparisons before any fact is known/],
		[
			"a thousand unknown facts in a clause",
			ruleWith({ when: record(1000, (at) => [`g${at}`, "v0"]) }),
			/at most 100 entries/,
		],
		["36,000 bad values", everyRule({ when: { f0: ",".repeat(900) } }), /"" is not a value of f0/],
		[
			"4,000 unknown sources",
			everyRule({ sources: times(99, (at) => `none-${at}`) }),
			/no evidence entry/,
		],
		["2,000 words", part("words", () => ({}))(2000), /200 words at most/],
		["5,000 bad rules", ruleSet({ scores: score(times(5000, () => ({}))) }), /size\.rules\.0/],
		[
			"a fact that every object has",
			ruleWith({ when: { constructor: "v0" } }),
			/no fact constructor/,
		],
	])("%s", (_what, set, says) =>
		tryCommands(set, ["json", "check"], (_name, { code, stderr }) => {
			expect(stderr).toMatch(says);
			expect(stderr).toMatch(/^error: r\/a\.yaml:\d+:\d+: /);
			expect(code).toBe(2);
		}),
	);
});
