#!/usr/bin/env node
// CommonJS (see package.json beside this file), which Node starts faster than a module.
const { loadProgram } = require("./load-program.js");

const argv = process.argv.slice(2);
const { program, keep } = loadProgram(argv);

program.run(argv, program.realWorld()).then((code) => {
	process.exitCode = code;
	// What went wrong has used little of the code.
	if (code < 2) keep();
});
