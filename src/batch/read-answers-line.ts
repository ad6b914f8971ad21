/** Reads a line as a single run reads its file, with the keys that are to be kept. */
import { type Answers, inFileOrder, parseAnswers } from "../core/answers/answers.ts";
import { bad, good, type Problem, type Result } from "../core/problems.ts";
import type { RuleSet } from "../core/rules/rule-set.ts";
import { parseJson } from "../io/parse-text.ts";
import { answersIn, isMapping } from "../io/read-answers.ts";
import { longestLine } from "./block.ts";

export interface AnswersLine {
	answers: Answers;
	/** What is no fact, and goes into the decision as it is. */
	kept: Record<string, unknown>;
}

interface Place {
	file: string;
	line: number;
}

export function readAnswersLine(
	text: string,
	{ rules, keep }: { rules: RuleSet; keep: readonly string[] },
	{ file, line }: Place,
): Result<AnswersLine> {
	if (Buffer.byteLength(text) > longestLine) return bad(tooLarge);
	const parsed = parseJson(text, file);
	if (!parsed) return bad(faultOf(text));
	const { value, locate } = parsed;
	const mapping = isMapping(value) ? value : {};
	const isKept = ([key]: [string, unknown]) => keep.includes(key);
	const kept = Object.fromEntries(Object.entries(mapping).filter(isKept));
	const facts = Object.fromEntries(Object.entries(mapping).filter((entry) => !isKept(entry)));
	const raw = answersIn({ value: facts, locate }, file, line - 1);
	if (!raw.ok) return raw;
	const answers = parseAnswers(rules.questions, raw.value);
	if (!answers.ok) return answers;
	return good({ kept, answers: inFileOrder(answers.value, Object.keys(rules.questions)) });
}

const tooLarge: Problem = { code: "too-large", message: "The line has more than a million bytes." };

function faultOf(text: string): Problem {
	try {
		if (!isMapping(JSON.parse(text)))
			return {
				code: "no-mapping",
				message: "The line holds no answers: it must map facts to values.",
				hint: 'Write an object, such as {"examples": 500}.',
			};
		return {
			code: "duplicate-key",
			message: "A key is there twice, or the line is nested too deeply.",
			hint: "Give each fact once.",
		};
	} catch {
		return {
			code: "bad-json",
			message: "The line is not valid JSON.",
			hint: "Each line is one object of answers; a longer file of answers goes to --answers.",
		};
	}
}
