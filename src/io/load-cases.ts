/** The published cases that ship with the package. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { PublishedCase } from "../core/case-file.ts";
import type { ComparedCase } from "../core/nearest-cases.ts";
import { isPrepared } from "../core/packed-diagrams.ts";
import { good, type Result } from "../core/problems.ts";
import type { RuleSet } from "../core/rule-set.ts";

/** What a decision compares answers with: less to read than the cases as a whole. */
export async function loadComparedCases(rules?: RuleSet): Promise<Result<ComparedCase[]>> {
	// Their cells are those of the built-in rules.
	const compared = rules && isPrepared(rules) ? readCompared() : undefined;
	return compared ? good(compared) : loadCases();
}

export async function loadCases(): Promise<Result<PublishedCase[]>> {
	const compared = readCompared();
	const text = readBuilt("rest-of-cases.json");
	if (compared && text) {
		const rest: RestOfCase[] = JSON.parse(text);
		return good(
			compared.map(({ cells: _, ...one }, place) => ({ ...one, ...(rest[place] as RestOfCase) })),
		);
	}
	// Reading YAML takes longer than a whole decision: only where there is no build.
	const { builtInCases, readCases } = await import("./read-cases.ts");
	return readCases(builtInCases);
}

/** What no decision looks at; the build writes it in the order of the compared cases. */
export type RestOfCase = Omit<PublishedCase, keyof ComparedCase>;

/** The cases as the build left them: a line by which to compare them all, then a line for each. */
function readCompared(): ComparedCase[] | undefined {
	const [all, ...lines] = readBuilt("compared-cases.jsonl")?.split("\n") ?? [];
	if (all === undefined) return undefined;
	const compared: Omit<ComparedCase, keyof Told>[] = JSON.parse(all);
	return compared.map((one, place) => tellLater(one, lines[place] as string));
}

type Told = Pick<ComparedCase, "title" | "facts">;

/** Only the nearest cases are looked at more closely: what the others tell stays unread. */
function tellLater(one: Omit<ComparedCase, keyof Told>, line: string): ComparedCase {
	let told: Told | undefined;
	const tell = (): Told => {
		told ??= JSON.parse(line) as Told;
		return told;
	};
	return {
		...one,
		get title() {
			return tell().title;
		},
		get facts() {
			return tell().facts;
		},
	};
}

/** A file of the build; running from source there is none. */
function readBuilt(name: string): string | undefined {
	try {
		return readFileSync(join(import.meta.dirname, "..", name), "utf8");
	} catch (error) {
		if ((error as NodeJS.ErrnoException).code === "ENOENT") return undefined;
		throw error;
	}
}
