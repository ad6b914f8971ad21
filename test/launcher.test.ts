/** The built program, spawned: that the launcher starts it, and leaves as it should. */
import { execFileSync, spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { beforeAll, expect, test } from "vitest";

const root = fileURLToPath(new URL("..", import.meta.url));
const bin = "bin/should-i-finetune.js";
const { version } = JSON.parse(readFileSync(new URL("../package.json", import.meta.url), "utf8"));
const isWindows = process.platform === "win32";

beforeAll(() => {
	if (existsSync(new URL("../dist/built-in.json", import.meta.url))) return;
	execFileSync("npm", ["run", "build"], { cwd: root, shell: isWindows });
});

const spawn = (...args: string[]) => {
	const { status, stdout, stderr } = spawnSync(process.execPath, [bin, ...args], {
		cwd: root,
		encoding: "utf8",
	});
	return { status, stdout, stderr };
};

test("tells the version of package.json", () => {
	expect(spawn("--version")).toEqual({ status: 0, stdout: `${version}\n`, stderr: "" });
});

const major = Number.parseInt(process.versions.node, 10);

test.skipIf(major < 22)("keeps compiled code where Node can", () => {
	const folder = mkdtempSync(join(tmpdir(), "launcher-"));
	const env = { ...process.env, TMPDIR: folder, TEMP: folder };
	execFileSync(process.execPath, [bin, "--version"], { cwd: root, env });
	expect(readdirSync(folder)).toEqual(["node-compile-cache"]);
	rmSync(folder, { recursive: true });
});

test("hands on the exit code", () => {
	expect(spawn("--no-file", "--expect", "fine-tuning").status).toBe(1);
	expect(spawn("--goal", "speed")).toMatchObject({ status: 2, stdout: "" });
});

test.skipIf(isWindows).each([
	["a short report", "--help"],
	["a report longer than a pipe holds", "rules docs"],
	["a problem", "--goal speed 2>&1 >/dev/null"],
])("%s into head ends quietly", (_, args) => {
	const line = `"$0" ${bin} ${args} | head -n 1; echo "\${PIPESTATUS[0]}"`;
	const { stdout, stderr } = spawnSync("bash", ["-c", line, process.execPath], {
		cwd: root,
		encoding: "utf8",
	});
	const [first, code, ...rest] = stdout.split("\n");
	expect({ first: first !== "", code, rest, stderr }).toEqual({
		first: true,
		code: args.startsWith("--goal") ? "2" : "0",
		rest: [""],
		stderr: "",
	});
});

test.skipIf(isWindows)("a reader that leaves before the first line is none of our problems", () => {
	const line = `"$0" ${bin} rules docs | true; echo "\${PIPESTATUS[0]}"`;
	const { stdout, stderr } = spawnSync("bash", ["-c", line, process.execPath], {
		cwd: root,
		encoding: "utf8",
	});
	expect({ stdout, stderr }).toEqual({ stdout: "0\n", stderr: "" });
});
