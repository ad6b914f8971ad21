/** The built program, spawned: that the launcher starts it, and leaves as it should. */
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { beforeAll, expect, test } from "vitest";
import { ensureBuilt, root } from "./built.ts";

const bin = "bin/should-i-finetune.js";
const { version } = JSON.parse(readFileSync(new URL("../package.json", import.meta.url), "utf8"));
const isWindows = process.platform === "win32";

beforeAll(ensureBuilt);

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
