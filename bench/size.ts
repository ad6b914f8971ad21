/** What the package weighs: packed, unpacked, and installed with all that it needs. Needs a build. */
import { execFileSync } from "node:child_process";
import { lstatSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Row, Suite } from "./results.ts";

export function size(): Suite {
	const folder = mkdtempSync(join(tmpdir(), "bench-size-"));
	// Without scripts: to pack would build once more.
	const packed = npm("pack", "--json", "--ignore-scripts", "--pack-destination", folder);
	const [{ filename, size, unpackedSize }] = JSON.parse(packed);
	npm("install", "--prefix", folder, "--offline", "--ignore-scripts", join(folder, filename));
	const installed = sizeOf(join(folder, "node_modules"));
	rmSync(folder, { recursive: true });
	return {
		title: "Size",
		rows: [rowOf("packed", size), rowOf("unpacked", unpackedSize), rowOf("installed", installed)],
	};
}

const npm = (...args: string[]): string =>
	execFileSync("npm", args, { encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] });

/** The bytes of a file, or of all files in a folder. */
function sizeOf(path: string): number {
	const found = lstatSync(path);
	if (!found.isDirectory()) return found.size;
	return readdirSync(path).reduce((sum, name) => sum + sizeOf(join(path, name)), 0);
}

const kilobytes = (bytes: number): string => `${Math.round(bytes / 1000).toLocaleString("en")} kB`;

const rowOf = (what: string, bytes: number): Row => ({ what, found: kilobytes(bytes), goal: "" });
