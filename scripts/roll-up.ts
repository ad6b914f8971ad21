/** Makes one file of the declarations that tsc emits: what a module exports, and what that names. */
import { posix } from "node:path";

/** What a name means: a declaration, or one that the module at the path knows of. */
interface Meaning {
	path: string;
	text?: string;
}

interface Module {
	/** What stands above its imports. */
	header: string;
	/** Its own exports, and the lists of what it passes on. */
	exports: string[];
	names: Map<string, Meaning>;
}

/** `read` gives the declarations of a source file. */
export function rollUp(entry: string, read: (path: string) => string): string {
	const modules = new Map<string, Module>();
	const open = (path: string): Module => {
		const found = modules.get(path) ?? parse(path, read(path));
		modules.set(path, found);
		return found;
	};
	const { header, exports } = open(entry);
	const needed = follow(entry, exports.flatMap(wordsIn), open)
		.filter(({ path }) => path !== entry)
		.map(({ text = "" }) => text.replace(/^export /m, ""));
	return [header, ...exports, ...needed].join("");
}

/** The declarations of these names, and of all that they name themselves. */
function follow(entry: string, names: string[], open: (path: string) => Module): Meaning[] {
	const kept = new Map<string, Meaning>();
	const keep = (path: string, name: string): void => {
		const meaning = open(path).names.get(name);
		const before = kept.get(name);
		if (!meaning || before?.path === meaning.path) return;
		if (meaning.text === undefined) keep(meaning.path, name);
		else if (before) throw new Error(`${meaning.path} and ${before.path} both have a ${name}.`);
		else {
			kept.set(name, meaning);
			for (const word of wordsIn(meaning.text)) keep(path, word);
		}
	};
	for (const name of names) keep(entry, name);
	return [...kept.values()];
}

/** The names that it uses: not comments, strings, or what it calls its own parts. */
const wordsIn = (text: string): string[] =>
	text.replaceAll(/\/\*[\s\S]*?\*\/|"[^"\n]*"/g, "").match(/\b\w+\b(?!\??:)/g) ?? [];

const list = /^(?:import|export)(?: type)? \{ (.*) \} from "(\..*)";$/m;
const declaration = /^(?:export )?(?:declare )?(?:const|function|interface|type) (\w+)/m;

function parse(path: string, text: string): Module {
	const [header = ""] = /^\/\*\*(?:.|\n(?!\/))*?\*\/\n(?=import|\/\*\*)/.exec(text) ?? [];
	const module: Module = { header, exports: [], names: new Map() };
	for (const statement of statementsOf(text.slice(header.length))) {
		const [, names = "", from] = list.exec(statement) ?? [];
		const [, name] = declaration.exec(statement) ?? [];
		const other = from && posix.join(posix.dirname(path), from);
		if (other) for (const word of wordsIn(names)) module.names.set(word, { path: other });
		else if (name) module.names.set(name, { path, text: statement });
		if (/^export (?!\{\})/m.test(statement))
			module.exports.push(statement.replace(/ from ".*";$/m, ";"));
	}
	return module;
}

/** Each begins a line, or its comment does. */
const statementsOf = (text: string): string[] =>
	text.split(
		/(?<!\*\/\n)^(?=(?:\/\*\*(?:.|\n(?!\/))*?\*\/\n)*(?:export|import|declare|type|interface) )/m,
	);
