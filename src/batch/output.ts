/** Bytes that grow as lines are added. */

export interface Output {
	add(line: Uint8Array): void;
	/** All that was added, to be handed on; the next lines begin anew. */
	take(): Uint8Array<ArrayBuffer>;
}

const firstSize = 65_536;

export function makeOutput(): Output {
	let bytes = new Uint8Array(firstSize);
	let length = 0;
	return {
		add(line) {
			if (length + line.length > bytes.length) {
				const larger = new Uint8Array(2 * (length + line.length));
				larger.set(bytes.subarray(0, length));
				bytes = larger;
			}
			// Byte by byte: for a short line that is quicker than to ask for a copy.
			for (let at = 0; at < line.length; at += 1) bytes[length + at] = line[at] as number;
			length += line.length;
		},
		take() {
			const taken = bytes.slice(0, length);
			length = 0;
			return taken;
		},
	};
}
