/** A record decided again: whether it still says what it said, and what moved it. */

import type { Decision } from "../decision/decision.ts";
import type { Place } from "../problems.ts";
import type { RuleSet } from "../rules/rule-set.ts";
import type { Side } from "../side.ts";
import { compareOutcomes, type Differences, type Outcome, outcomeOf } from "./compare-decisions.ts";
import { fingerprintOfAnswers, fingerprintOfText, isInPlace, signsOfLines } from "./fingerprint.ts";
import type { Recorded } from "./read-record.ts";

/** What can be said of a record, the gravest last. */
export const recordStates = [
	"unchanged",
	"stale",
	"edited",
	"moved",
	"unexpected",
	"unsettled",
	"broken",
] as const;
export type RecordState = (typeof recordStates)[number];

interface RecordFinding {
	state: RecordState;
	/** One sentence, or two. */
	says: string;
	/** Where it can be told more exactly than by the line of the record. */
	at?: Place;
}

export interface RecordCheck {
	/** The gravest of the findings. */
	state: RecordState;
	findings: RecordFinding[];
	compared: ComparedOutcomes;
}

/** What it said, and what it would say now. */
interface ComparedOutcomes {
	was: Outcome;
	is: Outcome;
	differences: Differences;
}

/** A record in its file; one that cannot be read compares nothing. */
export interface CheckedRecord extends Omit<RecordCheck, "compared"> {
	file: string;
	/** The line on which the record starts; none where the file itself cannot be read. */
	line?: number;
	compared?: ComparedOutcomes;
	isRefreshed: boolean;
}

/** A whole run. */
export interface CheckedFiles {
	/** Name and edition. */
	ruleset: string;
	asOf: string;
	records: CheckedRecord[];
	/** Files that were named and hold no record. */
	without: string[];
	/** How many files were looked at. */
	files: number;
	/** Whether what is out of date was to be refreshed. */
	isWriting: boolean;
}

export interface CheckOptions {
	/** The day of the check, YYYY-MM-DD. */
	asOf: string;
	/** The verdict that every record must have. */
	expect?: Side | undefined;
	/** No unknown fact may change a verdict. */
	strict?: boolean;
}

/** @param visible what readers see, where the block tells */
export function checkRecord(
	recorded: Recorded,
	visible: string | undefined,
	decision: Decision,
	options: CheckOptions & { rules: RuleSet },
): RecordCheck {
	const was = wasOf(recorded);
	const is = outcomeOf(options.rules, decision);
	const differences = compareOutcomes(was, is);
	const findings = [
		...moved(was, is),
		...edited(recorded, visible),
		...stale(recorded, differences, options),
		...unmet(decision, options),
	];
	return { state: gravest(findings), findings, compared: { was, is, differences } };
}

const gravest = (findings: readonly RecordFinding[]): RecordState =>
	recordStates[
		Math.max(0, ...findings.map(({ state }) => recordStates.indexOf(state)))
	] as RecordState;

/** Whether the record, and not only what is asked of it, calls for a refresh. A broken one is left alone. */
export const isOutdated = ({ state, findings }: Pick<RecordCheck, "state" | "findings">): boolean =>
	state !== "broken" &&
	findings.some(({ state }) => state === "stale" || state === "edited" || state === "moved");

const wasOf = ({ ruleset, verdict, outlook, confidence, ...told }: Recorded): Outcome => ({
	ruleset,
	verdict,
	outlook,
	confidence,
	// Grounds come together; a group that is empty is left out of a record.
	...(told.fingerprints !== undefined && {
		reasons: told.reasons ?? {},
		gates: told.gates ?? {},
		events: told.events ?? [],
	}),
});

const moved = (was: Outcome, is: Outcome): RecordFinding[] =>
	(["verdict", "outlook", "confidence"] as const)
		.filter((part) => was[part] !== is[part])
		.map((part) => ({ state: "moved", says: `The ${part} was ${was[part]} and is ${is[part]}.` }));

function edited(recorded: Recorded, visible: string | undefined): RecordFinding[] {
	const { fingerprints, values, title } = recorded;
	if (!fingerprints) return [];
	return [
		...(fingerprints.answers === fingerprintOfAnswers(values, title)
			? []
			: [edit("The answers in the hidden comment were changed, and the text does not tell.")]),
		...(visible === undefined
			? [
					edit(
						"The begin comment above the text is gone, so the text can be neither compared nor refreshed.",
					),
				]
			: fingerprints.text === fingerprintOfText(visible)
				? []
				: [editedText(recorded, visible)]),
	];
}

const edit = (says: string): RecordFinding => ({ state: "edited", says });

/**
 * Words changed within their lines are written anew. Other lines may be somebody's own, down to a
 * chapter that got between the begin comment of one record and another record: those are left alone.
 */
function editedText({ lines }: Recorded, visible: string): RecordFinding {
	if (visible.trim() === "" || (lines && isInPlace(lines, signsOfLines(visible))))
		return edit("The text was changed by hand.");
	const says =
		"Lines of this block were added, moved or removed by hand, so --write leaves it alone. To have it written again, move your text out of the block and delete the rest.";
	return { state: "broken", says };
}

function stale(
	recorded: Recorded,
	{ events }: Differences,
	{ asOf }: Pick<CheckOptions, "asOf">,
): RecordFinding[] {
	const by = recorded["re-decide-by"];
	const says = [
		...(by !== undefined && by <= asOf ? [`Review was due by ${by}.`] : []),
		...events.appeared.map((event) => `What providers offer has changed. New: ${event}.`),
		...events.vanished.map((event) => `What providers offer has changed. Gone: ${event}.`),
	];
	return says.map((says) => ({ state: "stale", says }));
}

function unmet({ verdict, settled, unknown }: Decision, options: CheckOptions): RecordFinding[] {
	const findings: RecordFinding[] = [];
	if (options.expect !== undefined && options.expect !== verdict)
		findings.push({
			state: "unexpected",
			says: `The verdict is ${verdict}, not ${options.expect} as expected.`,
		});
	const open = unknown.filter(({ couldFlip }) => couldFlip).map(({ fact }) => fact);
	if (options.strict && !settled && open.length > 0)
		findings.push({
			state: "unsettled",
			says: `Not known, and able to change the verdict: ${open.join(", ")}.`,
		});
	return findings;
}
