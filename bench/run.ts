/** `npm run bench -- exact`: runs suites by name, prints their tables and keeps them in RESULTS.md. */
import { keepSuite, printSuite, type Suite } from "./results.ts";

const suites: Record<string, () => Promise<Suite>> = {
	exact: async () => (await import("./exact.ts")).exact(),
	size: async () => (await import("./size.ts")).size(),
	start: async () => (await import("./start.ts")).start(),
};

const names = process.argv.slice(2);
const unknown = names.filter((name) => !Object.hasOwn(suites, name));
if (unknown.length > 0) {
	console.error(`There is no suite ${unknown.join(", ")}: ${Object.keys(suites).join(", ")}.`);
	process.exit(2);
}
for (const name of names.length > 0 ? names : Object.keys(suites)) {
	const text = printSuite(name, await (suites[name] as () => Promise<Suite>)());
	console.log(`${text}\n`);
	keepSuite(text);
}
