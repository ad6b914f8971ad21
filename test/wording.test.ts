/** What the product prints is plain US English: none of its texts holds a phrase of this table. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { parse } from "yaml";

const phrases: [phrase: RegExp, instead: string][] = [
	// Old-fashioned turns
	[/\bis never\b/, "is not"],
	[/(?<!\b[Tt]here )\bis no (?!reason\b|longer\b)/, "is not a"],
	[/\bdearer\b|\bdear\b/, "more expensive"],
	[/\bin earnest\b/, "properly"],
	[/\bhome ground\b/, "suits it better"],
	[/\bones that\b/, "name the things"],
	[/\bmend(?:s|ed|ing)?\b/, "fix"],
	[/\btak(?:e|es|en|ing) (?:\w+ )?out\b/, "remove"],
	[/\bonce more\b/, "again"],
	[/\banew\b/, "again"],
	[/\bsomebody\b/i, "someone"],
	[/\bfor ever\b/, "permanently"],
	[/\bas gladly\b/, "too"],
	[/\b(?:was|is|are) to be\b/, "was due, must be"],
	[/\bcannot be told\b|\bmay go out\b/, "say it in the active voice"],
	[/\bnothing (?:is )?known\b|\bnothing that is known\b/i, "name what is unknown"],
	[/\bany more: /, "no longer applies"],
	[/\bno more than a leaning\b/, "tentative"],
	[/\bwere another\b/, "changes"],
	[/\bspeaks? to (?:it|this row)\b/, "is about"],
	[/\bthere twice\b/, "appears twice"],
	[/\bit is told\b|\bas far as is told\b/, "according to"],
	[/\bcounts? (?:2|two) times\b/i, "counts double"],
	[/\bthe right side\b|\b[Tt]he chance that\b/, "confidence that … is the right choice"],
	[/\bwould turn to\b/, "the verdict would be"],
	[/\b(?:this|now) \(proven\)/, "that is proven"],
	[/\bspeaks? (?:for|against) (?!it\b)/, "favors, applies to"],
	[/\bpoints for each of\b/, "list the points"],
	[/\d %/, "no space before the percent sign"],
	// The field's terms
	[/\bprompts at their end\b|\brun flat\b/, "plateaued"],
	[/\blook-ups?\b/, "retrieval"],
	[/\b[Rr]emove doubles\b/, "remove duplicates"],
	[/\bdistilment\b/, "distillation"],
	// The tool does not speak of itself
	[/\b(?:we|[Oo]ur)\b(?!\\?-)/, "the tool, your, or the passive voice"],
	// Spelling; ids and values keep theirs
	[/\blabell(?:ed|ing)\b/i, "labeled, labeling"],
	[/\bspecialised (?!or\b)[a-z]|\b(?:is|highly|more|very) specialised\b/, "specialized"],
	[/(?<!["`])\boptimis(?:e|ed|er|ers|ing|ation)\b(?![-"`])/i, "optimize"],
	[/\bfavour/i, "favor"],
	[/\bcolour/i, "color"],
	[/\bbehaviour/i, "behavior"],
	[/\bjudgements?\b(?![[.:])/, "judgment"],
	[/\blearnt\b|\bmisspelt\b(?!\.)|\bspelt\b/i, "learned, misspelled, spelled"],
	[
		/\b(?:summar|organ|recogn|custom|normal|general|priorit|minim|maxim|character)is(?:e|es|ed|ing|ation|ations)\b/i,
		"-ize",
	],
];

const root = join(import.meta.dirname, "..");
const below = (folder: string): string[] =>
	readdirSync(join(root, folder), { recursive: true, encoding: "utf8" })
		.filter((name) => /\.(?:ts|ya?ml|json|txt|md|1)$/.test(name))
		.map((name) => `${folder}/${name.replaceAll("\\", "/")}`);
const printed = [
	"rules",
	"schema",
	"src",
	"bench/score",
	"man",
	"skills",
	".github/ISSUE_TEMPLATE",
	"test/transcripts",
	"test/report/transcripts",
];
const files = [
	...printed.flatMap(below),
	"README.md",
	"CONTRIBUTING.md",
	"SECURITY.md",
	"action.yml",
].sort();

/** Titles and authors of sources are theirs. */
const theirs = new Set(["title", "who", "source", "url", "aliases"]);

/** Every sentence in data: a value of one word is an id. */
function sentencesIn(data: unknown): string[] {
	if (typeof data === "string") return data.includes(" ") ? [data] : [];
	if (typeof data !== "object" || data === null) return [];
	return Object.entries(data).flatMap(([key, value]) =>
		theirs.has(key) ? [] : sentencesIn(value),
	);
}

/** Every literal in code that holds more than a word, without comments and what stands in braces. */
const literalsIn = (code: string): string[] =>
	code
		.replaceAll(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, "")
		.replaceAll(/\$\{[^{}`]*\}/g, "…")
		.match(/"(?:[^"\\\n]|\\.)* (?:[^"\\\n]|\\.)*"|`(?:[^`\\]|\\.)* (?:[^`\\]|\\.)*`/g) ?? [];

function textsOf(file: string): string[] {
	const content = readFileSync(join(root, file), "utf8");
	if (/\.(?:ya?ml|json)$/.test(file)) return sentencesIn(parse(content));
	if (file.endsWith(".ts")) return literalsIn(content);
	// What the program makes is tested where it comes from.
	return [content.replaceAll(/```console[\s\S]*?```|<!-- score:[\s\S]*?<!-- \/score -->/g, "")];
}

function findPhrases(text: string): string[] {
	const line = text.replaceAll(/\s+/g, " ");
	return phrases.flatMap(([phrase, instead]) => {
		const found = phrase.exec(line);
		if (!found) return [];
		const around = line.slice(Math.max(0, found.index - 30), found.index + found[0].length + 30);
		return [`${found[0]} (say: ${instead}): …${around}…`];
	});
}

test.each(files)("%s speaks plainly", (file) => {
	expect(textsOf(file).flatMap(findPhrases)).toEqual([]);
});

test.each([
	["a value of a fact", "domain (specialised, yours proprietary)", []],
	["the same as an adjective", "a specialised field", ["specialised f"]],
	["a measure", 'measure: "optimiser"', []],
	["the same in prose", "a prompt optimiser", ["optimiser"]],
	["what there is not", "There is no fact “gaol”.", []],
	["what something is not", "That is no date.", ["is no "]],
	["a share with a space", "97.8 % of answers", ["8 %"]],
	["a share without one", "97.8% of answers", []],
	["over the end of a line", "tried in\n  earnest", ["in earnest"]],
])("the table knows %s", (_name, text, expected) => {
	expect(findPhrases(text).map((line) => line.split(" (say")[0])).toEqual(expected);
});
