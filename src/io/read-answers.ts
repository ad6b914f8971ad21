/** Answers from files, stdin and the environment, not yet trusted. */
import { lstat } from "node:fs/promises";
import { formatRaw, type RawAnswer } from "../core/answers/answers.ts";
import { nearest } from "../core/answers/nearest-word.ts";
import type { RawTitle } from "../core/answers/title.ts";
import { bad, good, type Problem, type Result } from "../core/problems.ts";
import { mostCharacters } from "./limits.ts";
import { parseText } from "./parse-text.ts";
import { readText } from "./read-text.ts";
import type { World } from "./world.ts";
import type { Parsed } from "./yaml.ts";

/** What a file or the environment says, not yet trusted. */
export interface RawAnswers {
	answers: RawAnswer[];
	title?: RawTitle | undefined;
}

/** The answers of one file; `-` is stdin. */
export async function readAnswers(path: string, world: World): Promise<Result<RawAnswers>> {
	const isStdin = path === "-";
	const name = isStdin ? "stdin" : path;
	const read = await readText(path, name, isStdin ? world.readBytes(path) : undefined);
	if (!read.ok) return read;
	const content = read.value;
	const record = await findRecordIn(content);
	const parsed = await parseText(record?.text ?? content, name);
	if (!parsed.ok) return parsed;
	if (parsed.value.value === null && isComment(content)) return good({ answers: [] });
	return answersIn(parsed.value, name, record?.line);
}

/** A record is a comment in a document: answers alone are read without the code for that. */
async function findRecordIn(content: string) {
	if (content.length > mostCharacters || !content.includes("<!--")) return undefined;
	const { findRecord } = await import("../core/records/record.ts");
	return findRecord(content);
}

/** The answers of a text that was read, which stood so many lines further down. */
export function answersIn(
	{ value, locate }: Parsed,
	name: string,
	linesAbove = 0,
): Result<RawAnswers> {
	if (!isMapping(value)) return bad(noMapping(name));
	// A report of nothing known has the key with nothing below it.
	const key = ["answers", "facts"].find(
		(candidate) => isMapping(value[candidate]) || value[candidate] === null,
	);
	const { title, ...rest } = value;
	const answers = key === undefined ? rest : (value[key] ?? {});
	const placeOf = (path: string[]) => {
		const place = locate(path);
		const line = (place.line ?? 1) + linesAbove;
		return { from: `${name}:${line}`, at: { ...place, line } };
	};
	return good({
		answers: Object.entries(answers).map(([fact, given]) => ({
			fact,
			value: bareValue(given),
			...placeOf(key ? [key, fact] : [fact]),
		})),
		title: title === undefined ? undefined : { value: title, ...placeOf(["title"]) },
	});
}

/** A decision in JSON keeps answers as {value, from}: take the value. */
const bareValue = (given: unknown): unknown =>
	isMapping(given) && "value" in given ? given.value : given;

/** The answers file that is read without being named, when it is in the current folder. */
export const defaultFile = "should-i-finetune.yaml";

/** A file that cannot be read is there, and so is a link that leads nowhere: reading it says what is wrong. */
export const isThere = (file: string): Promise<boolean> =>
	lstat(file).then(
		() => true,
		(error) => error.code !== "ENOENT",
	);

export const isMapping = (value: unknown): value is Record<string, unknown> =>
	typeof value === "object" && value !== null && !Array.isArray(value);

/** Nothing but comments, as `init` writes them: nothing is known yet. An empty text is a mistake. */
const isComment = (content: string): boolean =>
	content.includes("#") && content.split("\n").every((line) => /^\s*(#|$)/.test(line));

/** `SHOULD_I_FINETUNE_MONTHLY_REQUESTS` and its like. An empty variable counts as unset. */
export function environmentAnswers(facts: string[], env: World["env"]): RawAnswers {
	const read = (name: string) => (env[name] ? [{ value: env[name], from: name }] : []);
	return {
		answers: facts.flatMap((fact) =>
			read(environmentName(fact)).map((given) => ({ fact, ...given })),
		),
		title: read(environmentName("title"))[0],
	};
}

/** Variables that begin like ours, say something, and answer nothing: misspelt ones. */
export function strangeVariables(facts: string[], env: World["env"]): Problem[] {
	const known = ["title", ...facts].map((name) => environmentName(name).slice(prefix.length));
	return Object.keys(env).flatMap((name) => {
		const [start, rest = ""] = /^SHOULD_I_FINE_?TUNE_(.*)$/s.exec(name) ?? [];
		if (start === undefined || !env[name] || (name === prefix + rest && known.includes(rest)))
			return [];
		return [
			noVariable(
				name,
				nearest(
					rest,
					known.map((one) => one.toLowerCase()),
				),
				known,
			),
		];
	});
}

function noVariable(name: string, near: string | undefined, known: string[]): Problem {
	const guess = near === undefined ? "" : ` Did you mean ${environmentName(near)}?`;
	return {
		code: "unknown-variable",
		message: `There is no environment variable ${formatRaw(name)}.${guess}`,
		hint:
			near === undefined
				? `It must be ${prefix} and one of ${known.join(", ")}.`
				: "Correct its name, or unset it.",
	};
}

const prefix = "SHOULD_I_FINETUNE_";

export const environmentName = (fact: string): string =>
	`${prefix}${fact.toUpperCase().replaceAll("-", "_")}`;

const noMapping = (name: string): Problem => ({
	code: "no-mapping",
	message: `${name} contains no answers: it must map facts to values.`,
	hint: "Write one line per fact, such as `examples: 500`.",
});
