/** Random lines of answers. */
import { askedDomains, type Domain, sizeOf } from "../../src/core/answers/domain.ts";
import { exampleValue } from "../../src/core/diagram/search.ts";
import type { RuleSet } from "../../src/core/rules/rule-set.ts";
import type { Random } from "../exact/random-rules.ts";

/** Each fact with its value as it stands in JSON. */
type Tokens = [fact: string, token: string][];

interface Choice {
	/** Of each fact, to be answered. */
	share: number;
	/** Also sets, ranges and numbers as people write them. */
	sets?: boolean;
}

export const randomTokens = (random: Random, rules: RuleSet, choice: Choice): Tokens =>
	random
		.shuffle(askedDomains(rules.domains))
		.filter(() => random.chance(choice.share))
		.map((domain) => [domain.fact, randomToken(random, domain, rules, choice.sets ?? false)]);

function randomToken(random: Random, domain: Domain, rules: RuleSet, sets: boolean): string {
	if (random.chance(0.05)) return '"unknown"';
	if (domain.kind === "text") return JSON.stringify(random.pick(["gpt-4.1", "a b", "ü", "x{]"]));
	const isWhole = rules.questions[domain.fact]?.number?.whole ?? false;
	if (domain.kind === "number") return randomNumber(random, { ...domain, isWhole }, sets);
	if (sets && random.chance(0.3)) {
		const set = random.shuffle(domain.values).slice(0, random.int(1, domain.values.length));
		return random.chance(0.5) ? JSON.stringify(set) : JSON.stringify(set.join(", "));
	}
	const word = random.pick(domain.values);
	const isYesNo = rules.questions[domain.fact]?.["yes-no"] !== undefined;
	return isYesNo && random.chance(0.5) ? String(word === "yes") : JSON.stringify(word);
}

function randomNumber(
	random: Random,
	{ cuts, most, isWhole }: Domain & { kind: "number" } & { isWhole: boolean },
	sets: boolean,
) {
	const near = random.pick([0, most, ...cuts, ...cuts]) + random.int(-1, 1);
	const value = Math.min(most, Math.max(0, random.chance(0.7) ? near : random.int(0, most)));
	if (sets && random.chance(0.3))
		return random.pick([`"${value}.."`, `"..${value}"`, `"${value}..${most}"`, `"${value}"`]);
	return value < most && !isWhole && random.chance(0.3)
		? `${value}.${random.int(0, 99)}`
		: `${value}`;
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

/** Lines with every fact answered, so that they are long. */
export const longLines = (random: Random, rules: RuleSet, count: number): string[] =>
	random.list(count, () =>
		formatTokens(
			random,
			askedDomains(rules.domains).map((domain) => {
				const value = exampleValue(domain, random.int(0, sizeOf(domain) - 1));
				return [domain.fact, JSON.stringify(value)];
			}),
		).trimEnd(),
	);
