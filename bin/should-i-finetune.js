#!/usr/bin/env node
// CommonJS (see package.json beside this file), which Node starts faster than a module.
// Node 20 has no cache of compiled code, and to ask for one loads what nothing else needs.
if (Number.parseInt(process.versions.node, 10) >= 22) require("node:module").enableCompileCache?.();
const { realWorld, run } = require("../dist/lib/start.cjs");

run(process.argv.slice(2), realWorld()).then((code) => {
	process.exitCode = code;
});
