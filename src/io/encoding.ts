/** How the bytes of a text are to be read. */

/** What TextDecoder calls an encoding. */
export type Encoding = "utf-8" | "utf-16le" | "utf-16be";

/** The encoding that a byte order mark names: PowerShell's `>` writes UTF-16. Without one a text is UTF-8. */
export function encodingOf([first, second]: Uint8Array): Encoding {
	if (first === 0xff && second === 0xfe) return "utf-16le";
	return first === 0xfe && second === 0xff ? "utf-16be" : "utf-8";
}

/** The text of bytes, its lines ended by \n alone and without the mark; or why not, as the end of a sentence. */
export function decodeText(bytes: Uint8Array): { text: string } | { why: string } {
	const encoding = encodingOf(bytes);
	try {
		const text = new TextDecoder(encoding, { fatal: true }).decode(bytes);
		// A lone carriage return ends a line in YAML, but the parser does not take it for one.
		if (!text.includes("\0")) return { text: text.replaceAll(/\r\n?/g, "\n") };
	} catch {
		if (encoding !== "utf-8") return { why: "starts like UTF-16, but is cut off or damaged" };
	}
	if (!bytes.includes(0)) return { why: "is not UTF-8; it is probably Windows-1252" };
	const [first, second, third, fourth] = bytes;
	const isWide = encoding === "utf-8" && (first === 0) !== (second === 0);
	return isWide && (first === 0) === (third === 0) && (second === 0) === (fourth === 0)
		? { why: "looks like UTF-16 without a byte order mark" }
		: { why: "is not a text file" };
}
