/** What the build has left beside the program. */
import { readFileSync } from "node:fs";
import { join } from "node:path";

/** What `--rules`, `rules diff` and `extends` call the rules of the package. */
export const builtIn = "built-in";

/** A file of the build; running from source there is none. */
export function readBuilt(name: string): string | undefined {
	try {
		return readFileSync(join(import.meta.dirname, "..", name), "utf8");
	} catch (error) {
		if ((error as NodeJS.ErrnoException).code === "ENOENT") return undefined;
		throw error;
	}
}
