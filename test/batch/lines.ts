/** Random lines of answers, and what the two readers of a line make of them. */
import { lineBreak, makeBlock } from "../../src/batch/block.ts";
import { readAnswersLine } from "../../src/batch/read-answers-line.ts";
import { makeLineReader } from "../../src/batch/read-line.ts";
import { masksOf } from "../../src/core/answers/answers.ts";
import { type Cells, type Domain, sizeOf } from "../../src/core/answers/domain.ts";
import { exampleValue } from "../../src/core/diagram/search.ts";
import { fullCells, type RuleSet } from "../../src/core/rules/rule-set.ts";
import type { Random } from "../exact/random-rules.ts";

/** Each fact with its value as it stands in JSON. */
export type Tokens = [fact: string, token: string][];

interface Choice {
	/** Of each fact, to be answered. */
	share: number;
	/** Also sets, ranges and numbers as people write them: nothing that is read quickly. */
	sets?: boolean;
}

export const randomTokens = (random: Random, rules: RuleSet, choice: Choice): Tokens =>
	random
		.shuffle(rules.domains)
		.filter(() => random.chance(choice.share))
		.map((domain) => [domain.fact, randomToken(random, domain, rules, choice.sets ?? false)]);

function randomToken(random: Random, domain: Domain, rules: RuleSet, sets: boolean): string {
	if (random.chance(0.05)) return '"unknown"';
	if (domain.kind === "text") return JSON.stringify(random.pick(["gpt-4.1", "a b", "ü", "x{]"]));
	if (domain.kind === "number") return randomNumber(random, domain, sets);
	if (sets && random.chance(0.3)) {
		const set = random.shuffle(domain.values).slice(0, random.int(1, domain.values.length));
		return random.chance(0.5) ? JSON.stringify(set) : JSON.stringify(set.join(", "));
	}
	const word = random.pick(domain.values);
	const isYesNo = rules.questions[domain.fact]?.["yes-no"] !== undefined;
	return isYesNo && random.chance(0.5) ? String(word === "yes") : JSON.stringify(word);
}

function randomNumber(random: Random, { cuts, most }: Domain & { kind: "number" }, sets: boolean) {
	const near = random.pick([0, most, ...cuts, ...cuts]) + random.int(-1, 1);
	const value = Math.min(most, Math.max(0, random.chance(0.7) ? near : random.int(0, most)));
	if (sets && random.chance(0.3))
		return random.pick([`"${value}.."`, `"..${value}"`, `"${value}..${most}"`, `"${value}"`]);
	return value < most && random.chance(0.3) ? `${value}.${random.int(0, 99)}` : `${value}`;
}

/** A line as one of several programs writes it. */
export function formatTokens(random: Random, tokens: Tokens): string {
	const blank = () => " ".repeat(random.pick([0, 0, 1, 3]));
	const same = (text: string) => () => text;
	const [colon, comma, end] = random.pick<[() => string, () => string, string]>([
		[same(":"), same(","), ""],
		[same(": "), same(", "), ""],
		[same(":"), same(","), "\r"],
		[() => `${blank()}:${blank()}`, () => `${blank()},${blank()}`, `${blank()}\r`],
	]);
	const entries = tokens.map(([fact, token]) => `"${fact}"${colon()}${token}`);
	return `{${entries.map((entry, place) => (place > 0 ? comma() : "") + entry).join("")}}${end}`;
}

/** The cells that the quick reader tells of the line at this place; undefined where it leaves the line. */
export function makeQuickReading(rules: RuleSet) {
	let masks: Cells[] = [];
	const reader = makeLineReader(rules, (fact, cells) => {
		masks[fact] = cells;
	});
	return (lines: readonly (string | Uint8Array)[], place = 0): Cells[] | undefined => {
		const bytesOf = lines.map((line) => Buffer.concat([Buffer.from(line), newLine]));
		const { bytes } = makeBlock(bytesOf, 1);
		const start = bytesOf.slice(0, place).reduce((sum, { length }) => sum + length, 0);
		const end = start + (bytesOf[place]?.length ?? 0) - 1;
		masks = fullCells(rules);
		const view = new DataView(bytes.buffer);
		return reader?.read({ bytes, view, start, end }) ? masks : undefined;
	};
}

const newLine = Uint8Array.of(lineBreak);

/** What a single run reads; undefined where it refuses. */
export function readSlowly(rules: RuleSet, line: string | Uint8Array): Cells[] | undefined {
	const text = typeof line === "string" ? line : new TextDecoder().decode(line);
	const read = readAnswersLine(text, { rules, keep: [] }, { file: "lines", line: 1 });
	return read.ok ? masksOf(rules, read.value.answers) : undefined;
}

/** Lines with every fact answered, so that they are long. */
export const longLines = (random: Random, rules: RuleSet, count: number): string[] =>
	random.list(count, () =>
		formatTokens(
			random,
			rules.domains.map((domain) => {
				const value = exampleValue(domain, random.int(0, sizeOf(domain) - 1));
				return [domain.fact, JSON.stringify(value)];
			}),
		).trimEnd(),
	);
