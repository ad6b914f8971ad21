import { formatCondition, type Words } from "./expressions.ts";
import { load, type Peer, resultOf } from "./peer.ts";
import type { Condition, Facts, ValueRules, ValueScore } from "./value-rules.ts";

interface Output {
	points: number[];
	total: number;
	open: boolean;
}
interface Decision {
	evaluate(facts: Facts): Promise<{ result: Output }>;
}
interface Module {
	ZenEngine: new () => { createDecision(content: object): Decision };
	ZenDecisionContent: new (content: object) => object;
	evaluateExpressionSync(expression: string, facts: Facts): unknown[];
}

const loadZen = async () => (await load<{ default: Module }>("@gorules/zen-engine")).default;

const words: Words = {
	and: "and",
	or: "or",
	equals: "==",
	oneOf: (key, values) => `${key} in ${JSON.stringify(values)}`,
};

/** What is compiled once; a decision table with a row for each rule is no quicker. */
export const zenDecision: Peer = {
	name: "@gorules/zen-engine",
	how: "a compiled decision with an expression node, `evaluate`",
	async start(rules) {
		const { ZenEngine, ZenDecisionContent } = await loadZen();
		const content = new ZenDecisionContent(contentOf(rules));
		const decision = new ZenEngine().createDecision(content);
		return async (facts) => {
			const { result } = await decision.evaluate(facts);
			return { scores: result.points, total: result.total, open: result.open };
		};
	},
};

/** Read anew each time, but with no graph to walk and nothing to wait for: about as quick. */
export const zenExpression: Peer = {
	name: "@gorules/zen-engine",
	how: "one expression, `evaluateExpressionSync`",
	async start(rules) {
		const { evaluateExpressionSync } = await loadZen();
		const expression = `[${[...rules.scores.map(formatScore), formatGates(rules)].join(", ")}]`;
		const weights = rules.scores.map(({ weight }) => weight);
		return (facts) => {
			const values = evaluateExpressionSync(expression, facts);
			const open = values.pop() === true;
			return resultOf(values as number[], weights, open);
		};
	},
};

function contentOf(rules: ValueRules) {
	const expressions = formatExpressions(rules).map(([key, value]) => ({ id: key, key, value }));
	const nodes = [
		{ type: "inputNode", id: "input", name: "input", content: {} },
		{ type: "expressionNode", id: "rules", name: "rules", content: { expressions } },
		{ type: "outputNode", id: "output", name: "output", content: {} },
	];
	const edges = [
		{ id: "in", type: "edge", sourceId: "input", targetId: "rules" },
		{ id: "out", type: "edge", sourceId: "rules", targetId: "output" },
	];
	return { nodes, edges };
}

function formatExpressions(rules: ValueRules): [key: keyof Output, value: string][] {
	const { scores } = rules;
	const total = scores.map(({ weight }, score) => `$.points[${score}] * ${weight}`);
	return [
		["points", `[${scores.map(formatScore).join(", ")}]`],
		["total", total.join(" + ")],
		["open", formatGates(rules)],
	];
}

const formatGates = ({ gates }: ValueRules): string =>
	gates.map((gate) => formatCondition(gate, words)).join(" and ");

const formatScore = ({ ladders, rules }: ValueScore): string =>
	[
		...ladders.map(({ steps }) => formatLadder(steps)),
		...rules.map(({ when, points }) => `(${formatCondition(when, words)} ? ${points} : 0)`),
	].join(" + ");

/** A chain of conditions, the last step being what is left. */
function formatLadder(steps: ValueScore["ladders"][number]["steps"]): string {
	const chain = steps.map(({ test, points }, place) =>
		place === steps.length - 1 ? `${points}` : `${formatStep(test)} ? ${points} : `,
	);
	return `(${chain.join("")})`;
}

/** Of a number, the steps before have taken what lies below. */
const formatStep = (test: Condition): string =>
	test.kind === "ranges"
		? `${test.key} < ${test.ranges[0]?.[1] ?? 0}`
		: formatCondition(test, words);
