/** The structure of a Markdown or HTML text, as a real parser sees it: all that is not words. */
import { micromark } from "micromark";
import { gfm, gfmHtml } from "micromark-extension-gfm";

export const parsers = {
	CommonMark: (text: string) => micromark(text, loose),
	// What GitHub takes away afterwards must not come about in the first place.
	GFM: (text: string) =>
		micromark(text, { ...loose, extensions: [gfm()], htmlExtensions: [gfmHtml()] }),
} satisfies Record<string, (text: string) => string>;

const loose = { allowDangerousHtml: true, allowDangerousProtocol: true };

/** Tags and comments in their order, without what is in a comment or where a link leads. */
export const structureOf = (html: string): string[] =>
	(html.match(/<!--[\s\S]*?-->|<[^>]*>/g) ?? []).map((tag) =>
		tag.startsWith("<!--") ? "<!-- -->" : tag.replace(/ href="[^"]*"/, " href"),
	);

export const linksOf = (html: string): string[] =>
	[...html.matchAll(/ (?:href|src)="([^"]*)"/g)].map(([, target = ""]) => target);

/** What readers read, in one line. */
export const wordsOf = (html: string): string =>
	html
		.replaceAll(/<!--[\s\S]*?-->|<[^>]*>/g, " ")
		.replaceAll("\u200b", "")
		.replaceAll("&lt;", "<")
		.replaceAll("&gt;", ">")
		.replaceAll("&quot;", '"')
		.replaceAll("&amp;", "&")
		.replaceAll(/\s+/g, " ");
