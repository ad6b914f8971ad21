/** A rule set in which every free text is the one given: as YAML, that a folder can hold. */

const sides = (text: string) => ({ "prompt-engineering": text, "fine-tuning": text });

/** Names and units have at most 100 characters: the beginning of a text. */
export const nameOf = (text: string): string => text.slice(0, 100);

export function hostileRules(text: string, url = text): string {
	const name = nameOf(text);
	const question = { ask: text, label: text, why: text, find: text, moves: "freely" as const };
	const grounds = { because: text, row: "row", sources: ["source"] };
	const headline = { says: text, means: text };
	const evidence = {
		who: text,
		title: text,
		year: "2026",
		says: text,
		gains: text,
		checked: "2026",
	};
	const file = {
		name,
		edition: name,
		questions: {
			change: { ...question, choices: { static: text, daily: text } },
			citations: { ...question, "yes-no": { yes: text, no: text } },
			examples: { ...question, number: { most: 10_000, unit: name, example: 500 } },
			model: { ...question, text: { example: name } },
		},
		headlines: {
			keep: headline,
			"too-early": { ...headline, facts: 5, even: headline.means },
			prompts: { ...headline, first: headline.says },
			"prompts-then-tune": headline,
			tune: headline,
		},
		lecture: {
			source: "lecture",
			table: { row: { aspect: text, ...sides(text) } },
			statements: { "start-with-prompts": { says: text, refined: text } },
		},
		evidence: {
			lecture: { ...evidence, kind: "lecture" },
			source: { ...evidence, kind: "paper", url },
		},
		disagreements: {
			dispute: {
				question: text,
				sides: [1, 2].map(() => ({ says: text, sources: ["source"] })),
				ours: text,
			},
		},
		providers: {
			"as-of": "2026-01",
			status: {
				somebody: {
					name: text,
					aliases: ["gpt"],
					alternatives: ["other"],
					events: [{ date: "2026-02", status: "closed", what: text, source: text }],
				},
				other: { name: text, aliases: [], alternatives: [], events: [] },
			},
		},
		scores: {
			size: {
				asks: text,
				weight: 1,
				ladders: {
					examples: {
						row: "row",
						sources: ["source"],
						steps: {
							"under 50": { points: -1, because: text },
							"50 up": { points: 1, because: text },
						},
					},
				},
				rules: [
					{ id: "size.daily", when: { change: "daily" }, points: -3, ...grounds },
					{ id: "size.idle", when: { change: "daily", citations: "no" }, points: 0, ...grounds },
				],
			},
		},
		gates: {
			ready: {
				asks: text,
				when: { citations: "yes" },
				open: text,
				closed: text,
				unknown: text,
				opens: text,
				row: "row",
				sources: ["source"],
			},
		},
		verdict: {
			threshold: 1,
			strength: { clear: 0.8, leaning: 0.65 },
			confidence: { point: 0.2, most: 0.95 },
		},
		steps: {
			first: {
				title: text,
				measure: "data",
				do: text,
				why: text,
				effort: text,
				stop: text,
				phase: "now",
				sources: ["source"],
			},
			second: {
				title: text,
				measure: "data",
				do: text,
				why: text,
				effort: text,
				stop: text,
				phase: "later",
			},
		},
		explained: [{ finding: "idle-fact model", because: text }],
		// biome-ignore lint/suspicious/noThenProperty: never awaited; given and then are how tests are written.
		tests: [{ name: text, given: { change: "daily" }, then: { verdict: "fine-tuning" } }],
	};
	return JSON.stringify(file);
}
