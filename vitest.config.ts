import { defineConfig } from "vitest/config";

export default defineConfig({
	test: {
		include: ["test/**/*.test.ts"],
		// The terminal and package tests start processes on machines that may be slow.
		testTimeout: 60_000,
		hookTimeout: 180_000,
	},
});
