/** Text from outside in Markdown: it starts no markup, no HTML, no link and no mention, wherever it stands. */
import { oneLine } from "../../core/harmless.ts";

const entities: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;" };

export const escapeMarkdown = (text: string): string =>
	oneLine(text)
		.trim()
		.replaceAll(/[&<>]/g, (character) => entities[character] as string)
		.replaceAll(/[\\`*_~|[\]$]/g, String.raw`\$&`)
		// Lists, headings and lines below them, where the text is the first of its paragraph.
		.replace(/^(?=[-+#]+(?:\s|$)|[-=][-=\s]*$)/, "\\")
		.replace(/^(\d{1,9})(?=[.)](?:\s|$))/, "$1\\")
		.replace(/\s(?=#+$)/, "$&\\")
		// GitHub turns bare addresses, names and numbers into links and notifies whoever is named.
		.replaceAll(/@|#(?=\d)|\bGH-(?=\d)/gi, "$&&#8203;")
		.replaceAll("://", "&#58;//")
		.replaceAll(/\bwww\./gi, (start) => `${start.slice(0, 3)}&#46;`);

/**
 * A link target, or nothing where it is no address that reads as what it is: only https, and no name
 * before an @ that looks like the host.
 */
export function linkTarget(url: string | undefined): string | undefined {
	const target = oneLine(url ?? "");
	if (!/^https:\/\/[^\s@/?#\\]+(?:[/?#]\S*)?$/i.test(target)) return undefined;
	return target.replaceAll(/["'()<>[\]\\`|*^{}]/g, percent).replaceAll(/&(?=#?\w+;)/g, percent);
}

const percent = (character: string): string =>
	`%${character.charCodeAt(0).toString(16).toUpperCase()}`;

/** An address on a line of its own, which is a link for GitHub and plain text for others. */
export const bareLink = (url: string): string =>
	linkTarget(url)?.replaceAll(/[_~$@]/g, percent) ?? escapeMarkdown(url);

/** Where a sentence comes from: a link if it is an address. */
export function sourceLink(source: string): string {
	const target = linkTarget(source);
	return target ? `[source](${target})` : escapeMarkdown(source);
}

/** A list; its items are Markdown already. */
export const bullets = (items: readonly string[]): string =>
	items.map((item) => `- ${item}`).join("\n");

/** A table; cells are Markdown already. An alignment is `---` or `--:`. */
export function markdownTable(head: string[], rows: string[][], alignment?: string[]): string {
	const line = (cells: string[]) => `| ${cells.join(" | ")} |`;
	return [line(head), line(alignment ?? head.map(() => "---")), ...rows.map(line)].join("\n");
}
