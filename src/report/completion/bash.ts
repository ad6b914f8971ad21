/** Completion for bash 3.2 and newer, without the bash-completion package. */
import {
	allCommands,
	allFlags,
	type Flag,
	type Located,
	takenBy,
	typedNames,
	type Usage,
	valueFlags,
} from "../usage.ts";
import { offeredWords, plainWords, quoteForPosix, takesKind } from "./words.ts";

export const bash = (usage: Usage): string => `# bash completion for should-i-finetune. Load it with
#   source <(should-i-finetune completion bash)
# in ~/.bashrc. On macOS's bash 3.2, save it to a file and source that.

# What the value of a flag is: sets kind and words, and fails for a flag without a value.
__should_i_finetune_flag() {
	kind='' words=''
	case "$1 $2" in
${allCommands(usage).flatMap(flagCases).join("\n")}
	*) return 1 ;;
	esac
}

# What can follow a command: sets commands, flags, kind and words.
__should_i_finetune_command() {
	commands='' flags='' kind='text' words=''
	case "$1" in
${allCommands(usage).map(commandCase).join("\n")}
	esac
}
${logic}`;

const flagCases = ({ path, usage }: Located): string[] =>
	valueFlags(usage).map(([name, flag]) => flagCase(path, name, flag));

function flagCase(path: string, name: string, flag: Flag): string {
	const takes = takenBy(flag);
	const patterns = typedNames(name, flag).map((typed) => quoteForPosix(`${path} ${typed}`));
	return `\t${patterns.join(" | ")}) kind=${takesKind(takes)} words=${quoteForPosix(offeredWords(takes))} ;;`;
}

function commandCase({ path, usage }: Located): string {
	const takes = usage.operands[0]?.takes ?? "text";
	const names = allFlags(usage).flatMap(([name, flag]) => typedNames(name, flag));
	return [
		`\t${quoteForPosix(path)})`,
		`\t\tcommands=${quoteForPosix(plainWords(usage.commands.map(({ name }) => name)))}`,
		`\t\tflags=${quoteForPosix(plainWords(names))}`,
		`\t\tkind=${takesKind(takes)} words=${quoteForPosix(offeredWords(takes))} ;;`,
	].join("\n");
}

const logic = `
__should_i_finetune_offer() {
	local IFS=$' \\t\\n' head=''
	# Without an answer bash completes files by itself, with blanks and quotes right.
	[[ $kind == file ]] && return
	if [[ $kind == folder ]]; then
		compopt +o default +o bashdefault -o dirnames 2>/dev/null
		return
	fi
	compopt +o default +o bashdefault 2>/dev/null
	# Several values: monthly,daily
	[[ $cur == *,* ]] && head="\${cur%,*},"
	COMPREPLY=($(compgen -P "$head" -W "$words" -- "\${cur##*,}"))
}

_should_i_finetune() {
	local cur=\${COMP_WORDS[COMP_CWORD]} at='' i word kind words commands flags
	COMPREPLY=()
	# bash makes --goal=x three words.
	[[ $cur == = ]] && cur=''
	for ((i = 1; i < COMP_CWORD; i++)); do
		word=\${COMP_WORDS[i]}
		if __should_i_finetune_flag "$at" "$word"; then
			i=$((i + 1))
			[[ \${COMP_WORDS[i]-} == = ]] && i=$((i + 1))
			if ((i >= COMP_CWORD)); then
				__should_i_finetune_offer
				return
			fi
		elif [[ $word != -* ]]; then
			__should_i_finetune_command "$at"
			case " $commands " in
			*" $word "*) at="\${at:+$at }$word" ;;
			esac
		fi
	done
	__should_i_finetune_command "$at"
	if [[ $cur == -* ]]; then
		kind=words words=$flags
	elif [[ -n $commands ]]; then
		kind=words words=$commands
	fi
	__should_i_finetune_offer
}

complete -o bashdefault -o default -F _should_i_finetune should-i-finetune
`;
