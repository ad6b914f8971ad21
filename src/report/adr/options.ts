/** The considered options, with what speaks for and against each. */
import type { Decision, Reason } from "../../core/decision/decision.ts";
import type { Headlines } from "../../core/rules/rule-file.ts";
import type { RuleSet } from "../../core/rules/rule-set.ts";
import { bullets, escapeMarkdown } from "../markdown/escape.ts";
import { type Cite, gateSources, grounds } from "../markdown/sources.ts";
import { sayTotal } from "../sentences.ts";
import { signed } from "../words.ts";
import { becauseOf, titleOf } from "./words.ts";

type Option = keyof Headlines;

const options = [
	"prompt-engineering",
	"expect-fine-tuning",
	"fine-tuning",
] as const satisfies Option[];
/** Against an option stand the strongest reasons; all of them stand for the other one. */
const mostAgainst = 3;

export const optionTitles = ({ headlines }: RuleSet): string[] =>
	options.map((option) => titleOf(headlines[option].says));

export const chosenOption = ({ verdict, outlook }: Decision, { headlines }: RuleSet): string =>
	titleOf(headlines[verdict === outlook ? verdict : "expect-fine-tuning"].says);

export const optionDetails = (decision: Decision, rules: RuleSet, citeIn: Cite): string[] =>
	options.flatMap((option) => [
		`### ${titleOf(rules.headlines[option].says)}`,
		bullets(argue[option]({ decision, rules, citeIn })),
	]);

interface Case {
	decision: Decision;
	rules: RuleSet;
	citeIn: Cite;
}

const argue = {
	"prompt-engineering": ({ decision, citeIn }) => [
		...forPrompts(decision).map((reason) => say("Good", reason, citeIn)),
		...forTuning(decision)
			.slice(0, mostAgainst)
			.map((reason) => say("Bad", reason, citeIn)),
		...(decision.reasons.length === 0 ? ["Neutral, because nothing known speaks either way."] : []),
	],
	"expect-fine-tuning": ({ decision }) => [...argueWaiting(decision)],
	"fine-tuning": ({ decision, rules, citeIn }) => [
		...forTuning(decision).map((reason) => say("Good", reason, citeIn)),
		...decision.gates
			.filter(({ state }) => state !== "open")
			.map(
				({ id, because }) =>
					`Bad, because ${becauseOf(because)} ${grounds(`\`${id}\``, citeIn(gateSources(rules, id)))}`,
			),
		...forPrompts(decision)
			.slice(0, mostAgainst)
			.map((reason) => say("Bad", reason, citeIn)),
		...(decision.reasons.length === 0 ? ["Neutral, because nothing known speaks either way."] : []),
	],
} satisfies Record<Option, (project: Case) => string[]>;

const forPrompts = ({ reasons }: Decision): Reason[] => reasons.filter(({ points }) => points < 0);
const forTuning = ({ reasons }: Decision): Reason[] => reasons.filter(({ points }) => points > 0);

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

const say = (verdict: "Good" | "Bad", reason: Reason, citeIn: Cite): string =>
	`${verdict}, because ${becauseOf(reason.because)} ${grounds(signed(reason.points), `\`${reason.rule}\``, citeIn(reason.sources))}`;
