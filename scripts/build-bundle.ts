/**
 * Bundles the program. What a plain run needs is one CommonJS file, which Node starts faster than
 * modules, and the commander program another; everything else is loaded when it is used, from
 * modules that share their common parts.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { relative, resolve } from "node:path";
import { type BuildOptions, build, type Metafile, type Plugin } from "esbuild";
import { printLicenses } from "./build-licenses.ts";

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
	alias: { yaml: "./node_modules/yaml/browser/index.js" },
	// A tool of development: only runs from source ask for it.
	external: ["esbuild"],
} satisfies BuildOptions;

export async function bundleProgram(): Promise<void> {
	const later = new Map<string, string>();
	const start = await bundleStart(folder, later);
	const program = await bundleCommon("src/cli-program.ts", `${folder}/program.cjs`, [
		loadLater(later),
	]);
	const rest = await build({
		...shared,
		entryPoints: {
			index: "src/index.ts",
			"batch-worker": "src/batch/worker.ts",
			...Object.fromEntries(later),
		},
		outdir: folder,
		chunkNames: "chunk-[hash]",
		splitting: true,
		format: "esm",
		banner: {
			js: 'import{createRequire as requireFrom}from"node:module";const require=requireFrom(import.meta.url),__filename=import.meta.filename;',
		},
		plugins: [constantVersion, unusedPrompts],
	});
	const inputs = [start, program, rest].flatMap(({ metafile }) => inputsOf(metafile));
	writeFileSync("dist/THIRD-PARTY-LICENSES.txt", printLicenses(inputs));
}

/** What a plain run needs. What it loads later is noted in `later`. */
export const bundleStart = (into: string, later = new Map<string, string>()) =>
	bundleCommon("src/main.ts", `${into}/start.cjs`, [required, loadLater(later)]);

/** One CommonJS file. */
const bundleCommon = (entry: string, outfile: string, plugins: Plugin[]) =>
	build({
		...shared,
		entryPoints: [entry],
		outfile,
		format: "cjs",
		define: { "import.meta.url": "moduleUrl" },
		banner: { js: 'const moduleUrl=require("node:url").pathToFileURL(__filename).href;' },
		plugins: [...plugins, constantVersion, unusedSpawn],
	});

/** The files that are in the bundle; not those whose code was all left out. */
export const inputsOf = ({ outputs }: Metafile): string[] =>
	Object.values(outputs)
		.flatMap(({ inputs }) => Object.entries(inputs))
		.flatMap(([file, { bytesInOutput }]) => (bytesInOutput > 0 ? [file] : []))
		.sort();

/** `import("./io/interview.ts")` stays an import, of a module of its own that is noted in `later`. */
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
			return { path: `./${name}.js`, external: true };
		});
	},
});

/** The commander program stays CommonJS, so that `--help` does not wait for Node's modules. */
const required: Plugin = {
	name: "required",
	setup({ onResolve, onLoad }) {
		onResolve({ filter: /cli-program\.ts$/ }, ({ kind }) =>
			kind === "dynamic-import" ? { path: "program", namespace: "required" } : undefined,
		);
		onResolve({ filter: /^\.\/program\.cjs$/ }, ({ path }) => ({ path, external: true }));
		onLoad({ filter: /.*/, namespace: "required" }, () => ({
			contents: 'module.exports = require("./program.cjs");',
		}));
	},
};

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
