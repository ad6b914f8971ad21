// Loaded into the program under test: tells its peak memory, in kB, on the fourth stream.
const { writeSync } = require("node:fs");
const { isMainThread } = require("node:worker_threads");

if (isMainThread)
	process.on("exit", () => writeSync(3, String(process.resourceUsage().maxRSS)));
