#!/usr/bin/env node
// CommonJS (see package.json beside this file), which Node starts faster than a module.
const { main } = require("../dist/lib/cli.cjs");

main(process.argv.slice(2)).then((code) => {
	process.exitCode = code;
});
