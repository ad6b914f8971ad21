#!/usr/bin/env node
// CommonJS (see package.json beside this file), which Node starts faster than a module.
process.on("uncaughtException", (error) => {
	console.error(`This is a bug in should-i-finetune: ${process.env.DEBUG ? error.stack : error}`);
	console.error("Please report it (`npm bugs should-i-finetune`), with what it says with DEBUG=1.");
	process.exit(70);
});
require("../dist/lib/cli.cjs").main(process.argv.slice(2));
