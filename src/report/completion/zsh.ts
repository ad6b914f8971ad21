/** Completion for zsh, by its own _arguments. */
import {
	allCommands,
	allFlags,
	type Flag,
	type Located,
	type Operand,
	type Takes,
	takenBy,
	typedNames,
	type Usage,
} from "../usage.ts";
import { offeredWords, quoteForPosix, takesKind } from "./words.ts";

export const zsh = (usage: Usage): string => `#compdef should-i-finetune
# zsh completion for should-i-finetune. Load it with
#   source <(should-i-finetune completion zsh)
# in ~/.zshrc after compinit, or save it as _should-i-finetune in a folder of $fpath.

${allCommands(usage).reverse().map(commandFunction).join("\n\n")}

# Both as a file of $fpath, which is the function's first run, and when sourced.
if [[ $funcstack[1] == _should-i-finetune ]]; then
	_should-i-finetune "$@"
else
	compdef _should-i-finetune should-i-finetune
fi
`;

const functionOf = (path: string): string =>
	["_should-i-finetune", ...path.split(" ").filter(Boolean)].join("_");

function commandFunction({ path, usage }: Located): string {
	const flags = allFlags(usage).flatMap(([name, flag]) => flagSpecs(name, flag));
	const specs = [...flags, ...usage.operands.map(operandSpec)];
	const below = usage.commands;
	if (below.length === 0) return functionText(path, [call(specs)]);
	const list = below.map(({ name, about }) => quoteForPosix(`${name}:${about}`));
	return functionText(path, [
		"\tlocal context state state_descr line curcontext=$curcontext",
		"\tlocal -A opt_args",
		`\tlocal -a commands=(\n${list.map((item) => `\t\t${item}`).join("\n")}\n\t)`,
		call([...specs, quoteForPosix("1: :->command"), quoteForPosix("*:: :->rest")], "-C"),
		"\tcase $state in",
		"\tcommand) _describe -t commands command commands ;;",
		"\trest)",
		"\t\tcase $line[1] in",
		...below.map(({ name }) => `\t\t${name}) ${functionOf(`${path} ${name}`)} ;;`),
		"\t\tesac",
		"\t\t;;",
		"\tesac",
	]);
}

const functionText = (path: string, lines: string[]): string =>
	[`${functionOf(path)}() {`, ...lines, "}"].join("\n");

const call = (specs: string[], option?: string): string =>
	[`\t_arguments${option ? ` ${option}` : ""}`, ...specs.map((spec) => `\t\t${spec}`)].join(
		" \\\n",
	);

/** One for each name; a flag given once is not offered again. */
function flagSpecs(name: string, flag: Flag): string[] {
	const { about, asks = about, value = "", isList } = flag;
	const takes = takenBy(flag);
	const names = typedNames(name, flag);
	const once = isList ? "*" : `(${names.join(" ")})`;
	return names.map((typed) => {
		const joins = takes !== "nothing" && typed.startsWith("--") ? "=" : "";
		const taken = takes === "nothing" ? "" : `:${value}:${act(takes)}`;
		return quoteForPosix(`${once}${typed}${joins}[${escapeSpec(asks)}]${taken}`);
	});
}

const operandSpec = ({ name, takes, isVariadic }: Operand, index: number): string =>
	quoteForPosix(`${isVariadic ? "*" : index + 1}:${name}:${act(takes)}`);

function act(takes: Takes): string {
	const kind = takesKind(takes);
	if (kind === "file") return "_files";
	if (kind === "folder") return "_files -/";
	if (typeof takes !== "object") return " ";
	return takes.isSet ? `_sequence compadd - ${offeredWords(takes)}` : `(${offeredWords(takes)})`;
}

const escapeSpec = (text: string): string => text.replaceAll(/[[\]:\\]/g, "\\$&");
