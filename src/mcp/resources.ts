/** The rules and the published cases as resources: each is what a command prints. */

const scheme = "should-i-finetune";

interface Kind {
	name: string;
	/** Stands after the scheme. */
	path: string;
	about: string;
	mimeType: string;
	/** The command line that prints all of it. */
	all: readonly string[];
	/** What one of it is. */
	one: string;
}

const kinds: readonly Kind[] = [
	{
		name: "rules",
		path: "rules",
		about: "Every question, rule, reason and source on one page.",
		mimeType: "text/markdown",
		all: ["rules", "docs"],
		one: "What the rule set says about a fact, rule, gate, score, lecture row or source.",
	},
	{
		name: "cases",
		path: "cases",
		about: "The published cases, one a line, with what was chosen.",
		mimeType: "text/plain",
		all: ["explain", "cases"],
		one: "A published case: its facts, its outcome and its source.",
	},
];

export const resources = kinds.map(({ name, path, about, mimeType }) => ({
	uri: `${scheme}://${path}`,
	name,
	description: about,
	mimeType,
}));

export const resourceTemplates = kinds.map(({ name, path, one }) => ({
	uriTemplate: `${scheme}://${path}/{id}`,
	name: `one of the ${name}`,
	description: one,
	mimeType: "text/plain",
}));

interface Found {
	argv: readonly string[];
	mimeType: string;
}

/** The command line that prints a resource; undefined for an address of none. */
export function findResource(uri: string, rules: string | undefined): Found | undefined {
	const kind = kinds.find(({ path }) => `${uri}/`.startsWith(`${scheme}://${path}/`));
	if (!kind) return undefined;
	const chosen = rules === undefined ? [] : [`--rules=${rules}`];
	const rest = uri.slice(`${scheme}://${kind.path}`.length);
	if (rest === "" || rest === "/")
		return { argv: [...kind.all, ...chosen], mimeType: kind.mimeType };
	const id = decode(rest.slice(1));
	// The lists have addresses of their own.
	if (id === undefined || id === "cases" || id === "weights") return undefined;
	return { argv: ["explain", ...chosen, "--", id], mimeType: "text/plain" };
}

function decode(text: string): string | undefined {
	try {
		const id = decodeURIComponent(text);
		return id.includes("\0") || id.length > longestId ? undefined : id;
	} catch {
		return undefined;
	}
}

const longestId = 1_000;
