/** Once per run: the package, built, packed and installed into an empty project, as its users get it. */
import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestProject } from "vitest/node";

interface Installed {
	/** A folder whose node_modules holds the package and nothing else. */
	project: string;
	/** Where tests make their folders; gone after the run. */
	scratch: string;
	tarball: string;
	packed: { size: number; unpackedSize: number; files: { path: string }[] };
}

declare module "vitest" {
	interface ProvidedContext {
		installed: Installed;
	}
}

const root = join(import.meta.dirname, "../..");

export default function setup({ provide }: TestProject): () => void {
	const folder = realpathSync(mkdtempSync(join(tmpdir(), "installed-")));
	const remove = () => rmSync(folder, { recursive: true, force: true });
	try {
		provide("installed", install(folder));
	} catch (error) {
		remove();
		throw error;
	}
	return remove;
}

function install(folder: string): Installed {
	// npm runs the script `prepare`, which builds where dist is older than its sources: what is
	// tested is never stale, and a fresh build is not made twice.
	const told = npm(["pack", "--json", "--pack-destination", folder], root);
	// What the build prints comes first.
	const [packed] = JSON.parse(told.slice(told.search(/^\[/m)));
	const tarball = join(folder, packed.filename);
	const project = join(folder, "project");
	const scratch = join(folder, "scratch");
	for (const made of [project, scratch]) mkdirSync(made);
	writeFileSync(join(project, "package.json"), '{ "private": true, "type": "module" }\n');
	// Without the network: there is nothing else to install.
	npm(["install", "--ignore-scripts", "--offline", tarball], project);
	return { project, scratch, tarball, packed };
}

function npm(args: string[], cwd: string): string {
	const quiet = ["--no-audit", "--no-fund", "--no-update-notifier"];
	const { status, stdout, stderr } = spawnSync("npm", [...args, ...quiet], {
		cwd,
		encoding: "utf8",
		shell: process.platform === "win32",
	});
	if (status !== 0) throw new Error(`npm ${args[0]} failed:\n${stdout}\n${stderr}`);
	return stdout;
}
