/** Completion for fish 3 and newer. */
import { allCommands, type Flag, nameOf, type Takes, type Usage } from "../usage.ts";
import { offeredWords } from "./words.ts";

export const fish = (usage: Usage): string => `# fish completion for should-i-finetune. Save it with
#   should-i-finetune completion fish > ~/.config/fish/completions/should-i-finetune.fish

# The words of the command so far, without flags and their values.
function __should_i_finetune_path
	set -l takes ${valueFlags(usage).join(" ")}
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

const valueFlags = (usage: Usage): string[] =>
	allCommands(usage).flatMap(({ path, flags }) =>
		flags
			.filter(({ takes }) => takes !== "nothing")
			.flatMap(({ names }) => names.map((name) => quoteForFish(`${path} ${name}`))),
	);

function linesOf({ path, flags, commands, operands }: Usage): string[] {
	const start = `complete -c should-i-finetune -n ${quoteForFish(`__should_i_finetune_at ${quoteForFish(path)}`)}`;
	const below = commands.map(
		(command) => `${start} -a ${quoteForFish(nameOf(command))} -d ${quoteForFish(command.about)}`,
	);
	const takes = operands[0]?.takes ?? "nothing";
	return [
		...below,
		...(takes === "nothing" || takes === "text" ? [] : [`${start} ${offer(takes)}`]),
		...flags.map((flag) => `${start} ${flagWords(flag)}`),
	];
}

function flagWords({ names, about, takes }: Flag): string {
	const letters = names.map((name) =>
		name.startsWith("--") ? `-l ${name.slice(2)}` : `-s ${name.slice(1)}`,
	);
	const value = takes === "nothing" ? [] : takes === "file" ? ["-r"] : ["-x"];
	const offers = takes === "nothing" || takes === "text" ? [] : [offer(takes)];
	return [...letters, ...value, ...offers, "-d", quoteForFish(about)].join(" ");
}

function offer(takes: Exclude<Takes, "nothing" | "text">): string {
	if (takes === "file") return "-F";
	if (takes === "folder") return "-a '(__fish_complete_directories)'";
	const words = offeredWords(takes);
	return `-a ${quoteForFish(takes.isSet ? `(__should_i_finetune_set ${words})` : words)}`;
}
