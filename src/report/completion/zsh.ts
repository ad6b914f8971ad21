/** Completion for zsh, by its own _arguments. */
import { allCommands, type Flag, nameOf, type Operand, type Takes, type Usage } from "../usage.ts";
import { offeredWords, quoteForPosix } from "./words.ts";

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

const functionOf = ({ path }: Usage): string =>
	["_should-i-finetune", ...path.split(" ").filter(Boolean)].join("_");

function commandFunction(usage: Usage): string {
	const specs = [...usage.flags.flatMap(flagSpecs), ...usage.operands.map(operandSpec)];
	const below = usage.commands;
	if (below.length === 0) return functionText(usage, [call([...specs])]);
	const list = below.map((command) => quoteForPosix(`${nameOf(command)}:${command.about}`));
	return functionText(usage, [
		"\tlocal context state state_descr line curcontext=$curcontext",
		"\tlocal -A opt_args",
		`\tlocal -a commands=(\n${list.map((item) => `\t\t${item}`).join("\n")}\n\t)`,
		call([...specs, quoteForPosix("1: :->command"), quoteForPosix("*:: :->rest")], "-C"),
		"\tcase $state in",
		"\tcommand) _describe -t commands command commands ;;",
		"\trest)",
		"\t\tcase $line[1] in",
		...below.map((command) => `\t\t${nameOf(command)}) ${functionOf(command)} ;;`),
		"\t\tesac",
		"\t\t;;",
		"\tesac",
	]);
}

const functionText = (usage: Usage, lines: string[]): string =>
	[`${functionOf(usage)}() {`, ...lines, "}"].join("\n");

const call = (specs: string[], option?: string): string =>
	[`\t_arguments${option ? ` ${option}` : ""}`, ...specs.map((spec) => `\t\t${spec}`)].join(
		" \\\n",
	);

/** One for each name; a flag given once is not offered again. */
function flagSpecs({ names, about, takes, isRepeatable, placeholder }: Flag): string[] {
	const once = isRepeatable ? "*" : `(${names.join(" ")})`;
	return names.map((name) => {
		const joins = takes !== "nothing" && name.startsWith("--") ? "=" : "";
		const value =
			takes === "nothing" ? "" : `:${placeholder.replaceAll(/[<>]/g, "")}:${act(takes)}`;
		return quoteForPosix(`${once}${name}${joins}[${escapeSpec(about)}]${value}`);
	});
}

const operandSpec = ({ name, takes, isVariadic }: Operand, index: number): string =>
	quoteForPosix(`${isVariadic ? "*" : index + 1}:${name}:${act(takes)}`);

function act(takes: Takes): string {
	if (takes === "file") return "_files";
	if (takes === "folder") return "_files -/";
	if (typeof takes === "string") return " ";
	return takes.isSet ? `_sequence compadd - ${offeredWords(takes)}` : `(${offeredWords(takes)})`;
}

const escapeSpec = (text: string): string => text.replaceAll(/[[\]:\\]/g, "\\$&");
