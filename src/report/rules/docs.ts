/** The whole rule set on one Markdown page. */
import { acceptedBy } from "../../core/answers/accepted.ts";
import type { Question } from "../../core/answers/question.ts";
import { formatFormula } from "../../core/rules/format-formula.ts";
import type { Evidence } from "../../core/rules/rule-file.ts";
import type { CompiledLadder, CompiledRule, RuleSet } from "../../core/rules/rule-set.ts";
import { formatPromise } from "../../core/verify/promise-checks.ts";
import { mapStrings } from "../clean.ts";
import { describeSource } from "../explain/explain.ts";
import { bareLink, bullets, escapeMarkdown } from "../markdown/escape.ts";
import { capital, signed } from "../words.ts";

export function rulesDocs(ruleSet: RuleSet): string {
	// Ids, which stand in code, hold nothing that is escaped.
	const rules = mapStrings(ruleSet, escapeMarkdown);
	return [
		`# Rules: ${rules.name} ${rules.edition}`,
		`Points above zero favor fine-tuning. From a total of ${rules.verdict.threshold}, the outlook is fine-tuning; the verdict also needs everything under “Before you fine-tune” to be done.`,
		"## Questions",
		...Object.entries(rules.questions).map(([id, question]) =>
			[
				`### \`${id}\`: ${question.ask}`,
				`${question.why} *How to find out:* ${question.find}`,
				answersDocs(question),
			].join("\n\n"),
		),
		"## Scores",
		...rules.scores.map((score) =>
			[
				`### \`${score.id}\` (weight ${score.weight}): ${score.asks}`,
				...score.ladders.map((ladder) => ladderDocs(ladder, rules)),
				...score.rules.map((rule) => ruleDocs(rule, rules)),
			].join("\n\n"),
		),
		"## Before you fine-tune",
		...rules.gates.map((gate) =>
			[
				`### \`${gate.id}\`: ${gate.asks}`,
				bullets([
					`Done when ${formatFormula(gate.when, rules.domains)}.`,
					`Done: ${gate.open}`,
					`Not yet: ${gate.closed}`,
					`To do: ${gate.opens}`,
					groundsLine(gate),
				]),
			].join("\n\n"),
		),
		"## Promises, proven for all answers",
		bullets(rules.promises.map(({ promise }) => formatPromise(promise))),
		"## Next steps",
		bullets(
			rules.steps.map(
				({ id, title, condition }) =>
					`\`${id}\`: ${title} (${formatFormula(condition, rules.domains)})`,
			),
		),
		"## Where sources disagree",
		...Object.entries(rules.disagreements).map(([id, { question, sides, ours }]) =>
			[
				`### \`${id}\`: ${question}`,
				bullets(sides.map(({ says, sources }) => `${says} (${sources.join(", ")})`)),
				ours,
			].join("\n\n"),
		),
		"## Sources",
		...Object.entries(rules.evidence).map(
			([id, source]) => `### \`${id}\`\n\n${sourceDocs(id, source, ruleSet.evidence[id]?.url)}`,
		),
	].join("\n\n");
}

const sourceDocs = (id: string, source: Evidence, url: string | undefined): string =>
	describeSource(id, source)
		.map((line) => (url !== undefined && line === source.url ? bareLink(url) : line))
		.join("\n");

function answersDocs(question: Question): string {
	const meanings = Object.entries(question.choices ?? question["yes-no"] ?? {});
	if (meanings.length === 0) return `${capital(acceptedBy(question))}.`;
	return bullets(meanings.map(([value, says]) => `\`${value}\`: ${says}`));
}

const groundsLine = ({ row, sources }: { row: string; sources: string[] }): string =>
	`Row \`${row}\`; sources ${sources.map((id) => `\`${id}\``).join(", ")}.`;

const ruleDocs = (rule: CompiledRule, { domains }: RuleSet): string =>
	[
		`#### \`${rule.id}\` (${signed(rule.points, "-")}${rule.veto ? ", whatever the total" : ""})`,
		rule.because,
		`Holds when ${formatFormula(rule.when, domains)}. ${groundsLine(rule)}`,
	].join("\n\n");

const ladderDocs = (ladder: CompiledLadder, { domains }: RuleSet): string =>
	[
		`#### \`${ladder.id}\`, a ladder of \`${domains[ladder.fact]?.fact}\``,
		[
			"| answer | points | because |",
			"|---|--:|---|",
			...ladder.steps.map(
				({ label, points, because }) => `| ${label} | ${signed(points, "-")} | ${because} |`,
			),
		].join("\n"),
		groundsLine(ladder),
	].join("\n\n");
