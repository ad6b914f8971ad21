/** Public questions of practitioners, each with the step that decided it: a YAML list, not trusted. */
import * as z from "zod";
import { type Answers, parseAnswers } from "../../src/core/answers/answers.ts";
import { measures } from "../../src/core/measure.ts";
import { bad, good, type Problem, type Result } from "../../src/core/problems.ts";
import type { RuleSet } from "../../src/core/rules/rule-set.ts";
import { schemaProblems } from "../../src/core/rules/schema-problems.ts";
import { sides } from "../../src/core/side.ts";
import { readText } from "../../src/io/read-text.ts";
import { parseYaml } from "../../src/io/yaml.ts";

const thread = z.strictObject({
	id: z.string(),
	about: z.string(),
	source: z.string(),
	date: z.string().optional(),
	outcome: z.enum(sides).optional().describe("What happened, where it is known."),
	measures: z.array(z.enum(measures)).min(1).describe("Any of them decided it."),
	decided: z.string(),
	facts: z.record(z.string(), z.unknown()),
});

export interface Thread extends Pick<z.infer<typeof thread>, "id" | "about" | "measures"> {
	answers: Answers;
}

const hint = "A thread has id, about, source, measures, decided and facts.";

export async function readThreads(path: string, { questions }: RuleSet): Promise<Result<Thread[]>> {
	const text = await readText(path, path);
	const parsed = text.ok ? parseYaml(text.value, path) : text;
	if (!parsed.ok) return parsed;
	const { value, locate } = parsed.value;
	const read = z.array(thread).min(1).safeParse(value);
	if (!read.success)
		return bad(
			...schemaProblems(read.error.issues, { locate, knownKeys: Object.keys(thread.shape), hint }),
		);
	const problems: Problem[] = [];
	const threads: Thread[] = [];
	for (const [index, { id, about, measures: decided, facts }] of read.data.entries()) {
		const raw = Object.entries(facts).map(([fact, given]) => {
			return { fact, value: given, from: path, at: locate([index, "facts", fact]) };
		});
		const answers = parseAnswers(questions, raw);
		if (answers.ok) threads.push({ id, about, measures: decided, answers: answers.value });
		else problems.push(...answers.problems);
	}
	return problems.length > 0 ? bad(...problems) : good(threads);
}
