/** How the bytes of a text are to be read. */

/** What TextDecoder calls an encoding. */
export type Encoding = "utf-8" | "utf-16le" | "utf-16be";

/** The encoding that a byte order mark names: PowerShell's `>` writes UTF-16. Without one a text is UTF-8. */
export function encodingOf([first, second]: Uint8Array): Encoding {
	if (first === 0xff && second === 0xfe) return "utf-16le";
	return first === 0xfe && second === 0xff ? "utf-16be" : "utf-8";
}
