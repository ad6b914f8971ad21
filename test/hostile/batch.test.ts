/** Batches that are bad as a whole: JSON lines, arrays and CSV, and the flags that come with them. */
import { describe } from "vitest";
import { type Trial, tryAll } from "./trial.ts";

const brief = ["--fields", "verdict"];
const good = '{"goal":"task-quality"}';
const isWindows = process.platform === "win32";

const bytes = (...parts: (string | number[])[]) =>
	Buffer.concat(parts.map((part) => Buffer.from(part as string)));
const wide = (content: string) => Buffer.from(content, "utf16le");
const wideBig = (content: string) => wide(content).swap16();

const forms = {
	"JSON lines": `${good}\n${good}\n`,
	"an array": `[${good},\n${good}]\n`,
	CSV: "goal,examples\ntask-quality,5\nnew-knowledge,6\n",
};

/** The same for each form of input. */
const ofEachForm: Trial[] = Object.entries(forms).flatMap(([form, content]) => {
	const of = (what: string, stdin: string | Uint8Array, code: number, says: RegExp): Trial => ({
		what: `${form}, ${what}`,
		argv: ["batch", ...brief],
		stdin,
		code,
		says,
	});
	const rows = /^(\{"verdict":"prompt-engineering"\}\n){2}$/;
	return [
		of("with a byte order mark", `\ufeff${content}`, 0, rows),
		of("in UTF-16", bytes([0xff, 0xfe], [...wide(content)]), 0, rows),
		of("in UTF-16 the other way round", bytes([0xfe, 0xff], [...wideBig(content)]), 0, rows),
		of(
			"in UTF-16 cut within a letter",
			bytes([0xff, 0xfe], [...wide(content)], [0x7b]),
			2,
			/cut off or damaged/,
		),
		of(
			"in UTF-16 with half a pair",
			bytes([0xff, 0xfe], [...wide(content)], [0, 0xd8, 0x20, 0]),
			2,
			/cut off or damaged/,
		),
		of("in UTF-16 without a mark", wide(content), 2, /looks like UTF-16/),
		of("in UTF-16 the other way round, without a mark", wideBig(content), 2, /looks like UTF-16/),
		of(
			"in UTF-32",
			bytes([0xff, 0xfe, 0, 0], ...[...content].map((letter) => [letter.charCodeAt(0), 0, 0, 0])),
			2,
			/looks like UTF-16 or UTF-32/,
		),
		of("with carriage returns", content.replaceAll("\n", "\r\n"), 0, rows),
		of("with carriage returns alone", content.replaceAll("\n", "\r"), 0, rows),
		of("after blank lines", `\n \r\n\t\n${content}`, 0, rows),
		of("before blank lines", `${content}\n \n\n`, 0, rows),
		of(
			"in Windows-1252",
			Buffer.from(content.replace("task", "t\xe4sk"), "latin1"),
			2,
			/probably Windows-1252/,
		),
		of(
			"with a letter cut",
			bytes(content.replace("\n", "é\n").replace("task", "té"), [0xc3]),
			2,
			/error: /,
		),
		of("behind zeros", `\0\0\0\0${content}`, 2, /is not a text file/),
		of("behind a zero", `\0${content}`, 2, /^error: /m),
		of("behind a word", `hello ${content}`, 2, /There is no fact "hello/),
		of("behind a control character", `\u001b[2J${content}`, 2, /There is no fact/),
		of("twice, with a bracket between", `${content}[${content}`, 2, /^error: /m),
		of("after an array", `[{}]${content}`, 2, /continues after the end of its JSON array/),
		of("after a brace", `{${content}`, 2, /error: /),
		of("after a quote", `"${content}`, 2, /error: /),
		of("of gzip", bytes([0x1f, 0x8b], content), 2, /compressed with gzip/),
		of("of a workbook", `PK\u0003\u0004${content}`, 2, /Excel workbook/),
	];
});
describe("each form of input", () => tryAll(ofEachForm));

const at = (
	content: string | Uint8Array,
	says: RegExp,
	code = 2,
	argv: readonly string[] = brief,
): Trial => ({
	what: JSON.stringify(
		Buffer.from(content).toString().slice(0, 40) + argv.slice(brief.length).join(" "),
	),
	argv: ["batch", ...argv],
	stdin: content,
	code,
	says,
});

describe("arrays", () =>
	tryAll([
		at("[", /stdin:1: The JSON array has no end/),
		at("[\n\n{", /stdin:3: The JSON array has no end/),
		at(`[${good}`, /The JSON array has no end/),
		at(`[${good},`, /The JSON array has no end/),
		at(`[${good},"`, /The JSON array has no end/),
		at(`[${good},"\\"]`, /The JSON array has no end/),
		at(bytes(`[${good},{"model":"`, [0xc3]), /The JSON array has no end/),
		at(bytes(`[{"model":"`, [0xc3], '"}]'), /not (?:valid )?UTF-8/),
		at(bytes(`[${good}]`, [0xc3]), /continues after the end/),
		at("[]]", /continues after the end/),
		at("[[]", /The JSON array has no end/),
		at("[] []", /continues after the end/),
		at(`[${good}]\n[${good}]`, /stdin:2: The file continues after the end/),
		at(`[${good}],[${good}]`, /continues after the end/),
		at(`[${good}]\0`, /is not a text file/),
		at("[}", /continues after|comma with no element|no end|not valid JSON|^$/, 0),
		at("[,]", /comma with no element/),
		at("[{},]", /comma with no element/),
		at("[,{}]", /comma with no element/),
		at("[{},,{}]", /comma with no element/),
		at("[]", /^$/, 0),
		at(" [ \n ] \n", /^$/, 0),
		at("[".repeat(100_000), /The JSON array has no end/),
		at(`[${"[".repeat(100_000)}${"]".repeat(100_000)}]`, /must map facts to values/),
	]));

describe("CSV", () =>
	tryAll([
		at(Buffer.from("model\ncaf\xe9\n", "latin1"), /:2: .*probably Windows-1252/),
		at(Buffer.from("model;goal\nx;\ncaf\xe9;", "latin1"), /:3: .*probably Windows-1252/),
		at("", /^$/, 0),
		at("\ufeff", /^$/, 0),
		at("\n\n", /^$/, 0),
		at("goal", /^$/, 0),
		at("goal\n", /^$/, 0),
		at(",\n", /Column 1 has no name/),
		at("goal,\nx,y\n", /Column 2 has no name/),
		at("goal,goal\n", /column "goal" appears twice/),
		at('goal,"goal "\n', /There is no fact "goal "/),
		at("Goal\n", /There is no fact "Goal". Did you mean goal/),
		at("goal|examples\n", /There is no fact "goal\|examples"/),
		at(`${",".repeat(500_000)}\n`, /Column 50 has no name/),
		at(`${"x,".repeat(200_000)}\n`, /column "x" appears twice/),
		at(`${"x".repeat(2_000_000)}\n`, /The row has no end/),
		at('goal\n"task-quality\n', /stdin:2: The row has no end/),
		at('goal\n\n\n"task-quality\n\n\n', /stdin:4: The row has no end/),
		at('goal,model\n"task-quality","a\nb"\n"x\n', /stdin:4: The row has no end/),
		at('"goal\n', /stdin:1: The row has no end/),
		at(
			'goal,model\n"task-quality" x,y\n',
			/stdin:2: The row has a cell that continues after its closing quote/,
		),
		at(`goal\n"${"x\n".repeat(600_000)}`, /stdin:2: The row has no end/),
		at("sep=;\ngoal;examples\ntask-quality;5\n", /^\{"verdict":"prompt-engineering"\}\n$/, 0),
		at(
			'"sep=,"\r\ngoal,examples\r\ntask-quality,5\r\n',
			/^\{"verdict":"prompt-engineering"\}\n$/,
			0,
		),
		at("SEP=|\ngoal|examples\ntask-quality|5\n", /^\{"verdict":"prompt-engineering"\}\n$/, 0),
		at("sep=\t\ngoal\texamples\ntask-quality\tx\n", /stdin:3: "x" is not a number of examples/),
		at("sep=;\ngaol;x\n", /stdin:2: There is no fact "gaol"/),
		at("sep=\ngoal\n", /There is no fact "sep="/),
		at("goal;weeks\ntask-quality;0,5\n", /stdin:2: "0,5" is ambiguous in weeks: its comma/),
		at("goal\tweeks\ntask-quality\t0,500\n", /"0,500" is ambiguous in weeks: its comma/),
		at('goal,weeks\ntask-quality,"0,500"\n', /"0,500" is ambiguous in weeks: its comma/),
		at("goal,weeks\ntask-quality,0,5\n", /has 3 cells, but the header has 2/),
		at('goal,examples\ntask-quality,"20,000"\n', /^\{"verdict":"prompt-engineering"\}\n$/, 0),
		at(
			"goal;project\ntask-quality;1,5\n",
			/^\{"project":"1,5","verdict":"prompt-engineering"\}\n$/,
			0,
			[...brief, "--keep", "project"],
		),
	]));

describe("flags", () =>
	tryAll([
		...[
			"unknown ",
			"Verdict",
			"verdict ",
			"",
			",",
			"verdict,",
			"verdict,verdict",
			"total.",
			"total..points",
			".",
			"verdcit",
			"__proto__",
			"constructor",
			"toString",
		].map(
			(fields): Trial => ({
				what: `--fields ${JSON.stringify(fields)}`,
				argv: ["batch", "--fields", fields],
				stdin: good,
				says: /has no field "|names "verdict" twice/,
			}),
		),
		...["", ",", "a,a", "goal", "verdict"].map(
			(keep): Trial => at(good, /--keep /, 2, [...brief, "--keep", keep]),
		),
		at(good, /--keep nosuch: no line has that key/, 2, [...brief, "--keep", "nosuch"]),
		at(good, /--keep nosuch: no line has that key/, 2, ["--summary", "--keep", "nosuch"]),
		at(`[${good}]`, /--keep __proto__: no line has that key/, 2, [...brief, "--keep", "__proto__"]),
		at(
			"goal,project\nx,y\n",
			/--keep projekt: there is no column with that name. Did you mean project/,
			2,
			[...brief, "--keep", "projekt,project"],
		),
		at(
			"goal,project \nx,y\n",
			/--keep project : there is no column with that name. Did you mean project/,
			2,
			[...brief, "--keep", "project "],
		),
		at(`{"x":${"[".repeat(200_000)}${"]".repeat(200_000)}}`, /nested too deeply/, 2, [
			...brief,
			"--keep",
			"x",
		]),
		{ what: "a folder", argv: ["batch", "."], says: /is a folder/ },
		{ what: "no such file", argv: ["batch", "nowhere"], says: /no such file/ },
		{
			what: "a file that goes on as a folder",
			argv: ["batch", "a/b"],
			files: { a: "" },
			says: /cannot be read/,
		},
	]));

describe.skipIf(isWindows)("devices", () =>
	tryAll([
		{ what: "nothing", argv: ["batch", "/dev/null"], code: 0 },
		{ what: "zeros without an end", argv: ["batch", "/dev/zero"], says: /is not a text file/ },
	]),
);
