#!/usr/bin/env node
// CommonJS (see package.json beside this file), which Node starts faster than a module.
require("node:module").enableCompileCache?.();
const { realWorld, run } = require("../dist/lib/start.cjs");

run(process.argv.slice(2), realWorld()).then((code) => {
	process.exitCode = code;
});
