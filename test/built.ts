/** The built program: `npm ci` has built it, and who has removed it gets it back. */
import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";

export const root = join(import.meta.dirname, "..");

export function ensureBuilt(): void {
	if (existsSync(join(root, "dist/built-in.json"))) return;
	execFileSync("npm", ["run", "build"], { cwd: root, shell: process.platform === "win32" });
}
