/** The considered options, with what speaks for and against each. */
import type { Decision, Reason } from "../../core/decision/decision.ts";
import type { RuleSet } from "../../core/rules/rule-set.ts";
import type { Side } from "../../core/side.ts";
import type { State } from "../../core/state.ts";
import { bullets, escapeMarkdown } from "../markdown/escape.ts";
import { type Cite, gateSources, grounds } from "../markdown/sources.ts";
import { sayTotal } from "../sentences.ts";
import { signed } from "../words.ts";

const options = ["prompts", "prompts-then-tune", "tune"] as const satisfies State[];

/** Against an option stand the strongest reasons; all of them stand for the other one. */
const mostAgainst = 3;

export const optionTitles = ({ headlines }: RuleSet): string[] =>
	options.map((option) => titleOf(headlines[option].says));

export const chosenOption = ({ verdict, outlook }: Decision, { headlines }: RuleSet): string =>
	titleOf(headlines[optionOf(verdict, outlook)].says);

const optionOf = (verdict: Side, outlook: Side): (typeof options)[number] => {
	if (verdict !== outlook) return "prompts-then-tune";
	return verdict === "fine-tuning" ? "tune" : "prompts";
};

export const optionDetails = (decision: Decision, rules: RuleSet, citeIn: Cite): string[] =>
	options.flatMap((option) => [
		`### ${titleOf(rules.headlines[option].says)}`,
		bullets(
			option === "prompts-then-tune"
				? argueWaiting(decision)
				: argueSide(option === "tune" ? "fine-tuning" : "prompt-engineering", decision, {
						rules,
						citeIn,
					}),
		),
	]);

function argueSide(
	side: Side,
	{ reasons, gates }: Decision,
	{ rules, citeIn }: { rules: RuleSet; citeIn: Cite },
): string[] {
	const isFor = ({ points }: Reason) => points > 0 === (side === "fine-tuning");
	const say = (verdict: "Good" | "Bad", { because, points, rule, sources }: Reason) =>
		`${verdict}, because ${becauseOf(because)} ${grounds(signed(points), `\`${rule}\``, citeIn(sources))}`;
	const shut = gates.filter(({ state }) => side === "fine-tuning" && state !== "open");
	const against = reasons.filter((reason) => !isFor(reason)).slice(0, mostAgainst);
	return [
		...reasons.filter(isFor).map((reason) => say("Good", reason)),
		...shut.map(
			({ id, because }) =>
				`Bad, because ${becauseOf(because)} ${grounds(`\`${id}\``, citeIn(gateSources(rules, id)))}`,
		),
		...against.map((reason) => say("Bad", reason)),
		...(reasons.length === 0 ? ["Neutral, because nothing known speaks either way."] : []),
	];
}

function argueWaiting(decision: Decision): string[] {
	const shut = decision.gates.filter(({ state }) => state !== "open");
	const total = `(${sayTotal(decision)})`;
	return [
		...shut.map(({ asks }) => `Good, because there is time to settle: ${escapeMarkdown(asks)}`),
		...(shut.length === 0
			? ["Neutral, because all that must come first is in place, so nothing has to be waited for."]
			: []),
		decision.outlook === "fine-tuning"
			? `Good, because it keeps in sight where the facts point. ${total}`
			: `Bad, because it prepares a training that the facts do not point to. ${total}`,
	];
}

/** A headline as the name of an option: `Start with prompts; expect to fine-tune`. */
export const titleOf = (headline: string): string =>
	escapeMarkdown(headline.replace(/[.!]\s*$/, ""));

/** A sentence after `because`. A first word written like a name keeps its capital: `OpenAI`, `LoRA`. */
export const becauseOf = (sentence: string): string =>
	escapeMarkdown(sentence.replace(/^(?!I\b)[A-Z](?=[a-z]*[\s,])/, (first) => first.toLowerCase()));
