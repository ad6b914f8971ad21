/**
 * Builds unless dist is newer than all it is made of. npm prepares a checkout at `npm ci`, and
 * again when `npx` first runs it from there: the second time there is nothing to do.
 */
import { readdirSync, statSync } from "node:fs";
import { join } from "node:path";

const sources = ["src", "rules", "scripts", "package.json", "package-lock.json", "tsconfig.json"];

/** The last file that the build writes. */
const last = "dist/cases.json";

const built = statSync(last, { throwIfNoEntry: false })?.mtimeMs ?? 0;
if (sources.some((path) => newest(path) > built)) await import("./build.ts");

function newest(path: string): number {
	const found = statSync(path);
	if (!found.isDirectory()) return found.mtimeMs;
	return Math.max(...readdirSync(path).map((name) => newest(join(path, name))));
}
