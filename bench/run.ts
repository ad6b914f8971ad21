/** `npm run bench -- exact`: runs suites by name, prints their tables and keeps them in RESULTS.md. */
import { existsSync } from "node:fs";
import { formatSuite, keepSuite, type Suite } from "./results.ts";

const suites: Record<string, () => Promise<Suite>> = {
	batch: async () => (await import("./batch.ts")).batch(),
	cost: async () => (await import("./cost.ts")).cost(),
	engine: async () => (await import("./engine.ts")).engine(),
	exact: async () => (await import("./exact.ts")).exact(),
	inspect: async () => (await import("./inspect.ts")).inspect(),
	plateau: async () => (await import("./plateau.ts")).plateau(),
	peers: async () => (await import("./peers/peers.ts")).peers(),
	size: async () => (await import("./size.ts")).size(),
	start: async () => (await import("./start.ts")).start(),
};

const names = process.argv.slice(2);
const unknown = names.filter((name) => !Object.hasOwn(suites, name));
if (unknown.length > 0) {
	console.error(`There is no suite ${unknown.join(", ")}: ${Object.keys(suites).join(", ")}.`);
	process.exit(2);
}
// The project does not depend on the engines that it is compared with.
const withoutPeers = !existsSync(new URL("peers/node_modules", import.meta.url));
if (withoutPeers && names.includes("peers")) {
	console.error("The peers are not installed: npm ci --prefix bench/peers");
	process.exit(2);
}
if (withoutPeers && names.length === 0)
	console.error("Without the suite peers, which needs npm ci --prefix bench/peers.\n");
const every = Object.keys(suites).filter((name) => name !== "peers" || !withoutPeers);
for (const name of names.length > 0 ? names : every) {
	const text = formatSuite(name, await (suites[name] as () => Promise<Suite>)());
	console.log(`${text}\n`);
	keepSuite(text);
}
