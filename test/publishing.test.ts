/** What surrounds the package where it is published: the workflow that does it, and the forms for issues. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";

const root = join(import.meta.dirname, "..");
const read = (file: string) => readFileSync(join(root, file), "utf8");

describe("the workflow that publishes", () => {
	const text = read(".github/workflows/publish.yml");
	const { permissions, jobs } = parse(text);

	test("publishes with provenance, and only after all suites", () => {
		expect(jobs.publish.needs).toBe("test");
		expect(JSON.stringify(jobs.test.steps)).toContain(".ci/run");
		expect(text).toContain("npm publish --provenance");
	});

	test("has no token, and the right to be identified in one job alone", () => {
		expect(text).not.toMatch(/secrets\.|NODE_AUTH_TOKEN/);
		expect(permissions).toEqual({ contents: "read" });
		expect(jobs.publish.permissions).toEqual({ contents: "read", "id-token": "write" });
		expect(jobs.test.permissions).toBeUndefined();
	});
});

describe.each(["bug", "advice"])("the form for issues: %s", (name) => {
	const { body } = parse(read(`.github/ISSUE_TEMPLATE/${name}.yml`));
	const needed = body.filter(
		({ validations }: { validations?: { required?: boolean } }) => validations?.required,
	);

	test("asks for the version", () => {
		const [version] = needed;
		expect(version.id).toBe("version");
		expect(version.attributes.description).toContain("should-i-finetune --version");
	});

	test("asks for answers, and for none that are secret", () => {
		expect(JSON.stringify(needed)).toMatch(/answers/i);
		const { options } = body.at(-1).attributes;
		expect(options).toEqual([
			{
				label: "It contains no keys, personal data or secrets of my company.",
				required: true,
			},
		]);
		expect(body[0].attributes.value).toContain("Issues are public.");
	});
});

test("SECURITY.md says how to report, and what the program may do", () => {
	const text = read("SECURITY.md");
	for (const part of [
		"should-i-finetune --version",
		"sends nothing",
		"npm audit signatures",
		"MCP",
	])
		expect(text).toContain(part);
});
