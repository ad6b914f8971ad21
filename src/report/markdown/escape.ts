/**
 * Plain text within a line of Markdown: it can start no markup, no HTML, no link and no mention.
 * Our own words always stand before it, so headings and lists need no care.
 */
import { clean } from "../clean.ts";

const entities: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;" };

export const escapeMarkdown = (text: string): string =>
	clean(text)
		.trim()
		.replaceAll(/[&<>]/g, (character) => entities[character] as string)
		.replaceAll(/[\\`*_~|[\]$]/g, String.raw`\$&`)
		// GitHub turns bare addresses and names into links and notifies whoever is named.
		.replaceAll("://", "&#58;//")
		.replaceAll(/\bwww\./gi, (start) => `${start.slice(0, 3)}&#46;`)
		.replaceAll("@", "@&#8203;");

/** A link target, or nothing where it is no address of the web. */
export function linkTarget(url: string | undefined): string | undefined {
	if (!url || !/^https?:\/\/[^\s]+$/.test(url)) return undefined;
	return url.replaceAll(
		/[()<>[\]\\`|]/g,
		(character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
	);
}

/** A list; its items are Markdown already. */
export const bullets = (items: readonly string[]): string =>
	items.map((item) => `- ${item}`).join("\n");

/** A table; cells are Markdown already. An alignment is `---` or `--:`. */
export function markdownTable(head: string[], rows: string[][], alignment?: string[]): string {
	const line = (cells: string[]) => `| ${cells.join(" | ")} |`;
	return [line(head), line(alignment ?? head.map(() => "---")), ...rows.map(line)].join("\n");
}
