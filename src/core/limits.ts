/**
 * What a rule set may be and what may be made of it. Past a limit of the rule language a rule set is
 * refused when it is read; past a limit of work the answer is a bound, and says so.
 */

/** Cells of a fact: a set of them is a bit mask, and a number here has 31 bits without its sign. */
export const mostCells = 30;

/** Parts of a rule set, over all its files and those it extends. Each is several times what anyone has written. */
export const mostParts = {
	questions: 100,
	scores: 30,
	ladders: 300,
	rules: 500,
	gates: 30,
	words: 200,
	steps: 200,
	evidence: 1000,
	disagreements: 200,
	promises: 100,
	tests: 500,
	explained: 500,
	drop: 500,
} as const;

/** Entries of a list, or of a record, inside one part: alternatives, values, sources, events. */
export const mostEntries = 100;

/** Characters of a sentence, which stands in one paragraph of a report. */
export const longestSentence = 1000;
/** Characters of an id, a value or a name, which stand in a table or a flag. */
export const longestName = 100;
/** Characters of an address. */
export const longestAddress = 2000;

/** Points of a rule or step, either way; weights of a score too. A sum of all then stays a whole number. */
export const mostPoints = 1000;
/** A threshold, either way: past it no sum that is told exactly can come. */
export const mostThreshold = 2 ** 28;
/** The numbers of a confidence curve: at 1,000 it is a step already, and larger ones overflow. */
export const mostCurve = 1000;

/** Tests and brackets of one condition, with its words written out: each use of a word counts. */
export const mostConditionSize = 1000;
/**
 * Tests that the conditions of a rule set take while nothing is known. A condition that names facts in
 * several branches is tested once for each combination of their answers.
 */
export const mostConditionTests = 50_000;

/** Problems of one file, or of a merged rule set, that are told: each looks up its place and the nearest right word. */
export const mostProblems = 100;

/** Nodes of a diagram; past it a range is a bound and not exact. */
export const mostNodes = 20_000;
/** Steps to build a diagram: states may be many where nodes are few. The built-in rules take a twentieth. */
export const buildSteps = 5_000_000;
/** Needs to tell apart, over all nodes, to count shares: each takes three numbers, so this is 72 MB. */
export const mostNeeds = 3_000_000;
/** Steps for the facts that decide where shares do not tell, and for the flips to be tried. */
export const decideSteps = 10_000_000;
/** Steps to decide all tests of `rules test`, or all cases of `rules diff`. */
export const judgeSteps = 30_000_000;
/** Steps of one check of `rules check`. The built-in rules with one weight changed take about half. */
export const verifySteps = 100_000_000;
/** Steps of all its checks. */
export const allVerifySteps = 200_000_000;
/** Steps of each of the two comparisons of `rules diff`; the built-in rules with others of their kind take two thirds. */
export const compareSteps = 150_000_000;
/** Findings of each check that are listed, with answers that show them. Hundreds of like rules make a hundred thousand. */
export const mostFindings = 500;
/** Steps of `explain weights`, over all scores. */
export const weightSteps = 40_000_000;
/** Steps to look for a good order of the facts; the best order until then is taken. */
export const orderSteps = 10_000_000;
