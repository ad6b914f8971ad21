/** The built-in rules in other rule engines, in plain ifs, and in ours: the same results, and how quickly. */
import { isDeepStrictEqual } from "node:util";
import { goal } from "../engine.ts";
import {
	decided,
	evaluators,
	fromObjects,
	generated,
	interpreted,
	profiles,
	resultOf,
} from "../engine-runs.ts";
import { medianOf } from "../measure.ts";
import { rules } from "../profiles.ts";
import { type Candidate, formatRate, ratesOf, ratioOf } from "../rates.ts";
import type { Row, Suite } from "../results.ts";
import { jsonLogicEngine } from "./json-logic-engine.ts";
import { jsonLogicJs } from "./json-logic-js.ts";
import { jsonRulesEngine } from "./json-rules-engine.ts";
import type { Peer, Result } from "./peer.ts";
import { plainIfs } from "./plain-ifs.ts";
import { type Facts, keyOf, valueRulesOf } from "./value-rules.ts";
import { zenDecision, zenExpression } from "./zen-engine.ts";

const engines = [jsonRulesEngine, zenDecision, zenExpression, jsonLogicJs, jsonLogicEngine];

type Run = (facts: Facts) => Result | Promise<Result>;

/** On how many profiles all must agree. */
const compared = 2000;

/** As many runs of an engine that answers later are begun at a time. */
const atOnce = 50;

const valueRules = valueRulesOf(rules);

/** Objects as a user has them: read from JSON, and not put together key by key. */
const objects: Facts[] = JSON.parse(
	JSON.stringify(
		profiles.map((profile) =>
			Object.fromEntries(Object.entries(profile).map(([fact, { value }]) => [keyOf(fact), value])),
		),
	),
);
const objectAt = (place: number) => objects[place % objects.length] as Facts;

const weigh = ({ total, open }: Result): number => total + Number(open);

export async function peers(): Promise<Suite> {
	await compareAll();
	// Anew: code that was compiled for the few profiles compared stays several times slower.
	const started = await Promise.all(engines.map(start));
	const theirs = started.flatMap(({ peer, run }) => (run ? [candidateOf(peer, run)] : []));
	const candidates = [...ours(), handWritten(plainIfs(valueRules)), ...theirs];
	const rows = rowsOf(candidates, await ratesOf(candidates));
	const absent = started.flatMap(({ peer, why }) =>
		why ? [{ what: whatOf(peer), found: `does not run here: ${why}`, goal: "" }] : [],
	);
	return { title: "Peers", rows: [...rows, ...absent], notes };
}

async function compareAll(): Promise<void> {
	await agree("the interpreter", (_, place) => resultOf(place, evaluators.steps));
	await agree("plain ifs", plainIfs(valueRules));
	for (const { peer, run } of await Promise.all(engines.map(start)))
		if (run) await agree(peer.name, run);
}

const notes = [
	`Full answers, ${objects.length.toLocaleString("en")} random profiles, evaluations per second of CPU time: medians of rounds in which each runs once; "ours" is the first row. Each gives the points of every score, the weighted total and whether all gates are open, and all agreed on ${compared.toLocaleString("en")} profiles before anything was timed.`,
	'The inputs are not alike: the first two rows start from numbered cells (fields of bits, as src/batch makes them while it reads), all engines below from objects of words and numbers. "From the same objects" is ours with that way included.',
	"Plain ifs are printed from the rules by bench/peers/plain-ifs.ts, as one would write them by hand.",
];

const ours = (): Candidate[] => [
	generated("ours, generated code from cells", profiles),
	interpreted("ours, interpreter from cells"),
	fromObjects("ours, generated code from the same objects", objects, keyOf),
	decided("ours, quick verdict: verdict and outlook", profiles, {
		strength: false,
	}),
];

const whatOf = ({ name, how }: Peer): string => `${name}: ${how}`;

async function start(peer: Peer): Promise<{ peer: Peer; run?: Run; why?: string }> {
	try {
		return { peer, run: await peer.start(valueRules) };
	} catch (error) {
		// A package may be there without its native part.
		return { peer, why: error instanceof Error ? (error.message.split("\n")[0] as string) : "?" };
	}
}

async function agree(
	name: string,
	run: (facts: Facts, place: number) => Result | Promise<Result>,
): Promise<void> {
	for (let place = 0; place < compared; place += 1) {
		const expected = resultOf(place, evaluators.code);
		const found = await run(objectAt(place), place);
		if (!isDeepStrictEqual(found, expected))
			throw new Error(
				`${name} finds ${JSON.stringify(found)} and not ${JSON.stringify(expected)} for ${JSON.stringify(objectAt(place))}.`,
			);
	}
}

/** Ours from cells, and ours from the same objects as theirs. */
const [fromCells, fromSame] = [0, 2];
const countOfOurs = 4;

function rowsOf(candidates: readonly Candidate[], rates: readonly number[][]): Row[] {
	const ratesAt = (place: number) => rates[place] as number[];
	const times = (ours: number, place: number) =>
		`${Number(ratioOf(ratesAt(ours), ratesAt(place)).toPrecision(2)).toLocaleString("en")} ×`;
	return candidates.map(({ what }, place): Row => {
		const rate = medianOf(ratesAt(place));
		const found = formatRate(rate);
		if (place === fromCells) return { what, found, goal: formatRate(goal), reached: rate >= goal };
		if (place < countOfOurs) return { what, found, goal: "" };
		const ours = `ours is ${times(fromCells, place)}, from objects ${times(fromSame, place)}`;
		return { what, found: `${found}: ${ours}`, goal: "" };
	});
}

/** In a loop of its own, as ours are: without the helpers of the others, which have seen all kinds of results. */
const handWritten = (score: (facts: Facts) => Result): Candidate => ({
	what: "plain ifs over the same objects",
	run(times) {
		let sum = 0;
		for (let time = 0, place = 0; time < times; time += 1) {
			const { total, open } = score(objects[place] as Facts);
			sum += total + Number(open);
			place = place + 1 < objects.length ? place + 1 : 0;
		}
		return sum;
	},
});

function candidateOf(peer: Peer, run: Run): Candidate {
	const isLater = run(objectAt(0)) instanceof Promise;
	return { what: whatOf(peer), run: isLater ? (times) => sumLater(run, times) : sumOf(run) };
}

const sumOf = (run: Run) => (times: number) => {
	let sum = 0;
	for (let time = 0; time < times; time += 1) sum += weigh(run(objectAt(time)) as Result);
	return sum;
};

async function sumLater(run: Run, times: number): Promise<number> {
	let sum = 0;
	for (let time = 0; time < times; time += atOnce) {
		const size = Math.min(atOnce, times - time);
		const found = await Promise.all(
			Array.from({ length: size }, (_, place) => run(objectAt(time + place))),
		);
		for (const result of found) sum += weigh(result);
	}
	return sum;
}
