/** The marks of the text report. None of them is drawn as an emoji or two columns wide. */
const unicode = {
	rule: "─",
	bullet: "•",
	speaks: "●",
	left: "◄",
	right: "►",
	axis: "│",
	solid: "█",
	light: "░",
	minus: "−",
	between: "·",
	warn: "!",
	more: "…",
	open: "✓",
	closed: "✗",
	unknown: "?",
};

export type Symbols = Record<keyof typeof unicode, string>;

const ascii: Symbols = {
	rule: "-",
	bullet: "-",
	speaks: "*",
	left: "<",
	right: ">",
	axis: "|",
	solid: "#",
	light: ".",
	minus: "-",
	between: "-",
	warn: "!",
	more: "...",
	open: "+",
	closed: "x",
	unknown: "?",
};

export const symbolsOf = (isUnicode: boolean): Symbols => (isUnicode ? unicode : ascii);
