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
	const rest = readBuilt("rest-of-cases.json");
	if (compared && rest) {
		const others: RestOfCase[] = JSON.parse(rest.toString());
		return good(
			compared.map(({ cells: _, ...one }, place) => ({ ...one, ...(others[place] as RestOfCase) })),
		);
	}
	// Reading YAML takes longer than a whole decision: only where there is no build.
	const { builtInCases, readCases } = await import("./read-cases.ts");
	return readCases(builtInCases);
}

/** What no decision looks at; the build writes it in the order of the compared cases. */
export type RestOfCase = Omit<PublishedCase, keyof ComparedCase>;

/**
 * The cases as the build left them: a line by which to compare them all, then a line for each.
 * Only the nearest are looked at more closely: what the others tell stays unread.
 */
function readCompared(): ComparedCase[] | undefined {
	const bytes = readBuilt("compared-cases.jsonl");
	if (!bytes) return undefined;
	const compared: ComparedByCells[] = JSON.parse(lineOf(bytes, 0));
	const told: Told[] = [];
	const tell = (place: number): Told => {
		told[place] ??= JSON.parse(lineOf(bytes, place + 1)) as Told;
		return told[place];
	};
	return compared.map(({ id, outcome, cells }, place) => ({
		id,
		outcome,
		cells,
		get title() {
			return tell(place).title;
		},
		get facts() {
			return tell(place).facts;
		},
	}));
}

type Told = Pick<ComparedCase, "title" | "facts">;
type ComparedByCells = Required<Omit<ComparedCase, keyof Told>>;

function lineOf(bytes: Buffer, number: number): string {
	let start = 0;
	for (let line = 0; line < number; line += 1) start = bytes.indexOf("\n", start) + 1;
	const end = bytes.indexOf("\n", start);
	return bytes.toString("utf8", start, end < 0 ? bytes.length : end);
}

/** A file of the build; running from source there is none. */
function readBuilt(name: string): Buffer | undefined {
	try {
		return readFileSync(join(import.meta.dirname, "..", name));
	} catch (error) {
		if ((error as NodeJS.ErrnoException).code === "ENOENT") return undefined;
		throw error;
	}
}
