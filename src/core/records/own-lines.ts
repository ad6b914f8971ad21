/** Lines of a document that the team fills in: `check` neither minds what they say nor writes them anew. */

const ownLine = /^[-*+] (Status|Owner):[^\r\n]*/gm;

export const withoutOwnLines = (text: string): string => text.replaceAll(ownLine, "- $1:");

/** @param before what the team made of the document */
export function keepOwnLines(fresh: string, before: string): string {
	const kept = new Map([...before.matchAll(ownLine)].map(([line, name]) => [name, line]));
	return fresh.replaceAll(ownLine, (line, name: string) => kept.get(name) ?? line);
}
