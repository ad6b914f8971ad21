/** Whatever happens to a line: where the quick reader reads it, a single run reads the same. */
import { expect, test } from "vitest";
import type { RuleSet } from "../../src/core/rules/rule-set.ts";
import { type Random, randomOf, randomRuleSet } from "../exact/random-rules.ts";
import { rules as builtIn } from "../report/decisions.ts";
import { formatTokens, makeQuickReading, randomTokens, readSlowly } from "./lines.ts";

type Mutation = (bytes: Buffer, random: Random) => Buffer;

/** What is most likely to mean something else. */
const letters = Buffer.from('{}[]":,.0123456789eE+-\\/ \t\r\0_uU\x7fé\xa0tfyn');
const letter = (random: Random): Buffer =>
	random.chance(0.9)
		? Buffer.of(random.pick([...letters]))
		: Buffer.of(random.pick([0, 11, 12, 31, 128, 194, 255]));
const pieces = [
	"true",
	"false",
	"null",
	'"unknown"',
	"1e3",
	"-0",
	".0000000001",
	".99999999999999999999",
	"0000000000",
	'"goal"',
	'"goal":"unknown",',
	"{}",
	"[1]",
	"\\u0067",
	"__proto__",
	"   ",
];

const place = (bytes: Buffer, random: Random): number => random.int(0, bytes.length);
const splice = (bytes: Buffer, [from, to]: readonly [number, number], piece: Uint8Array): Buffer =>
	Buffer.concat([bytes.subarray(0, from), piece, bytes.subarray(to)]);
const span = (bytes: Buffer, random: Random, longest: number): [number, number] => {
	const from = place(bytes, random);
	return [from, Math.min(bytes.length, from + random.int(1, longest))];
};

const mutations: Record<string, Mutation> = {
	"a byte replaced": (bytes, random) => splice(bytes, span(bytes, random, 1), letter(random)),
	"bytes removed": (bytes, random) => splice(bytes, span(bytes, random, 6), Buffer.alloc(0)),
	"a byte inserted": (bytes, random) => {
		const at = place(bytes, random);
		return splice(bytes, [at, at], letter(random));
	},
	"a digit beside a digit": (bytes, random) => {
		const digits = [...bytes.keys()].filter((at) => /\d/.test(String.fromCharCode(bytes[at] ?? 0)));
		const at = digits.length > 0 ? random.pick(digits) : place(bytes, random);
		const more = random.pick(["0", "9", ".", "e", "00000", "99999999", ".5", ".000000", "-"]);
		return splice(bytes, [at, at], Buffer.from(more));
	},
	"a piece doubled": (bytes, random) => {
		const [from, to] = span(bytes, random, 30);
		return splice(bytes, [to, to], bytes.subarray(from, to));
	},
	"pieces swapped": (bytes, random) => {
		const [first, second, third] = random
			.list(3, () => place(bytes, random))
			.sort((a, b) => a - b) as [number, number, number];
		const [before, between] = [bytes.subarray(first, second), bytes.subarray(second, third)];
		return splice(bytes, [first, third], Buffer.concat([between, before]));
	},
	"a piece of another kind": (bytes, random) => {
		const marks = [...bytes.keys()].filter((at) =>
			":,{}".includes(String.fromCharCode(bytes[at] ?? 0)),
		);
		const at = random.pick([...marks, 0]) + random.int(0, 1);
		return splice(bytes, [at, at + random.pick([0, 0, 1, 4])], Buffer.from(random.pick(pieces)));
	},
	"a value for another": (bytes, random) => {
		const parts = bytes.toString("latin1").split(/([:,])/);
		const [one, other] = [random.int(0, parts.length - 1), random.int(0, parts.length - 1)];
		[parts[one], parts[other]] = [parts[other] ?? "", parts[one] ?? ""];
		return Buffer.from(parts.join(""), "latin1");
	},
	"a bit flipped": (bytes, random) => {
		const at = random.int(0, bytes.length - 1);
		const flipped = (bytes[at] ?? 0) ^ (1 << random.int(0, 7));
		// A line break would make two lines.
		return splice(bytes, [at, at + 1], Buffer.of(flipped === 10 ? 13 : flipped));
	},
};

const randomRules = randomOf(3).list(6, (seed) => randomRuleSet(randomOf(seed)));
const ruleSets: RuleSet[] = [builtIn, ...randomRules];

test.each(Object.entries(mutations))("%s", (name, mutate) => {
	const random = randomOf(name.length);
	let [read, left] = [0, 0];
	for (const rules of ruleSets) {
		const quick = makeQuickReading(rules);
		for (let round = 0; round < 1500; round += 1) {
			const share = random.pick([0.1, 0.3, 0.8]);
			const line = formatTokens(random, randomTokens(random, rules, { share }));
			let bytes: Buffer = Buffer.from(line);
			for (let times = random.pick([1, 1, 1, 2, 3]); times > 0; times -= 1)
				bytes = mutate(bytes, random);
			const told = quick([bytes]);
			if (told) expect(told, bytes.toString()).toEqual(readSlowly(rules, bytes));
			if (told) read += 1;
			else left += 1;
		}
	}
	// Else there was nothing to be seen.
	expect(Math.min(read, left)).toBeGreaterThan(50);
});
