/** The installed program on the oldest Node it promises and on newer ones, as npm's packages of Node hold them. */
import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { folderOf, home, installed, name, run } from "../installed/program.ts";

const isWindows = process.platform === "win32";
const files = {
	"lines.ndjson": '{"goal":"new-knowledge"}\n',
	"hospital.yaml": "goal: format-style-tone\ntask: narrow\nprompting: plateaued\nexamples: 20k\n",
};

/** Fetches a Node; without the registry there is none. */
function fetchNode(version: string): string | undefined {
	const folder = folderOf();
	const spec = `node-${isWindows ? "win" : process.platform}-${process.arch}@${version}`;
	const packing = spawnSync("npm", ["pack", spec, "--loglevel=error", "--fetch-retries=1"], {
		cwd: folder,
		encoding: "utf8",
		shell: isWindows,
	});
	if (packing.status !== 0) {
		console.warn(`Skipped: Node ${version}, since npm pack ${spec} says ${packing.stderr.trim()}`);
		return undefined;
	}
	// Its bin alone: the rest is headers and manuals.
	const tar = ["-xzf", packing.stdout.trim(), "package/bin"];
	const { status, stderr } = spawnSync("tar", tar, { cwd: folder, encoding: "utf8" });
	if (status !== 0) throw new Error(stderr);
	return join(folder, "package/bin", isWindows ? "node.exe" : "node");
}

describe.each(["20.17.0", "22", "24"])("Node %s", async (version) => {
	const node = fetchNode(version);
	const command = [node ?? "", join(home, "bin", `${name}.js`)];
	const on = (...argv: string[]) => run(argv, { command, cwd: folderOf(files) });
	const answers = ["-a", "hospital.yaml", "--no-input"];

	test.skipIf(!node)("is that Node (needs the npm registry)", async () => {
		const { stdout } = await run(["--version"], { command: [node ?? ""] });
		expect(stdout).toMatch(new RegExp(`^v${version}\\b`));
	});

	test.skipIf(!node).each<[code: number, argv: string[]]>([
		[0, ["--version"]],
		[0, ["--help"]],
		[0, [...answers]],
		[0, [...answers, "--format", "markdown"]],
		[0, [...answers, "--format", "adr"]],
		[0, [...answers, "--format", "html"]],
		[1, [...answers, "--expect", "fine-tuning"]],
		[2, ["--goal", "speed"]],
		[0, ["explain", "airbnb-test-migration"]],
		[0, ["rules", "check"]],
		[0, ["batch", "lines.ndjson", "--summary"]],
		[0, ["init"]],
	])("exits with %i after %j (needs the npm registry)", async (code, argv) => {
		const { stdout, stderr, ...screen } = await on(...argv);
		expect(`${stdout}${stderr}`).not.toMatch(/^ +at .*[:(]|Warning/m);
		expect(screen.code).toBe(code);
	});

	test.skipIf(!node)("decides as every other Node (needs the npm registry)", async () => {
		const argv = [...answers, "--format", "json", "--as-of", "2026-11-22"];
		expect(await on(...argv)).toEqual(await run(argv, { cwd: folderOf(files) }));
	});

	test.skipIf(!node)("imports the library (needs the npm registry)", async () => {
		const source = 'console.log(Object.keys(await import("should-i-finetune")).join(" "))';
		const argv = ["--input-type=module", "--eval", source];
		const options = { cwd: installed.project, command: [node ?? ""] };
		expect(await run(argv, options)).toEqual({
			stdout: "decide formats loadCases loadRules parseAnswers report\n",
			stderr: "",
			code: 0,
		});
	});
});
