/** A group of commands without one of them. */
import { expect, test } from "vitest";
import { runCli } from "../world.ts";

test("rules alone says what is missing", async () => {
	const { code, stdout, stderr } = await runCli(["rules"]);
	expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
	expect(stderr).toMatch(/^error: /);
	for (const command of ["check", "test", "diff", "docs", "schema"])
		expect(stderr).toMatch(new RegExp(`\\b${command}\\b`));
});
