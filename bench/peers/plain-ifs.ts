/** What one would write by hand for these very rules: plain ifs over the same objects. */
import { formatCondition, type Words } from "./expressions.ts";
import type { Result } from "./peer.ts";
import type { Condition, Facts, ValueRules, ValueScore } from "./value-rules.ts";

const words: Words = {
	and: "&&",
	or: "||",
	equals: "===",
	oneOf: (key, values) =>
		`(${values.map((value) => `${key} === ${JSON.stringify(value)}`).join(" || ")})`,
};

export const plainIfs = (rules: ValueRules): ((facts: Facts) => Result) =>
	new Function(`return function score(facts) {\n${formatFunction(rules)}\n};`)();

/** The body of a function of `facts`. */
export function formatFunction({ keys, scores, gates }: ValueRules): string {
	const total = scores.map(({ name, weight }) =>
		weight === 1 ? pointsName(name) : `${weight} * ${pointsName(name)}`,
	);
	return [
		`const { ${keys.join(", ")} } = facts;`,
		...scores.flatMap(formatScore),
		`const open = ${gates.map((gate) => formatCondition(gate, words)).join(" && ")};`,
		"return {",
		`\tscores: [${scores.map(({ name }) => pointsName(name)).join(", ")}],`,
		`\ttotal: ${total.join(" + ")},`,
		"\topen,",
		"};",
	].join("\n");
}

/** Facts and scores may have the same name. */
const pointsName = (score: string): string => `${score}Points`;

function formatScore({ name, ladders, rules }: ValueScore): string[] {
	const variable = pointsName(name);
	const add = (points: number) => `${variable} ${points < 0 ? "-" : "+"}= ${Math.abs(points)};`;
	return [
		`let ${variable} = 0;`,
		...ladders.map(({ steps }) =>
			steps
				.filter(({ test, points }) => points !== 0 || test.kind === "ranges")
				.map(({ test, points }) => `${formatStep(test)}${add(points)}`)
				.join("\nelse "),
		),
		...rules.map(({ when, points }) => `if (${formatCondition(when, words)}) ${add(points)}`),
	];
}

/** Of a number, the steps before have taken what lies below. */
function formatStep(test: Condition): string {
	if (test.kind !== "ranges") return `if (${formatCondition(test, words)}) `;
	const to = test.ranges[0]?.[1] ?? 0;
	return Number.isFinite(to) ? `if (${test.key} < ${to}) ` : "";
}
