/** A strict reader for the XML that we write: anything that is not well-formed throws. */

export interface Element {
	name: string;
	attributes: Record<string, string>;
	children: Element[];
	text: string;
}

const names: Record<string, string> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };

export function parseXml(xml: string): Element {
	const forbidden = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/u;
	if (forbidden.test(xml)) throw new Error("A character that XML does not allow.");
	let rest = take(xml, /^<\?xml version="1\.0" encoding="UTF-8"\?>\s*/)[1];
	const open: Element[] = [{ name: "", attributes: {}, children: [], text: "" }];
	while (rest !== "") {
		const here = open.at(-1) as Element;
		if (rest.startsWith("</")) {
			const [[, name], after] = take(rest, /^<\/([\w.-]+)\s*>/);
			if (name !== here.name) throw new Error(`</${name}> ends <${here.name}>.`);
			open.pop();
			rest = after;
		} else if (rest.startsWith("<")) {
			const [[, name = "", given = "", end], after] = take(
				rest,
				/^<([\w.-]+)((?:\s+[\w.-]+="[^"<]*")*)\s*(\/?)>/,
			);
			const element = { name, attributes: readAttributes(given), children: [], text: "" };
			here.children.push(element);
			if (end !== "/") open.push(element);
			rest = after;
		} else {
			const [[text = ""], after] = take(rest, /^[^<]+/);
			here.text += decode(text);
			rest = after;
		}
	}
	const [root] = open;
	if (open.length !== 1 || root?.children.length !== 1 || root.text.trim() !== "")
		throw new Error("Not one element from start to end.");
	return root.children[0] as Element;
}

function take(text: string, pattern: RegExp): [RegExpExecArray, string] {
	const found = pattern.exec(text);
	if (!found) throw new Error(`Unexpected: ${text.slice(0, 80)}`);
	return [found, text.slice(found[0].length)];
}

function readAttributes(text: string): Record<string, string> {
	const attributes: Record<string, string> = {};
	for (const [, name = "", value = ""] of text.matchAll(/([\w.-]+)="([^"]*)"/g)) {
		if (name in attributes) throw new Error(`${name} is given twice.`);
		// A reader makes blanks of bare line ends and tabs in attributes.
		attributes[name] = decode(value.replaceAll(/[\t\n\r]/g, " "));
	}
	return attributes;
}

const decode = (text: string): string =>
	text.replaceAll(/&([^;]*;?)/g, (_, entity: string) => {
		const [, number] = /^#(\d+);$/.exec(entity) ?? [];
		if (number) return String.fromCodePoint(Number(number));
		const known = names[entity.slice(0, -1)];
		if (known === undefined || !entity.endsWith(";")) throw new Error(`&${entity} is no entity.`);
		return known;
	});

/** All elements of a name, at any depth. */
export const elements = (element: Element, name: string): Element[] => [
	...(element.name === name ? [element] : []),
	...element.children.flatMap((child) => elements(child, name)),
];
