/** HTML by template: what is put in is escaped, unless it is HTML already. */

/** Text that is safe within a page. Only `html` and `raw` make it. */
export interface Html {
	readonly html: string;
}

type Part = Html | string | number | false | undefined | readonly Part[];

const entities: Record<string, string> = {
	"&": "&amp;",
	"<": "&lt;",
	">": "&gt;",
	'"': "&quot;",
	"'": "&#39;",
};

export const escapeHtml = (text: string): string =>
	text.replaceAll(/[&<>"']/g, (character) => entities[character] as string);

/** A piece of a page; attributes are always quoted, so that nothing put in can end them. */
export const html = (strings: TemplateStringsArray, ...parts: Part[]): Html =>
	raw(strings.map((text, index) => text + print(parts[index])).join(""));

/** Vouches for text that we made ourselves: style, script, the record. */
export const raw = (text: string): Html => ({ html: text });

function print(part: Part): string {
	if (part === undefined || part === false) return "";
	if (typeof part === "string") return escapeHtml(part);
	if (typeof part === "number") return String(part);
	return "html" in part ? part.html : part.map(print).join("");
}
