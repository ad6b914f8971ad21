/**
 * `npm run moved -- COMMIT`: what moved in the advice since the rules of a commit, as the changelog says it.
 * Needs the history of the repository.
 */
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { PublishedCase } from "../src/core/cases/case-file.ts";
import type { Result } from "../src/core/problems.ts";
import type { RuleSet } from "../src/core/rules/rule-set.ts";
import type { Comparison, MovedCase } from "../src/core/verify/compare-rule-sets.ts";
import { compareRuleSets, movedCases } from "../src/core/verify/compare-rule-sets.ts";
import { percent } from "../src/core/verify/finding.ts";
import { drawnAnswers, sampleComparison } from "../src/core/verify/sample-comparison.ts";
import { builtInCases, readCases } from "../src/io/read-cases.ts";
import { builtInFolder, readRuleFolder } from "../src/io/read-rule-folder.ts";

const [commit] = process.argv.slice(2);
if (commit === undefined) throw new Error("Name the commit whose rules are the former ones.");

const now = orThrow(await readRuleFolder(builtInFolder, "rules")).rules;
const former = await rulesAt(commit);
const cases = orThrow(await readCases(builtInCases, now.questions));
const verdict = compareRuleSets(former, now);
const outlook = verdict && compareRuleSets(former, now, { outlook: true });
const drawn = verdict && outlook ? undefined : sampleComparison(former, now);
const shares = verdict && outlook ? { verdict, outlook } : drawn;
const moved = movedCases(former, now, cases);
if (!moved || !shares) throw new Error("The rule sets are too large to compare.");
console.log(
	[
		`From edition ${former.edition} (rules of ${commit}) to ${now.edition}, by \`npm run moved -- ${commit}\`:`,
		`- Of ${drawn ? `${drawnAnswers.toLocaleString("en")} answers drawn at random` : "all answers"}, every value range of a fact equally often, ${sayShares("verdict", shares.verdict)}, and ${sayShares("outlook", shares.outlook)}.`,
		`- ${sayCases(moved, cases)}`,
	].join("\n"),
);

function orThrow<T>(read: Result<T>): T {
	if (read.ok) return read.value;
	throw new Error(read.problems.map(({ message }) => message).join("\n"));
}

/** The rules as they stood then, without cases and prices. */
async function rulesAt(commit: string): Promise<RuleSet> {
	const folder = mkdtempSync(join(tmpdir(), "moved-"));
	try {
		execFileSync("git", [
			"--work-tree",
			folder,
			"restore",
			"--source",
			commit,
			"--worktree",
			"rules",
		]);
		for (const part of ["cases", "prices"])
			rmSync(join(folder, "rules", part), { recursive: true, force: true });
		// Until edition 2026.11 confidence had another form; it moves no verdict and no outlook.
		const file = join(folder, "rules/ruleset.yaml");
		const text = readFileSync(file, "utf8");
		writeFileSync(
			file,
			text.replace(/confidence: \{ base.*\}/, "confidence: { point: 0.28, most: 0.95 }"),
		);
		return orThrow(await readRuleFolder(join(folder, "rules"), "rules")).rules;
	} finally {
		rmSync(folder, { recursive: true });
	}
}

function sayShares(what: string, { toFineTuning, toPrompts }: Comparison): string {
	const all = percent(toFineTuning.share + toPrompts.share);
	return `the ${what} moves for ${all} (${percent(toFineTuning.share)} to fine-tuning, ${percent(toPrompts.share)} to prompts)`;
}

function sayCases(moved: readonly MovedCase[], cases: readonly PublishedCase[]): string {
	const outcomes = new Map(cases.map(({ id, outcome }) => [id, outcome]));
	const outlooks = moved.filter(({ before, after }) => before.outlook !== after.outlook);
	const verdicts = moved.filter(({ before, after }) => before.verdict !== after.verdict);
	const toTuning = outlooks.filter(({ after }) => after.outlook === "fine-tuning").length;
	const right = outlooks.filter(({ id, after }) => outcomes.get(id) === after.outlook).length;
	const named = verdicts.map(({ id }) => `\`${id}\``).join(", ");
	return `Of ${cases.length} published cases the outlook moves for ${outlooks.length} (${toTuning} to fine-tuning, ${outlooks.length - toTuning} to prompts): ${right} of them now agree with what happened, and ${outlooks.length - right} no longer do. The verdict moves for ${verdicts.length}${named ? `: ${named}` : ""}.`;
}
