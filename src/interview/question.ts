/** One question, asked until it is answered, left open, or the user wants something else. */
import { type Answer, isKnown, parseAnswers } from "../core/answers/answers.ts";
import { valuesOf } from "../core/answers/domain.ts";
import type { Question } from "../core/answers/question.ts";
import type { Result } from "../core/problems.ts";
import type { Choice } from "./layout.ts";
import { countIn, isPath, type MeasuredFile, type MeasureFile } from "./offer-file.ts";
import { titleId } from "./order.ts";
import type { Terminal } from "./terminal.ts";

/** The ways not to answer, as they are listed and as they are typed. */
const ways = {
	why: { key: "?", name: "Why do you ask, and how do I find out?" },
	back: { key: "<", name: "Go back" },
	stop: { key: "stop", name: "Stop here and decide with the answers so far" },
};
type Way = keyof typeof ways;
type Reply = Answer | Way;

interface Posed {
	fact: string;
	question: Question;
	/** Dim lines above the question: where the interview stands. */
	above: string[];
	canGoBack: boolean;
	/** The answer that was given before. */
	before: Answer | undefined;
	/** Whether to stop is to see a result that has all it needs. */
	isCoreDone: boolean;
	/** Counts the examples of a file, where a path is an answer too. */
	measure: MeasureFile | undefined;
}

export async function pose(posed: Posed, terminal: Terminal): Promise<Reply | MeasuredFile> {
	const reply = await (valuesOf(posed.question) ? choose(posed, terminal) : type(posed, terminal));
	if (typeof reply !== "string") return reply;
	const way = wayOf(reply);
	if (way) return way;
	const read = readReply(posed, reply);
	// What was typed has been checked, and what was chosen is in the list.
	if (!read.ok) throw new Error(`Unexpected reply: ${reply}`);
	return read.value;
}

/** The way that was typed, even where it leads nowhere yet. */
const wayOf = (reply: string): Way | undefined =>
	(Object.keys(ways) as Way[]).find((way) => ways[way].key === reply.trim().toLowerCase());

const waysOf = ({ canGoBack }: Posed): Way[] =>
	canGoBack ? ["why", "back", "stop"] : ["why", "stop"];

/** Everything goes through the one parser; nothing typed means "I don't know". */
function readReply({ fact, question }: Posed, reply: string): Result<Answer> {
	const value = reply.trim() === "" ? "unknown" : reply;
	const read = parseAnswers({ [fact]: question }, [{ fact, value, from: "interview" }]);
	return read.ok ? { ok: true, value: read.value[fact] as Answer } : read;
}

function choose(posed: Posed, terminal: Terminal): Promise<string> {
	const { question, above, before, isCoreDone } = posed;
	const values = Object.entries(question.choices ?? question["yes-no"] ?? {});
	const nameOf = (way: Way) => (way === "stop" && isCoreDone ? "See the result" : ways[way].name);
	const choices: (Choice | "line")[] = [
		...values.map(([value, explanation]) => ({ value, name: value, explanation })),
		"line",
		{ value: "unknown", name: "I don't know" },
		...waysOf(posed).map((way) => ({ value: ways[way].key, name: nameOf(way) })),
	];
	const keys = waysOf(posed).flatMap((way) => (way === "stop" ? [] : ways[way].key));
	return terminal.choose({
		above,
		ask: question.ask,
		choices,
		keys,
		...(before && { selected: String(before.value) }),
	});
}

async function type(posed: Posed, terminal: Terminal): Promise<string | MeasuredFile> {
	const { question, above, before, measure } = posed;
	let found: MeasuredFile | undefined;
	const reply = await terminal.type({
		above,
		ask: question.ask,
		below: belowOf(posed),
		...(isKnown(before) && { start: String(before.value) }),
		async check(text) {
			found = undefined;
			const complaint = complaintAbout(posed, text);
			if (complaint === true || !measure || !isPath(text)) return complaint;
			const read = await countIn(text, measure);
			if (typeof read === "string") return read;
			found = read;
			return true;
		},
	});
	return found ?? reply;
}

function belowOf({ fact, question, canGoBack, isCoreDone, measure }: Posed): string[] {
	const isTitle = fact === titleId;
	const stop = isCoreDone ? "stop for the result" : "stop to decide now";
	const typed = ["? for why", ...(canGoBack ? ["< to go back"] : []), stop].join(", ");
	const unknown = measure ? "I don't know, but may have a file" : "I don't know";
	const enter = isTitle ? "skip it" : unknown;
	return [exampleOf(question), `Enter alone: ${enter}. Type ${typed}.`];
}

/** What can be typed, in one line; what is wrong with other answers says more. */
function exampleOf({ number, text }: Question): string {
	if (!number) return `Such as: ${text?.example}.`;
	const { example } = number;
	return `A number such as ${example}, or a range such as ${example}..${example * 2}.`;
}

function complaintAbout(posed: Posed, text: string): string | true {
	if (wayOf(text)) return true;
	const read = readReply(posed, text);
	return read.ok || read.problems.map(({ message }) => message).join(" ");
}
