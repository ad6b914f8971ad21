import { defineConfig } from "vitest/config";

/** What drives the installed program; the setup builds, packs and installs it once. */
const installed = ["test/installed/**", "test/interviews/**", "test/smoke.test.ts"];
const apart = ["test/exact/**", "test/browser/**", "test/package/**"];

const project = (name: string, include: string[], more: object = {}) => ({
	extends: true as const,
	test: { name, include: include.map((glob) => glob.replace(/\*\*$/, "**/*.test.ts")), ...more },
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
			project("unit", ["test/**"], { exclude: [...installed, ...apart] }),
			project("installed", installed, { globalSetup }),
			project("exact", ["test/exact/**"]),
			project("browser", ["test/browser/**"]),
			project("package", ["test/package/**"], { globalSetup }),
		],
		// .ci/run counts from these files: what is printed is for people.
		reporters: process.env.TEST_RESULTS
			? ["default", ["json", { outputFile: process.env.TEST_RESULTS }]]
			: ["default"],
	},
});
