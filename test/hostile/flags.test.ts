/** Hostile command lines. */
import { tryAll } from "./trial.ts";

tryAll([
	{ what: "3,000 leading blanks", argv: ["--examples", `${" ".repeat(3_000)}x`], says: "examples" },
	{ what: "minus zero", argv: ["--examples", "-0"] },
]);
