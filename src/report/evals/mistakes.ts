/** What fails, and what to read first: in the reports, and beside the interview's question on mistakes. */
import { formatNumber } from "../../core/answers/numbers.ts";
import type { EvalJudgment } from "../../core/evals/judgment.ts";
import { count } from "../words.ts";

type Shown = Pick<EvalJudgment, "failures" | "state" | "versions">;

/** How many fail, what they have in common, and which labels are taken for which. */
export function sayFailures({ failures, state, versions }: Shown): string[] {
	const { tests, groups, confusions } = failures;
	if (tests === 0 && failures.ofBest === 0) return [];
	const by = (kind: string) => groups.filter((group) => group.by === kind).slice(0, 3);
	const lines = [sayCounts({ failures, state, versions })];
	for (const { name, failed } of by("reason")) lines.push(`${name}: ${count(failed, "test")}`);
	for (const kind of ["label", "tag", "length"])
		for (const { name, failed, of: all } of by(kind))
			lines.push(`${kindWords[kind]}${name}: ${formatNumber(failed)} of ${count(all, "test")}`);
	for (const { expected, answer, count: times } of confusions.slice(0, 3))
		lines.push(`expected ${expected}, answered ${answer}: ${count(times, "time")}`);
	return lines;
}

function sayCounts({ failures: { tests, of, ofBest }, state, versions }: Shown): string {
	const all = `${formatNumber(ofBest)} of ${count(of, "test")}`;
	if (versions.length < 2) return `${all} fail${ofBest === 1 ? "s" : ""}.`;
	if (state === "not-comparable") return `The latest version fails ${all}.`;
	if (tests === 0) return `The best version fails ${all}; none of them fails in every version.`;
	const which =
		tests < ofBest ? `${formatNumber(tests)} of them` : tests === 1 ? "it" : "all of them";
	return `The best version fails ${all}; ${which} fail${tests === 1 ? "s" : ""} in every version.`;
}

const kindWords: Record<string, string> = { label: "label ", tag: "", length: "length: " };

/** The cheapest to read first, by name. */
export const sayCheapest = ({ failures }: Shown): string[] =>
	failures.cheapest.map(({ name }) => name);

/** More would push the question itself off a small screen. */
const shownBeside = 3;

/** What stands beside "What kind of mistakes?": a line each. */
export function sayMistakes(judgment: Shown): string[] {
	const lines = sayFailures(judgment);
	if (lines.length === 0) return [];
	const names = sayCheapest(judgment);
	const indent = (line: string) => `  ${line}`;
	return [
		"From your eval results:",
		...lines.map(indent),
		...(names.length > 0 ? ["Read these first, the shortest ones:"] : []),
		...names.slice(0, shownBeside).map(indent),
		...(names.length > shownBeside
			? [`should-i-finetune inspect evals shows ${names.length} of them.`]
			: []),
	];
}
