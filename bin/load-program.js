/**
 * Loads the program with its code compiled already, where an earlier run of the same command left
 * it: to compile it takes longer than to decide. Node 22 can keep compiled code by itself, but only
 * that of the outermost functions, a fifth of what a run uses.
 */
const { mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } = require("node:fs");
const { basename, dirname, join } = require("node:path");
const { Script } = require("node:vm");

const root = dirname(__dirname);
const library = join(root, "dist", "lib");

/**
 * @param {string[]} argv
 * @returns the program, and what keeps the code that this run compiled: to be called when it went well
 */
exports.loadProgram = (argv) => {
	if (process.env.NODE_DISABLE_COMPILE_CACHE)
		return { program: require(join(library, "start.cjs")), keep: () => {} };
	return loadFrom(join(findCaches(), "should-i-finetune", commandOf(argv), nodeHere()));
};

/** Compiled code fits one build of Node: a container may see the same folder with another of the same version. */
function nodeHere() {
	const size = unlessItFails(() => statSync(process.execPath).size);
	return [process.version, process.platform, process.arch, size].join("-");
}

/** Where Node's tools keep such things. Whoever can write there could change the program itself. */
function findCaches() {
	const around = dirname(root);
	const modules = basename(around) === "node_modules" ? around : join(root, "node_modules");
	return join(modules, ".cache");
}

/** Each command keeps its own: code that it does not use would only take time to load. */
function commandOf([first = "", ...rest]) {
	const [, dashes = "", word = ""] = /^(-*)([a-zA-Z]+)$/.exec(first) ?? [];
	return word === "" || (dashes && rest.length > 0) ? "advise" : word;
}

/** @param folder of the compiled code, by names of files */
function loadFrom(folder) {
	const loaded = new Map();
	const compiled = new Map();

	/** As `require` does it for the files of the bundle; the rest is Node's. */
	const load = (path) => {
		if (!path.startsWith("./")) return require(path);
		const file = join(library, path);
		if (loaded.has(file)) return loaded.get(file).exports;
		const script = compile(file, join(folder, path));
		const module = { exports: {} };
		loaded.set(file, module);
		script.runInThisContext()(module.exports, load, module, file, library);
		return module.exports;
	};

	const compile = (filename, place) => {
		const source = readFileSync(filename, "utf8");
		const fingerprint = source.slice(-fingerprintLength);
		const cachedData = readKept(place, fingerprint);
		const code = before + source + after;
		const script = new Script(code, { filename, cachedData });
		if (!cachedData || script.cachedDataRejected) compiled.set(place, { script, fingerprint });
		return script;
	};

	const keep = () => {
		for (const [place, { script, fingerprint }] of compiled)
			unlessItFails(() => writeKept(place, [script.createCachedData(), Buffer.from(fingerprint)]));
	};

	return { program: load("./start.cjs"), keep };
}

/** Around a module, as Node has it. */
const before = "(function (exports, require, module, __filename, __dirname) {";
const after = "\n})";

/** The build ends each file with the fingerprint of what it says: Node compares only the lengths. */
const fingerprintLength = 16;

function readKept(place, fingerprint) {
	const kept = unlessItFails(() => readFileSync(place));
	const end = (kept?.length ?? 0) - fingerprintLength;
	return kept?.latin1Slice(Math.max(0, end)) === fingerprint ? kept.subarray(0, end) : undefined;
}

/** Whole or not at all, for the next run may come at any time. */
function writeKept(place, parts) {
	mkdirSync(dirname(place), { recursive: true });
	const draft = `${place}.${process.pid}`;
	try {
		writeFileSync(draft, Buffer.concat(parts), { flush: true });
		renameSync(draft, place);
	} catch (error) {
		rmSync(draft, { force: true });
		throw error;
	}
}

/** The folder may be missing, somebody else's or full: the program runs as well without. */
function unlessItFails(work) {
	try {
		return work();
	} catch {
		return undefined;
	}
}
