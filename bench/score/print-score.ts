/** The whole score as text, or the part for the README as Markdown. */
import { limitSection } from "./limits.ts";
import type { Score } from "./measure.ts";
import { neighborSection } from "./neighbors.ts";
import { type Section, toMarkdown, toText } from "./print.ts";
import {
	agreementSection,
	confidenceSection,
	curveSection,
	missSection,
	readingSection,
	reliabilitySection,
} from "./sections.ts";

/** Between these the README holds the score; a test compares the two. */
export const opening = "<!-- score: npm run -s score -- --markdown -->";
export const closing = "<!-- /score -->";

export function formatScore(score: Score, { markdown }: { markdown: boolean }): string {
	const main = [agreementSection(score), confidenceSection(score), reliabilitySection(score)];
	if (markdown) return [opening, toMarkdown([...main, limitSection(score)]), closing].join("\n\n");
	const rest = [
		curveSection(score),
		neighborSection(score.neighbors),
		missSection(score),
		readingSection(score),
		limitSection(score),
	];
	return toText([openingSection(score), ...main, ...rest]);
}

function openingSection({ cases, isBuiltIn }: Score): Section {
	const count = (kind: string) => cases.filter((one) => one.kind === kind).length;
	const where = isBuiltIn ? "that ship with the rules" : "of the given folder";
	return {
		title: `${cases.length} published cases ${where}: ${count("industry")} industry, ${count("paper")} papers`,
	};
}
