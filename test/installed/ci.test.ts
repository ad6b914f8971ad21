/** The GitHub Action and the examples for CI: their very command lines, run in a folder like a repository. */
import { spawnSync } from "node:child_process";
import {
	chmodSync,
	existsSync,
	mkdirSync,
	readFileSync,
	symlinkSync,
	writeFileSync,
} from "node:fs";
import { delimiter, join } from "node:path";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import * as documents from "../core/records/documents.ts";
import { elements, parseXml } from "../report/xml.ts";
import { folderOf, home, installed, root } from "./program.ts";

const { outdated } = documents;
/** Of no model, so that no day of a provider makes it stale. */
const blockOf = () => documents.blockOf({ given: { goal: "task-quality", examples: 700 } });
const read = (name: string) => parse(readFileSync(join(root, name), "utf8"));

interface Step {
	id?: string;
	uses?: string;
	run?: string;
	if?: string;
	shell?: string;
	env?: Record<string, string>;
	with?: Record<string, unknown>;
}

interface Repository {
	at: (name: string) => string;
	write: (name: string, content: string, mode?: number) => void;
	read: (name: string) => string;
}

/** A folder with the tool installed, a stand-in for `gh` that writes down its calls, and some files. */
function repository(files: Record<string, string>): Repository {
	const place = folderOf({ "work/package.json": '{ "name": "somebody-else", "private": true }\n' });
	const at = (name: string) => join(place, "work", name);
	const write = (name: string, content: string, mode = 0o644) => {
		mkdirSync(join(at(name), ".."), { recursive: true });
		writeFileSync(at(name), content);
		chmodSync(at(name), mode);
	};
	symlinkSync(join(installed.project, "node_modules"), at("node_modules"));
	symlinkSync(home, at("../action"));
	write(
		"../stand-ins/gh",
		`#!/bin/sh\nprintf '%s\\n' "$*" >> gh.log\ncase "$*" in *comments\\ --jq*) cat comments 2> /dev/null ;; esac\nexit 0\n`,
		0o755,
	);
	for (const [name, content] of Object.entries(files)) write(name, content);
	return {
		at,
		write,
		read: (name) => (existsSync(at(name)) ? readFileSync(at(name), "utf8") : ""),
	};
}

/** As the runner starts a script of bash. */
function bash(script: string, { at }: Repository, env: Record<string, string> = {}) {
	const { stdout, stderr, status } = spawnSync(
		"bash",
		["--noprofile", "--norc", "-eo", "pipefail", "-c", script],
		{
			cwd: at(""),
			encoding: "utf8",
			env: {
				PATH: [at("../stand-ins"), at("node_modules/.bin"), process.env.PATH].join(delimiter),
				HOME: at(""),
				LANG: "C.UTF-8",
				CI: "true",
				...env,
			},
		},
	);
	return { stdout, stderr, status };
}

const action = read("action.yml");
const stepOf = (name: string): Step =>
	action.runs.steps.find((step: Step & { name: string }) => step.name === name);

/** The expressions of the action, with what stands for them in a run. */
function evaluate(expression: string, values: Record<string, string>): string {
	return expression.replaceAll(/\$\{\{\s*(.+?)\s*\}\}/g, (_, name: string) => {
		const value = values[name];
		if (value === undefined) throw new Error(`Nothing stands for ${name}.`);
		return value;
	});
}

/** Runs the action but for its installation, and tells what it left behind. */
function runAction(
	place: Repository,
	given: Record<string, string> = {},
	{ number }: { number?: string } = {},
) {
	const inputs = Object.fromEntries(
		Object.entries<{ default: string }>(action.inputs).map(([name, input]) => [
			`inputs.${name}`,
			given[name] ?? String(input.default),
		]),
	);
	place.write("../tmp/empty", "");
	const values: Record<string, string> = {
		...inputs,
		"github.event.pull_request.number": number ?? "",
		"github.repository": "somebody/else",
	};
	const runStep = (name: string) => {
		const { run = "", env = {} } = stepOf(name);
		const variables = Object.entries(env).map(([key, value]) => [key, evaluate(value, values)]);
		return bash(run, place, {
			GITHUB_ACTION_PATH: place.at("../action"),
			GITHUB_STEP_SUMMARY: place.at("../summary.md"),
			GITHUB_OUTPUT: place.at("../output"),
			RUNNER_TEMP: place.at("../tmp"),
			...Object.fromEntries(variables),
		});
	};
	const decided = runStep("Check");
	const code = /exit-code=(\d)/.exec(place.read("../output"))?.[1] ?? "";
	values["steps.decide.outputs.exit-code"] = code;
	const comments = given.comment === "true" && number !== undefined;
	const commented = comments ? runStep("Comment") : undefined;
	return { ...decided, commented, result: runStep("Result").status, code };
}

const moved = {
	"docs/a b.md": `# T\n\n${outdated.moved(blockOf())}\n`,
	"docs/deep/c.md": blockOf(),
};

/** Each starts the tool a few times. */
const slow = { timeout: 300_000 };

describe.skipIf(process.platform === "win32")("the action", slow, () => {
	test("is one that GitHub reads: composite, every step with a shell, no input within a script", () => {
		expect(action).toMatchObject({
			name: expect.any(String),
			description: expect.any(String),
			runs: { using: "composite" },
		});
		for (const step of action.runs.steps) {
			expect(step.shell).toBe("bash");
			expect(step.run).not.toContain("${{");
		}
		for (const [name, input] of Object.entries<{ description: string }>(action.inputs)) {
			expect(input.description).toBeTruthy();
			expect(JSON.stringify(action.runs)).toContain(`inputs.${name}`);
		}
		expect(stepOf("Install").run).toBe(
			'npm ci --prefix "$GITHUB_ACTION_PATH" --no-audit --no-fund',
		);
		expect(stepOf("Comment").if).toBe(
			// biome-ignore lint/suspicious/noTemplateCurlyInString: an expression of GitHub's.
			"${{ inputs.comment == 'true' && github.event.pull_request }}",
		);
	});

	test("annotates what moved, summarises and tells its exit code", () => {
		const place = repository(moved);
		const { stdout, result, code } = runAction(place, { files: "docs/**/*.md\n" });
		expect(stdout).toMatch(
			/^::warning file=docs\/a b\.md,line=3,title=[^\n]+\n2 records in 2 files: /,
		);
		expect(place.read("../summary.md")).toContain("| docs/a b.md:3 | moved |");
		expect([code, result]).toEqual(["1", 1]);
		expect(place.read("gh.log")).toBe("");
	});

	test("is content with the whole repository when nothing moved", () => {
		const place = repository({ "docs/deep/c.md": blockOf() });
		const { stdout, result } = runAction(place);
		expect(stdout).toBe("1 record in 1 file: 1 unchanged.\n");
		expect(result).toBe(0);
	});

	test("decides files of answers too, as expected and as strictly as asked", () => {
		const place = repository({ "a.yaml": "goal: new-knowledge\n", "b.md": blockOf() });
		const files = "a.yaml\nb.md";
		expect(runAction(place, { files, expect: "fine-tuning" }).result).toBe(1);
		expect(place.read("../summary.md")).toContain("## Next steps");
		expect(runAction(repository({ "a.yaml": "goal: x\n" }), { files: "a.yaml" }).result).toBe(2);
		expect(runAction(repository({ "a.md": blockOf() }), { strict: "true" }).result).toBe(2);
	});

	test("runs nothing that stands in its inputs", () => {
		const place = repository(moved);
		const files = "$(touch hacked)\n`touch hacked`\n; touch hacked\n--write\ndocs";
		const { result } = runAction(place, { files, expect: "$(touch hacked)", rules: "" });
		expect(result).toBe(2);
		expect(place.read("hacked")).toBe("");
		expect(existsSync(place.at("hacked"))).toBe(false);
		expect(place.read("docs/a b.md")).toBe(moved["docs/a b.md"]);
	});

	test("comments once when something moved, and keeps that comment up to date", () => {
		const place = repository(moved);
		const given = { files: "docs", comment: "true" };
		const first = runAction(place, given, { number: "7" });
		expect(first.commented?.status).toBe(0);
		expect(place.read("gh.log")).toContain("pr comment 7 --body-file");
		const body = place.read("../tmp/should-i-finetune-comment.md");
		expect(body).toMatch(/^<!-- should-i-finetune: comment -->\n# Recorded decisions/);
		expect(body).toContain("a b.md:3");
		place.write("comments", "42\n43\n");
		runAction(place, given, { number: "7" });
		expect(place.read("gh.log").split("\n")).toHaveLength(5);
		expect(place.read("gh.log")).toContain(
			"api --silent --method PATCH repos/somebody/else/issues/comments/42 --field body=@",
		);
	});

	test("does not comment when nothing moved", () => {
		const place = repository({ "docs/c.md": blockOf() });
		runAction(place, { files: "docs", comment: "true" }, { number: "7" });
		expect(place.read("gh.log")).not.toContain("pr comment");
	});
});

/** The lines of an example that need no service; installing does. */
const local = (lines: string[]) => lines.filter((line) => !line.startsWith("npm ci"));

describe.skipIf(process.platform === "win32")("the examples", slow, () => {
	const files = { "docs/c.md": blockOf(), "docs/moved.md": outdated.moved(blockOf()) };

	test("of a GitHub workflow", () => {
		const { jobs } = read("examples/github-workflow.yml");
		const used: Step = jobs.check.steps.at(-1);
		expect(used.uses).toMatch(/^OWNER\/should-i-finetune@v/);
		expect(Object.keys(action.inputs)).toEqual(
			expect.arrayContaining(Object.keys(used.with ?? {})),
		);
		const place = repository(files);
		const steps: Step[] = jobs["check-without-the-action"].steps;
		const results = local(steps.flatMap(({ run }) => run ?? [])).map((run) =>
			bash(run, place, { GITHUB_STEP_SUMMARY: place.at("../summary.md") }),
		);
		expect(results.map(({ status }) => status)).toEqual([1, 0]);
		expect(results[0]?.stdout).toContain("::warning file=docs/moved.md,line=1,");
		expect(place.read("../summary.md")).toContain("| docs/moved.md:1 | moved |");
	});

	test("of GitLab", () => {
		const { decisions } = read("examples/gitlab-ci.yml");
		const place = repository(files);
		const [check] = local(decisions.script).map((line) => bash(line, place));
		expect(decisions.allow_failure.exit_codes).toBe(check?.status);
		const report = place.read(decisions.artifacts.reports.junit);
		expect(elements(parseXml(report.trimEnd()), "failure")).toHaveLength(1);
		const [after] = local(decisions.after_script).map((line) => bash(line, place));
		expect(after?.stdout).toContain("docs/moved.md:1 moved");
	});

	test("of pre-commit", () => {
		const [hook] = read(".pre-commit-hooks.yaml");
		const { repos } = read("examples/pre-commit-hooks.yaml");
		const [remote, here] = repos;
		expect(remote.hooks[0].id).toBe(hook.id);
		const place = repository(files);
		const run = (entry: string, args: string[] = []) => bash([entry, ...args].join(" "), place);
		expect(run(hook.entry, hook.args).status).toBe(1);
		expect(run(hook.entry, remote.hooks[0].args).status).toBe(1);
		expect(run(here.hooks[0].entry).status).toBe(1);
		expect(run(hook.entry, ["docs", "--write"]).status).toBe(1);
		expect(run(hook.entry, hook.args).status).toBe(0);
		for (const each of [hook, here.hooks[0]]) expect(each.pass_filenames).toBe(false);
	});
});
