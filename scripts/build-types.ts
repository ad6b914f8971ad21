/**
 * The types of the library, dist/index.d.ts: one file, with all that src/index.ts names and nothing
 * of another package. What a schema infers stands there in full.
 */
import { execFileSync } from "node:child_process";
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { rollUp } from "./roll-up.ts";

const core = "src/core";
const work = "dist/types";

export function writeTypes(): void {
	mkdirSync(work, { recursive: true });
	const expanded = readdirSync(core).filter(writeExpansion);
	emit(expanded);
	const read = (path: string): string => {
		const file = expanded.find((name) => path === `${core}/${name}`);
		return file ? expand(emitted(path), emitted(`${work}/${file}`)) : emitted(path);
	};
	writeFileSync("dist/index.d.ts", rollUp("src/index.ts", read));
	rmSync(work, { recursive: true });
}

const inferred = /^export type (\w+) = z\.infer<.*>;$/gm;

/** Writes a file that has tsc print types: it does so for a constant without one, not for an alias. */
function writeExpansion(file: string): boolean {
	const source = file.endsWith(".ts") ? readFileSync(join(core, file), "utf8") : "";
	const names = [...source.matchAll(inferred)].map(([, name]) => name);
	const constants = names.map(
		(name) => `export const ${name} = print<import("../../${core}/${file}").${name}>();\n`,
	);
	if (names.length === 0) return false;
	writeFileSync(join(work, file), `declare const print: <T>() => T;\n${constants.join("")}`);
	return true;
}

function emit(expanded: readonly string[]): void {
	const compilerOptions = {
		noEmit: false,
		declaration: true,
		emitDeclarationOnly: true,
		noErrorTruncation: true,
		rootDir: "../..",
		outDir: "out",
	};
	const files = ["../../src/index.ts", ...expanded];
	const config = { extends: "../../tsconfig.json", compilerOptions, include: [], files };
	writeFileSync(join(work, "tsconfig.json"), JSON.stringify(config));
	execFileSync(process.execPath, ["node_modules/typescript/bin/tsc", "-p", work], {
		stdio: "inherit",
	});
}

const emitted = (path: string): string =>
	readFileSync(join(work, "out", path.replace(/ts$/, "d.ts")), "utf8");

/** The types that `printed` has of these names take the place of what zod infers. */
function expand(declarations: string, printed: string): string {
	const types = new Map(
		[...printed.matchAll(/^export declare const (\w+): ((?:.|\n(?![a-z]))*);$/gm)].map(
			([, name, type]) => [name, type],
		),
	);
	return declarations.replaceAll(
		inferred,
		(_, name) => `export type ${name} = ${types.get(name)};`,
	);
}
