/** The published cases that ship with the package. */
import type { PublishedCase } from "../core/case-file.ts";
import type { CaseTable, ComparedCase, Told } from "../core/case-table.ts";
import type { Cases } from "../core/decide.ts";
import { isPrepared } from "../core/packed-diagrams.ts";
import { good, type Result } from "../core/problems.ts";
import type { RuleSet } from "../core/rule-set.ts";
import { readBuilt } from "./read-built.ts";

/** What a decision compares answers with: less to read than the cases as a whole. */
export async function loadComparedCases(rules?: RuleSet): Promise<Result<Cases>> {
	// Their cells are those of the built-in rules.
	const table = rules && isPrepared(rules) ? readTable() : undefined;
	return table ? good(table) : loadCases();
}

export async function loadCases(): Promise<Result<PublishedCase[]>> {
	const table = readTable();
	const rest = readBuilt("rest-of-cases.json");
	if (table && rest) {
		const others: RestOfCase[] = JSON.parse(rest);
		return good(others.map((other, place) => ({ ...caseAt(table, place), ...other })));
	}
	// Reading YAML takes longer than a whole decision: only where there is no build.
	const { builtInCases, readCases } = await import("./read-cases.ts");
	return readCases(builtInCases);
}

/** What no decision looks at; the build writes it in the order of the table. */
export type RestOfCase = Omit<PublishedCase, keyof ComparedCase>;

const caseAt = ({ ids, outcomes, tell }: CaseTable, place: number): ComparedCase => ({
	id: ids[place] as string,
	outcome: outcomes[place] as ComparedCase["outcome"],
	...tell(place),
});

/**
 * The cases as the build left them: a line by which to compare them all, then a line for each.
 * Only the nearest are looked at more closely: what the others tell stays unread.
 */
function readTable(): CaseTable | undefined {
	const text = readBuilt("compared-cases.jsonl");
	if (!text) return undefined;
	const [first = "", ...lines] = text.split("\n");
	const table: Omit<CaseTable, "tell"> = JSON.parse(first);
	const told: Told[] = [];
	const tell = (place: number): Told => {
		told[place] ??= JSON.parse(lines[place] as string) as Told;
		return told[place];
	};
	return { ...table, tell };
}
