/** Completion for fish 3 and newer. */
import {
	allCommands,
	allFlags,
	type Flag,
	type Located,
	type Takes,
	takenBy,
	typedNames,
	type Usage,
	valueFlags,
} from "../usage.ts";
import { offeredWords, takesKind } from "./words.ts";

export const fish = (usage: Usage): string => `# fish completion for should-i-finetune. Save it with
#   should-i-finetune completion fish > ~/.config/fish/completions/should-i-finetune.fish

# The words of the command so far, without flags and their values.
function __should_i_finetune_path
	set -l takes ${allCommands(usage).flatMap(flagsWithValues).join(" ")}
	set -l paths ${allCommands(usage)
		.map(({ path }) => quoteForFish(path))
		.join(" ")}
	set -l at ''
	set -l skip no
	for word in (commandline -opc)[2..-1]
		set -l next (string trim -- "$at $word")
		if test $skip = yes
			set skip no
		else if contains -- "$at $word" $takes
			set skip yes
		else if contains -- $next $paths
			set at $next
		end
	end
	echo $at
end

function __should_i_finetune_at
	set -l at (__should_i_finetune_path)
	test "$at" = "$argv[1]"
end

# Several values: monthly,daily
function __should_i_finetune_set
	set -l token (string replace -r -- '^--[^=]*=' '' (commandline -ct))
	set -l head (string match -r -- '.*,' $token)
	if set -q head[1]
		printf '%s\\n' $head[1]$argv
	else
		printf '%s\\n' $argv
	end
end

complete -c should-i-finetune -f
${allCommands(usage).flatMap(linesOf).join("\n")}
`;

const quoteForFish = (text: string): string => `'${text.replaceAll(/[\\']/g, "\\$&")}'`;

const flagsWithValues = ({ path, usage }: Located): string[] =>
	valueFlags(usage).flatMap(([name, flag]) =>
		typedNames(name, flag).map((typed) => quoteForFish(`${path} ${typed}`)),
	);

function linesOf({ path, usage }: Located): string[] {
	const start = `complete -c should-i-finetune -n ${quoteForFish(`__should_i_finetune_at ${quoteForFish(path)}`)}`;
	const offered = usage.operands[0] ? offer(usage.operands[0].takes) : [];
	return [
		...usage.commands.map(
			({ name, about }) => `${start} -a ${quoteForFish(name)} -d ${quoteForFish(about)}`,
		),
		...offered.map((words) => `${start} ${words}`),
		...allFlags(usage).map(([name, flag]) => `${start} ${flagWords(name, flag)}`),
	];
}

function flagWords(name: string, flag: Flag): string {
	const { short, about, asks = about } = flag;
	const takes = takenBy(flag);
	const value = takes === "nothing" ? [] : takes === "file" ? ["-r"] : ["-x"];
	return [
		...(short === undefined ? [] : [`-s ${short}`]),
		`-l ${name}`,
		...value,
		...offer(takes),
		"-d",
		quoteForFish(asks),
	].join(" ");
}

/** What a shell offers for a value; nothing for free text. */
function offer(takes: Takes | "nothing"): string[] {
	const kind = takesKind(takes);
	if (kind === "file") return ["-F"];
	if (kind === "folder") return ["-a '(__fish_complete_directories)'"];
	if (typeof takes !== "object") return [];
	const words = offeredWords(takes);
	return [`-a ${quoteForFish(takes.isSet ? `(__should_i_finetune_set ${words})` : words)}`];
}
