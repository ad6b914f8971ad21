/** Several rule files become one: files of a folder side by side, an extending folder on top. */
import type { Place, Problem } from "../problems.ts";
import type { Explained, Ladder, Promised, Rule, RuleFile, RuleTest } from "./rule-file.ts";

/** A rule file that passed its schema, and where its parts stand. */
export interface RuleSource {
	file: string;
	value: RuleFile;
	locate(path: readonly PropertyKey[]): Place;
}

/** A rule file whose lists have become records, so that a part has a name. */
export interface MergedFile extends Omit<RuleFile, "scores" | "promises" | "tests" | "explained"> {
	scores?: Record<string, MergedScore>;
	promises?: Record<string, Promised>;
	tests?: Record<string, RuleTest>;
	explained?: Record<string, Explained>;
}

interface MergedScore {
	asks?: string;
	weight?: number;
	ladders?: Record<string, Ladder>;
	rules?: Record<string, Rule>;
}

export interface Merged {
	value: MergedFile;
	/** Where a part stands; `deeper` leads on inside it. */
	locate(name: readonly string[], ...deeper: PropertyKey[]): Place;
	problems: Problem[];
	/** What an extending rule set replaced or dropped, a sentence each. */
	changes: string[];
}

/** The smallest piece that one file says in one place. */
interface MergePart {
	name: string[];
	path: PropertyKey[];
	value: unknown;
}

/** Merges layers, the extended rule set first. Within a layer nothing may be said twice. */
export function mergeLayers(layers: RuleSource[][]): Merged {
	const value: MergedFile = {};
	const origins = new Map<string, { source: RuleSource; path: PropertyKey[] }>();
	const problems: Problem[] = [];
	const changes: string[] = [];
	layers.forEach((layer, depth) => {
		const seen = new Map<string, Place>();
		for (const source of layer) {
			// An empty record says that there are none, which is not the same as saying nothing.
			for (const key of Object.keys(source.value))
				if (recordKeys.has(key) || key === "scores") ownRecord(value, key);
			for (const part of partsOf(source, depth)) {
				const key = part.name.join(" ");
				const at = source.locate(part.path);
				const first = seen.get(key);
				if (first) problems.push(saidTwice(part.name, first, at));
				else if (depth > 0 && origins.has(key) && !ownKeys.has(key))
					changes.push(`${formatName(part.name)} is replaced.`);
				seen.set(key, at);
				setPart(value, part.name, part.value);
				origins.set(key, { source, path: part.path });
			}
		}
		for (const id of value.drop ?? [])
			if (dropPart(value, id)) changes.push(`${id} is dropped.`);
			else problems.push(nothingToDrop(id, seen.get("drop")));
		delete value.drop;
	});
	return {
		value,
		problems,
		changes,
		locate(name, ...deeper) {
			const origin = origins.get(name.join(" "));
			if (!origin) return { file: layers.at(-1)?.[0]?.file ?? "rules" };
			return origin.source.locate([...origin.path, ...deeper]);
		},
	};
}

/** What every rule set says of itself. */
const ownKeys = new Set(["name", "edition", "extends", "drop"]);
const listKeys = new Set(["promises", "tests", "explained"]);
const recordKeys = new Set([
	"sections",
	"questions",
	"computed",
	"contradictions",
	"evidence",
	"disagreements",
	"words",
	"gates",
	"steps",
]);

function* partsOf({ file, value }: RuleSource, depth: number): Generator<MergePart> {
	for (const [key, part] of Object.entries(value)) {
		if (key === "scores") yield* scoreParts(value.scores ?? {});
		else if (listKeys.has(key))
			// Items have no id, and files of two layers may have one name.
			for (const [index, item] of (part as unknown[]).entries())
				yield { name: [key, `${depth} ${file}#${index}`], path: [key, index], value: item };
		else if (recordKeys.has(key))
			for (const [id, item] of Object.entries(part as object))
				yield { name: [key, id], path: [key, id], value: item };
		else yield { name: [key], path: [key], value: part };
	}
}

function* scoreParts(scores: NonNullable<RuleFile["scores"]>): Generator<MergePart> {
	for (const [id, { rules = [], ladders = {}, ...plain }] of Object.entries(scores)) {
		const own = ["scores", id];
		for (const [key, value] of Object.entries(plain))
			yield { name: [...own, key], path: [...own, key], value };
		for (const [fact, value] of Object.entries(ladders)) {
			const name = [...own, "ladders", fact];
			yield { name, path: name, value };
		}
		for (const [index, value] of rules.entries())
			yield {
				name: [...own, "rules", value.id],
				path: [...own, "rules", index],
				value,
			};
	}
}

function setPart(target: object, [first = "", ...rest]: string[], value: unknown) {
	const into = target as Record<string, object>;
	if (rest.length === 0) into[first] = value as object;
	else setPart(ownRecord(target, first), rest, value);
}

/** The record under a key, made when there is none. Not what every object inherits: a score may be called `constructor`. */
function ownRecord(target: object, key: string): object {
	const into = target as Record<string, object>;
	if (!Object.hasOwn(into, key)) into[key] = {};
	return into[key] as object;
}

/** Takes out the rule, ladder, gate, step or word of this id. */
function dropPart(value: MergedFile, id: string): boolean {
	const dot = id.indexOf(".");
	const score = value.scores?.[id.slice(0, dot)];
	const homes: [object | undefined, string][] = [
		[score?.rules, id],
		[score?.ladders, id.slice(dot + 1)],
		[value.gates, id],
		[value.steps, id],
		[value.contradictions, id],
		[value.words, id],
		[value.scores, id],
	];
	for (const [home, key] of homes)
		if (home && Object.hasOwn(home, key)) return Reflect.deleteProperty(home, key);
	return false;
}

const formatName = (name: string[]): string => name.join(" › ");

function saidTwice(name: string[], first: Place, at: Place): Problem {
	const where = [first.file, first.line && `line ${first.line}`];
	return {
		code: "said-twice",
		message: `${formatName(name)} is already defined in ${where.filter(Boolean).join(", ")}.`,
		hint: "Keep one of them, or rename one.",
		at,
	};
}

function nothingToDrop(id: string, at: Place | undefined): Problem {
	return {
		code: "unknown-id",
		message: `drop: there is no rule, ladder, gate, step or word ${id}.`,
		hint: "Use an id that `rules docs` lists.",
		...(at && { at }),
	};
}
