/** Rule sets that mean harm, built from a few parts: what each has too much of is what the call says. */

type Json = Record<string, unknown>;

export const times = <Item>(count: number, make: (place: number) => Item): Item[] =>
	Array.from({ length: count }, (_, place) => make(place));
export const record = <Item>(count: number, make: (place: number) => [string, Item]) =>
	Object.fromEntries(times(count, make));

const texts = {
	ask: "How?",
	label: "size",
	why: "It matters.",
	find: "Look.",
	moves: "freely" as const,
};
const grounds = { because: "So.", row: "row", sources: ["source"] };
const headline = { says: "Do it.", means: "It pays." };
export const source = {
	who: "A",
	title: "B",
	year: "2026",
	kind: "paper",
	says: "C.",
	checked: "2026",
};
const row = { aspect: "a row", "prompt-engineering": "Left.", "fine-tuning": "Right." };

/** A complete rule set with one rule, and what the caller puts in its place. */
export const ruleSet = (parts: Json = {}): Json => ({
	name: "hostile",
	edition: "1",
	headlines: {
		keep: headline,
		"too-early": { ...headline, facts: 5, even: headline.means },
		prompts: { ...headline, first: headline.says },
		"prompts-then-tune": headline,
		tune: headline,
	},
	lecture: { source: "source", table: { row }, statements: {} },
	evidence: { source },
	verdict: verdict(),
	gates: {},
	questions: facts(2),
	scores: score([rule(0, { when: { f0: "v0" } })]),
	...parts,
});

export const verdict = (parts: Json = {}, curve: Json = {}): Json => ({
	threshold: 1,
	strength: { clear: 0.8, leaning: 0.65 },
	confidence: { point: 0.2, most: 0.95, ...curve },
	...parts,
});

/** Facts f0, f1 and so on, with the values v0, v1 and so on. */
export const facts = (count: number, values = 2) =>
	record(count, (place) => [`f${place}`, choice(values)]);
export const choice = (values: number): Json => ({
	...texts,
	choices: record(values, (value) => [`v${value}`, "A value."]),
});
export const numberFact = { ...texts, number: { most: 1e6, unit: "pieces", example: 5 } };
export const textFact = { ...texts, text: { example: "a name" } };

export const score = (rules: Json[], more: Json = {}): Json => ({
	size: { asks: "Enough?", weight: 1, rules, ...more },
});
export const rule = (place: number, condition: Json, parts: Json = {}): Json => ({
	id: `size.r${place}`,
	...condition,
	points: 1 + (place % 7),
	...grounds,
	...parts,
});
export const ladder = (values: number, points: (value: number) => number): Json => ({
	row: "row",
	sources: ["source"],
	steps: record(values, (value) => [`v${value}`, { points: points(value), because: "So." }]),
});
export const gate = (condition: Json): Json => ({
	asks: "Ready?",
	open: "Yes.",
	closed: "No.",
	unknown: "Who knows.",
	opens: "Get ready.",
	row: "row",
	sources: ["source"],
	...condition,
});
export const step: Json = {
	title: "T",
	measure: "data",
	do: "D",
	why: "W.",
	effort: "E",
	stop: "S",
	phase: "now",
};

/** Words w0, w1 and so on, each made of the one before, and a rule that waits for the last. */
export const words = (count: number, next: (before: string, place: number) => Json): Json =>
	ruleSet({
		questions: facts(Math.max(count, 30), 3),
		words: record(count, (place) => [
			`w${place}`,
			place === 0 ? { when: { f0: "v0" } } : next(`w${place - 1}`, place),
		]),
		scores: score([rule(0, { when: { is: `w${count - 1}` } })]),
	});

/** Rules that each join two facts, so many apart that the joint diagram cannot be small. */
export const pairs = (count: number, rules: number, values = 2): Json =>
	ruleSet({
		questions: facts(count, values),
		scores: score(
			times(rules, (place) =>
				rule(place, {
					when: {
						[`f${(place * 7) % count}`]: "v0",
						[`f${(place * place * 13 + place * 3 + 1) % count}`]: "v1",
					},
				}),
			),
		),
	});

/** One rule that names `twice` facts of five values in two branches, and `once` more in one. */
export const branches = (twice: number, once: number): Json =>
	ruleSet({
		questions: facts(twice + once, 5),
		scores: score([
			rule(0, {
				any: [
					record(twice, (place) => [`f${place}`, "v0"]),
					record(twice, (place) => [`f${place}`, "v1"]),
					...times(once, (place) => ({ [`f${twice + place}`]: "v2" })),
				],
			}),
		]),
	});
