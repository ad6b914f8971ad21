import { defineConfig } from "vitest/config";

/** What drives the installed program; the setup builds, packs and installs it once. */
const installed = [
	"test/{installed,interviews}/**/*.test.ts",
	"test/smoke.test.ts",
	"test/batch/threads.test.ts",
];
/** Random rule sets and answers by the thousand, and the score. */
const exact = [
	"test/exact/**/*.test.ts",
	"test/batch/same-decisions.test.ts",
	"test/core/bulk/{generate,quick-verdict}.test.ts",
];
const browser = ["test/browser/**/*.test.ts"];
const packaging = ["test/package/**/*.test.ts"];
/** Input that means harm, at every door of the installed program. */
const hostile = ["test/hostile/**/*.test.ts"];

const project = (name: string, include: string[], more: object = {}) => ({
	extends: true as const,
	test: { name, include, ...more },
});
const globalSetup = "test/installed/setup.ts";

export default defineConfig({
	test: {
		// The files of a process share its modules: rules and cases are read once, not in each file.
		isolate: false,
		maxWorkers: "100%",
		// Many tests start processes, on machines that may be slow.
		testTimeout: 60_000,
		hookTimeout: 180_000,
		projects: [
			project("unit", ["test/**/*.test.ts"], {
				exclude: [...installed, ...exact, ...browser, ...packaging, ...hostile],
			}),
			project("installed", installed, { globalSetup }),
			project("exact", exact),
			project("browser", browser),
			project("package", packaging, { globalSetup }),
			project("hostile", hostile, { globalSetup }),
		],
		// .ci/run counts from these files: what is printed is for people.
		reporters: process.env.TEST_RESULTS
			? ["default", ["json", { outputFile: process.env.TEST_RESULTS }]]
			: ["default"],
	},
});
