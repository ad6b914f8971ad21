import { load, type Peer, resultOf } from "./peer.ts";
import type { Condition, Facts, Range, ValueRules } from "./value-rules.ts";

type RuleCondition =
	| { all: RuleCondition[] }
	| { any: RuleCondition[] }
	| { fact: string; operator: string; value: string | string[] | number };

interface RuleOf<Event> {
	conditions: RuleCondition;
	event: Event;
}
type Event = { type: "gate" } | { type: "points"; params: { score: number; points: number } };

interface Module {
	Engine: new (rules: RuleOf<Event>[]) => { run(facts: Facts): Promise<{ events: Event[] }> };
}

/** One engine for all runs; no rule has a priority, so that all of them run at once. */
export const jsonRulesEngine: Peer = {
	name: "json-rules-engine",
	how: "one engine, `run`",
	async start(rules) {
		const { Engine } = await load<Module>("json-rules-engine");
		const engine = new Engine(rulesOf(rules));
		const weights = rules.scores.map(({ weight }) => weight);
		return async (facts) => {
			const { events } = await engine.run(facts);
			const scores = weights.map(() => 0);
			let open = 0;
			for (const event of events) {
				if (event.type === "gate") open += 1;
				else
					scores[event.params.score] = (scores[event.params.score] as number) + event.params.points;
			}
			return resultOf(scores, weights, open === rules.gates.length);
		};
	},
};

/** A rule for every step of a ladder that has points, since nothing else can be said in this language. */
function rulesOf({ scores, gates }: ValueRules): RuleOf<Event>[] {
	const points = scores.flatMap(({ ladders, rules }, score) =>
		[
			...ladders.flatMap(({ steps }) => steps.map(({ test, points }) => ({ when: test, points }))),
			...rules,
		]
			.filter((rule) => rule.points !== 0)
			.map(
				({ when, points }): RuleOf<Event> => ({
					conditions: atTop(conditionOf(when)),
					event: { type: "points", params: { score, points } },
				}),
			),
	);
	const open = gates.map(
		(gate): RuleOf<Event> => ({
			conditions: atTop(conditionOf(gate)),
			event: { type: "gate" },
		}),
	);
	return [...points, ...open];
}

const atTop = (condition: RuleCondition): RuleCondition =>
	"fact" in condition ? { all: [condition] } : condition;

function conditionOf(condition: Condition): RuleCondition {
	if ("of" in condition) {
		const of = condition.of.map(conditionOf);
		return condition.kind === "all" ? { all: of } : { any: of };
	}
	const { key: fact } = condition;
	if (condition.kind === "values") {
		const [value] = condition.values as [string];
		return condition.values.length === 1
			? { fact, operator: "equal", value }
			: { fact, operator: "in", value: condition.values };
	}
	const ranges = condition.ranges.map((range) => rangeOf(fact, range));
	return ranges.length === 1 ? (ranges[0] as RuleCondition) : { any: ranges };
}

function rangeOf(fact: string, [from, to]: Range): RuleCondition {
	const least = { fact, operator: "greaterThanInclusive", value: from };
	const most = { fact, operator: "lessThan", value: to };
	if (!Number.isFinite(to)) return least;
	return from > 0 ? { all: [least, most] } : most;
}
