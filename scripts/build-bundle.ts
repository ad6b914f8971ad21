/**
 * Bundles the program. What a plain run needs is one file, and the commander program another;
 * everything else is loaded when it is used, from files that share their common parts.
 */
import { createHash } from "node:crypto";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join, relative, resolve } from "node:path";
import {
	type BuildOptions,
	build,
	type Metafile,
	type Plugin,
	type TransformOptions,
	transform,
} from "esbuild";
import { printLicenses } from "./build-licenses.ts";

/** CommonJS throughout: the first module that Node loads costs a tenth of a run. */
const common = {
	format: "cjs",
	platform: "node",
	target: "node20.17",
	supported: { "dynamic-import": false },
	define: { "import.meta.dirname": "__dirname", "import.meta.filename": "__filename" },
} satisfies TransformOptions;

/** Deep enough for `../built-in.json` to be in dist, as from the source folders. */
const folder = "dist/lib";

const shared = {
	bundle: true,
	minify: true,
	metafile: true,
	platform: "node",
	target: "node20.17",
	legalComments: "none",
	charset: "utf8",
	// As modules, of which the bundle needs but a part; for Node it offers CommonJS alone.
	alias: {
		yaml: "./node_modules/yaml/browser/index.js",
		"node:process": "./scripts/global-process.ts",
	},
	// A tool of development: only runs from source ask for it.
	external: ["esbuild"],
} satisfies BuildOptions;

export async function bundleProgram(): Promise<void> {
	const later = new Map<string, string>();
	const start = await bundleStart(folder, later);
	const fromStart = sharedWithStart();
	const program = await bundleCommon({ in: "src/cli-program.ts", out: "cli-program" }, [
		fromStart,
		loadLater(later),
	]);
	later.delete("cli-program");
	const widths = await bundleCommon({ in: "string-width", out: "string-width" });
	const rest = await bundleRest(
		{
			index: "src/index.ts",
			"batch-worker": "src/batch/worker.ts",
			...Object.fromEntries(later),
		},
		fromStart,
	);
	for (const file of readdirSync(folder)) addFingerprint(join(folder, file));
	const inputs = [start, program, widths, rest].flatMap(inputsOf);
	writeFileSync("dist/THIRD-PARTY-LICENSES.txt", printLicenses(inputs));
}

/** By its last line the launcher tells whether compiled code was made from this file. */
function addFingerprint(file: string): void {
	const text = readFileSync(file, "utf8");
	const hash = createHash("sha256").update(text).digest("hex");
	writeFileSync(file, `${text}//${hash.slice(0, 16)}`);
}

/**
 * What a plain run needs; what it loads later is noted in `later`. The file also hands out its
 * modules to the others, by the paths of their sources, so that none of them is there twice.
 */
export async function bundleStart(
	into: string,
	later = new Map<string, string>(),
): Promise<Metafile> {
	const bundle = (more = "") =>
		bundleCommon({ in: "src/main.ts", out: "start", more }, [loadLater(later)], into);
	let sources = sourcesIn(await bundle());
	for (;;) {
		const whole = sources.map((path) => `export * as "${path}" from "./${path}";`);
		const found = sourcesIn(await bundle(whole.join("\n")));
		// A module that is handed out as a whole may bring others.
		if (found.length === sources.length) break;
		sources = found;
	}
	return bundle(printHandOut(requireStart(into), sources));
}

/** The file as it is now: while it is being built it changes. */
function requireStart(folder: string) {
	const require = createRequire(import.meta.url);
	const file = resolve(folder, "start.cjs");
	delete require.cache[file];
	return require(file);
}

/** A function that hands out a module: to have them all at hand would cost each plain run. */
function printHandOut(modules: Record<string, object>, sources: string[]): string {
	const shared = sources.map((path, index) => {
		const names = Object.keys(modules[path] as object).map((name) => [name, `${name}_${index}`]);
		return {
			imports: `import { ${names.map((pair) => pair.join(" as "))} } from "./${path}";`,
			hands: `case "${path}": return { ${names.map((pair) => pair.join(": "))} };`,
		};
	});
	return `${shared.map(({ imports }) => imports).join("\n")}
		export function handOut(path) {
			switch (path) { ${shared.map(({ hands }) => hands).join("\n")} }
		}`;
}

const sourcesIn = (metafile: Metafile): string[] =>
	inputsOf(metafile).filter((path) => path.startsWith("src/"));

/** One CommonJS file. */
async function bundleCommon(
	{ in: path, out, more = "" }: { in: string; out: string; more?: string },
	plugins: Plugin[] = [],
	into = folder,
): Promise<Metafile> {
	const from = path.startsWith("src/") ? `./${path}` : path;
	const { metafile } = await build({
		...shared,
		...common,
		stdin: { contents: `export * from "${from}";\n${more}`, resolveDir: "." },
		outfile: `${into}/${out}.cjs`,
		plugins: [...plugins, constantVersion, unusedSpawn],
	});
	return metafile;
}

/**
 * Everything else: files that share their common parts. esbuild divides modules only, so each of
 * them is then turned into CommonJS. A module of the library names what it exports.
 */
async function bundleRest(
	entryPoints: Record<string, string>,
	fromStart: Plugin,
): Promise<Metafile> {
	const { metafile, outputFiles } = await build({
		...shared,
		entryPoints,
		outdir: folder,
		outExtension: { ".js": ".cjs" },
		chunkNames: "chunk-[hash]",
		splitting: true,
		write: false,
		format: "esm",
		define: { "Intl.Segmenter": "segmenterWhenUsed" },
		inject: ["scripts/segmenter-when-used.ts"],
		plugins: [fromStart, constantVersion, unusedPrompts, unusedColors, rareWidths],
	});
	for (const { path, text } of outputFiles) {
		const { code } = await transform(text, { ...common, minify: true, charset: "utf8" });
		writeFileSync(path, code);
	}
	const names = metafile.outputs[`${folder}/index.cjs`]?.exports ?? [];
	writeFileSync(`${folder}/index.js`, `export{${names}}from"./index.cjs";\n`);
	return metafile;
}

/** The files that are in the bundle; not those whose code was all left out. */
export const inputsOf = ({ outputs }: Metafile): string[] =>
	Object.values(outputs)
		.flatMap(({ inputs }) => Object.entries(inputs))
		.flatMap(([file, { bytesInOutput }]) => (bytesInOutput > 0 ? [file] : []))
		.sort();

/** `import("./io/interview.ts")` loads a file of its own, which is noted in `later`. */
const loadLater = (later: Map<string, string>): Plugin => ({
	name: "load-later",
	setup({ onResolve }) {
		onResolve({ filter: /^\./ }, ({ kind, path, resolveDir }) => {
			if (kind !== "dynamic-import") return undefined;
			const file = relative(process.cwd(), resolve(resolveDir, path)).replaceAll("\\", "/");
			const name = file
				.replace(/^src\//, "")
				.replace(/\.ts$/, "")
				.replaceAll("/", "-");
			later.set(name, file);
			return { path: `./${name}.cjs`, external: true };
		});
	},
});

/**
 * Modules that the file of a plain run has: taken from there, as constants of each file that needs
 * them. Files that share them would ask each other whenever one is used, half the time of a long run.
 */
function sharedWithStart(): Plugin {
	const { handOut }: { handOut(path: string): object | undefined } = requireStart(folder);
	return {
		name: "shared-with-start",
		setup({ onResolve, onLoad }) {
			onResolve({ filter: /^\./ }, ({ kind, path, resolveDir, importer }) => {
				const file = relative(process.cwd(), resolve(resolveDir, path)).replaceAll("\\", "/");
				const isShared = kind === "import-statement" && handOut(file) !== undefined;
				return isShared ? { path: `${file} ${importer}`, namespace: "start" } : undefined;
			});
			onResolve({ filter: /^\.\/start\.cjs$/ }, ({ path }) => ({ path, external: true }));
			onLoad({ filter: /.*/, namespace: "start" }, ({ path }) => {
				const [file = ""] = path.split(" ");
				const names = Object.keys(handOut(file) as object);
				return {
					contents: `export const { ${names} } = require("./start.cjs").handOut("${file}");`,
				};
			});
		},
	};
}

/** The version as the build found it: no file has to be read for it. */
const constantVersion: Plugin = {
	name: "constant-version",
	setup({ onLoad }) {
		const { version } = JSON.parse(readFileSync("package.json", "utf8"));
		onLoad({ filter: /[\\/]src[\\/]version\.ts$/ }, () => ({
			contents: `export const version = ${JSON.stringify(version)};`,
		}));
	},
};

/** commander can start other programs and loads what that takes; we have none, and it costs a tenth of a run. */
const unusedSpawn: Plugin = {
	name: "unused-spawn",
	setup({ onResolve, onLoad }) {
		onResolve({ filter: /^node:child_process$/ }, ({ importer }) =>
			/[\\/]commander[\\/]/.test(importer) ? { path: "spawn", namespace: "unused" } : undefined,
		);
		onLoad({ filter: /.*/, namespace: "unused" }, () => ({
			contents: "exports.spawn = (...args) => require('node:child_process').spawn(...args);",
		}));
	},
};

/** The interview selects and types. Of the other prompts one brings every text encoding there is. */
const unusedPrompts: Plugin = {
	name: "unused-prompts",
	setup({ onResolve, onLoad }) {
		const prompts = /^@inquirer\/(?:confirm|editor|expand|number|password|rawlist|search)$/;
		onResolve({ filter: prompts }, ({ path }) => ({ path, namespace: "unused" }));
		onLoad({ filter: /.*/, namespace: "unused" }, () => ({
			contents: "export default undefined;",
		}));
	},
};

/** chalk finds out what colours a terminal has, and for that loads what a terminal takes; we tell it. */
const unusedColors: Plugin = {
	name: "unused-colors",
	setup({ onLoad }) {
		onLoad(
			{ filter: /[\\/]chalk[\\/]source[\\/]vendor[\\/]supports-color[\\/]index\.js$/ },
			() => ({
				contents: "export default { stdout: false, stderr: false };",
			}),
		);
	},
};

/** string-width reads tables of all emoji when it is loaded, which takes half of Node's own start; lines in English need none. */
const rareWidths: Plugin = {
	name: "rare-widths",
	setup({ onResolve, onLoad }) {
		onResolve({ filter: /^string-width$/ }, ({ path }) => ({ path, namespace: "rare" }));
		onResolve({ filter: /^\.\/string-width\.cjs$/ }, ({ path }) => ({ path, external: true }));
		onLoad({ filter: /.*/, namespace: "rare" }, () => ({
			contents: `
				const plain = /^[ -~\\u00b7\\u2010-\\u2026\\u2212\\u2500-\\u25cf\\u2713\\u2717]*$/;
				export default (text, options) =>
					plain.test(text) ? text.length : require("./string-width.cjs").default(text, options);
			`,
		}));
	},
};
