/** `explain <id>`: everything the rule set says about a fact, rule, gate, score, row or source; `explain cases`: the published cases. */
import { formatRaw, masksOf } from "../core/answers/answers.ts";
import { didYouMean } from "../core/answers/nearest-word.ts";
import { judge } from "../core/decision/judge.ts";
import { diagramsFor } from "../core/diagram/packed-diagrams.ts";
import { oneLine } from "../core/harmless.ts";
import { bad, good, type Problem, type Result } from "../core/problems.ts";
import type { RuleSet } from "../core/rules/rule-set.ts";
import { measureSensitivity, turningWeights } from "../core/verify/weights.ts";
import { type ExitCode, exit, refuse } from "../io/complain.ts";
import { loadCases } from "../io/load-cases.ts";
import type { World } from "../io/world.ts";
import { mapStrings } from "../report/clean.ts";
import { type CaseFilter, caseCounts, caseLine, filterCases } from "../report/explain/cases.ts";
import { explainId, type Section } from "../report/explain/explain.ts";
import { explainable } from "../report/explain/ids.ts";
import { weightSections } from "../report/explain/weights.ts";
import type { Style } from "../report/style.ts";
import { wrapWords } from "../report/text/columns.ts";
import { type FactFlags, gatherAnswers } from "./gather-answers.ts";
import type { Surroundings } from "./surroundings.ts";

export async function explain(
	id: string,
	flags: FactFlags & CaseFilter,
	around: Surroundings,
): Promise<ExitCode> {
	if (id === "cases") return listCases(flags, around);
	const [misplaced] = filters.filter((name) => flags[name] !== undefined);
	if (misplaced) return refuse(around.world, [onlyForCases(misplaced)]);
	const sections =
		id === "weights" ? await explainWeights(flags, around) : await find(id, around.rules);
	if (!sections.ok) return refuse(around.world, sections.problems);
	const { width } = around.world.style;
	const shown = mapStrings(sections.value, oneLine);
	around.world.print(shown.map((section) => formatSection(section, width)).join("\n\n"));
	return exit.done;
}

const filters = ["work", "outcome"] as const;

const onlyForCases = (name: string): Problem => ({
	code: "bad-flag",
	message: `--${name} only works with explain cases.`,
	hint: `should-i-finetune explain cases --${name} lists the cases; explain <id> needs the id alone.`,
});

async function listCases(filter: CaseFilter, { world }: Surroundings): Promise<ExitCode> {
	const cases = await loadCases();
	if (!cases.ok) return refuse(world, cases.problems);
	const found = mapStrings(filterCases(cases.value, filter), oneLine);
	world.print(
		[
			...found.map((published) => caseLine(published, lineStyle(world))),
			...(found.length > 0 ? [""] : []),
			formatSection(caseCounts(found), world.style.width),
		].join("\n"),
	);
	return exit.done;
}

/** A pipe has no width: what reads it gets whole lines. */
const lineStyle = ({ style, showsOutput }: World): Style =>
	showsOutput ? style : { ...style, width: Number.POSITIVE_INFINITY };

async function find(id: string, rules: RuleSet): Promise<Result<Section[]>> {
	const cases = await loadCases();
	if (!cases.ok) return cases;
	const sections = explainId(rules, id, cases.value);
	if (sections.length > 0) return good(sections);
	return bad({
		code: "unknown-id",
		message: `There is no id ${formatRaw(id)}.${didYouMean(id, explainable(rules, cases.value))}`,
		hint: "Reports print ids in square brackets; should-i-finetune rules docs lists all. Or explain cases, or weights.",
	});
}

async function explainWeights(
	flags: FactFlags,
	{ rules, world }: Surroundings,
): Promise<Result<Section[]>> {
	const sensitivity = measureSensitivity(rules);
	if (!sensitivity)
		return bad({
			code: "too-large",
			message: "The rule set or its points are too large to compute exact shares.",
			hint: "Use fewer facts in each rule, and smaller points and weights.",
		});
	const given = await gatherAnswers(flags, rules, world);
	if (!given.ok) return given;
	const { answers } = given.value;
	const known = Object.keys(answers).length > 0;
	const masks = masksOf(rules, answers);
	const judgement = judge(rules, diagramsFor(rules, masks), masks);
	return good(weightSections(sensitivity, known ? turningWeights(rules, judgement) : undefined));
}

function formatSection({ title, lines }: Section, width: number): string {
	// The first line two columns in, its rest four.
	const body = lines.map((line) => `  ${wrapWords(line, width - 4).join("\n    ")}`);
	return [...wrapWords(title, width), ...body].join("\n");
}
