#!/usr/bin/env node
// CommonJS (see package.json beside this file), which Node starts faster than a module.
// The class of this module has what `node:module` offers; to load that as well takes longer.
module.constructor.enableCompileCache?.();
const { realWorld, run } = require("../dist/lib/start.cjs");

run(process.argv.slice(2), realWorld()).then((code) => {
	process.exitCode = code;
});
