/** What fails whatever is tried, and what those tests have in common. */
import type { Outcome } from "./run.ts";
import type { TestResult, Version } from "./versions.ts";

export interface FailureGroup {
	/** By what the tests are grouped. */
	by: "reason" | "tag" | "label" | "length";
	name: string;
	/** Tests of the group that every version fails, and all tests of it. */
	failed: number;
	of: number;
}

export interface Confusion {
	expected: string;
	answer: string;
	count: number;
}

export interface Failures {
	/** Tests that no version passes. */
	tests: number;
	of: number;
	/** Tests that the best version does not pass, or passes in fewer than half of its repeats. */
	ofBest: number;
	groups: FailureGroup[];
	/** Where answers are labels: which are taken for which by the best version, most often first. */
	confusions: Confusion[];
	/** The shortest of them, to be read first; if there are none, of those that the best version fails. */
	cheapest: { name: string; length: number; reason: string | undefined }[];
	/** Failed answers of the best version by kind, where their reasons tell. */
	kinds: { format: number; slow: number; told: number };
}

const mostGroups = 8;
const mostToRead = 10;

/** @param best the version whose answers are looked at */
export function failuresOf(
	versions: readonly Version[],
	tests: readonly string[],
	best: Version | undefined,
): Failures {
	const failed = tests.filter((test) =>
		versions.every(({ results }) => results.get(test)?.passes === 0),
	);
	const shown = best ?? versions.at(-1);
	const resultOf = (test: string) => shown?.results.get(test);
	const all = tests.flatMap((test) => resultOf(test) ?? []);
	const lost = failed.flatMap((test) => resultOf(test) ?? []);
	const lostByBest = all.filter(({ passes }) => passes !== undefined && passes < 0.5);
	return {
		tests: failed.length,
		of: tests.length,
		ofBest: lostByBest.length,
		groups: groupsOf(lost, all),
		confusions: confusionsOf(all.flatMap(({ outcomes }) => outcomes)),
		cheapest: cheapestOf(lost.length > 0 ? lost : lostByBest),
		kinds: kindsOf(all.flatMap(({ outcomes }) => outcomes)),
	};
}

function groupsOf(failed: readonly TestResult[], all: readonly TestResult[]): FailureGroup[] {
	const lengths = all.map(lengthOf).sort((a, b) => a - b);
	const hasLabels = areLabels(all);
	const middle = lengths[Math.floor(lengths.length / 2)] ?? 0;
	const groupings: [FailureGroup["by"], (result: TestResult) => string[]][] = [
		["reason", (result) => [...new Set(result.outcomes.flatMap(reasonOf))]],
		["tag", ({ outcomes }) => [...new Set(outcomes.flatMap(({ tags = [] }) => tags))]],
		["label", ({ outcomes }) => (hasLabels ? labelOf(outcomes[0]) : [])],
		["length", (result) => [lengthOf(result) > middle ? "longer half" : "shorter half"]],
	];
	return groupings.flatMap(([by, namesOf]) => {
		const count = (results: readonly TestResult[]) => {
			const counts = new Map<string, number>();
			for (const name of results.flatMap(namesOf)) counts.set(name, (counts.get(name) ?? 0) + 1);
			return counts;
		};
		const whole = count(all);
		const groups = [...count(failed)].map(([name, lost]) => ({
			by,
			name,
			failed: lost,
			of: whole.get(name) ?? lost,
		}));
		// A group that holds every failed test by chance of its size says nothing; one alone is none.
		return groups
			.filter(
				(group) => by === "reason" || (group.failed > 1 && tellsSomething(group, failed, all)),
			)
			.sort((a, b) => b.failed - a.failed || compare(a.name, b.name))
			.slice(0, mostGroups);
	});
}

/** Whether tests of the group fail at least half as often again as all tests do. */
const tellsSomething = (
	{ failed, of }: FailureGroup,
	lost: readonly TestResult[],
	all: readonly TestResult[],
): boolean => failed / of >= (1.5 * lost.length) / all.length;

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

const lengthOf = ({ outcomes }: TestResult): number =>
	outcomes.reduce((least, { length = 0 }) => Math.min(least, length), Number.POSITIVE_INFINITY);

/** The reason without what differs from test to test: numbers, and words in quotes. */
function reasonOf({ reason, pass }: Outcome): string[] {
	if (reason === undefined || pass !== false) return [];
	const plain = reason
		.slice(0, 300)
		.replaceAll(/"[^"]*"|'[^']*'|`[^`]*`/g, "…")
		.replaceAll(/\d+(?:\.\d+)?/g, "#")
		.replaceAll(/\s+/g, " ")
		.trim();
	return [plain.length > longestReason ? `${plain.slice(0, longestReason - 1).trimEnd()}…` : plain];
}

/** Characters of a reason that name its group. */
const longestReason = 80;

/** More are no labels, and neither are long texts. */
const mostLabels = 30;
const longestLabel = 40;

const plainLabel = (text: string): string => text.trim().toLowerCase();

const labelOf = (outcome: Outcome | undefined): string[] =>
	outcome?.expected === undefined ? [] : [plainLabel(outcome.expected)];

/** Whether the right answers are a few short words that come again and again. */
function areLabels(results: readonly TestResult[]): boolean {
	const expected = results.flatMap(({ outcomes }) => labelOf(outcomes[0]));
	const labels = new Set(expected);
	return (
		labels.size > 1 &&
		labels.size <= mostLabels &&
		expected.length === results.length &&
		labels.size * 2 <= expected.length &&
		[...labels].every((label) => label.length <= longestLabel)
	);
}

function confusionsOf(outcomes: readonly Outcome[]): Confusion[] {
	const known = outcomes.filter(
		({ expected, answer }) => expected !== undefined && answer !== undefined,
	);
	const labels = new Set(known.flatMap(labelOf));
	if (labels.size < 2 || labels.size > mostLabels || labels.size * 2 > known.length) return [];
	if ([...labels].some((label) => label.length > longestLabel)) return [];
	const counts = new Map<string, Confusion>();
	for (const { expected = "", answer = "", pass } of known) {
		if (pass !== false) continue;
		const pair = {
			expected: plainLabel(expected),
			answer: plainLabel(answer).slice(0, longestLabel),
		};
		const key = JSON.stringify(pair);
		const before = counts.get(key) ?? { ...pair, count: 0 };
		counts.set(key, { ...before, count: before.count + 1 });
	}
	return [...counts.values()]
		.sort(
			(a, b) => b.count - a.count || compare(a.expected, b.expected) || compare(a.answer, b.answer),
		)
		.slice(0, mostGroups);
}

function cheapestOf(failed: readonly TestResult[]): Failures["cheapest"] {
	return failed
		.map((result) => ({
			name: result.name,
			length: lengthOf(result),
			reason: result.outcomes.flatMap(({ reason }) => reason ?? []).sort()[0],
		}))
		.sort((a, b) => a.length - b.length || compare(a.name, b.name))
		.slice(0, mostToRead);
}

/** Words of checks of the form of an answer, and of those of time and money. */
const ofFormat =
	/\bjson\b|\bxml\b|\byaml\b|\bschema\b|\bpars(?:e|ed|ing)\b|\bformat\b|\bregex\b|\bvalid sql\b/i;
const ofSpeed = /\blatency\b|\btoo slow\b|\bcost of\b|\bcost threshold\b/i;

function kindsOf(outcomes: readonly Outcome[]): Failures["kinds"] {
	const reasons = outcomes.flatMap(({ reason, pass }) =>
		pass === false && reason !== undefined ? [reason] : [],
	);
	return {
		format: reasons.filter((reason) => ofFormat.test(reason) && !ofSpeed.test(reason)).length,
		slow: reasons.filter((reason) => ofSpeed.test(reason)).length,
		told: reasons.length,
	};
}
