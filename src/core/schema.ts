/** Parts that several schemas share, each made anew: what zod knows of a schema belongs to one instance. */
import * as z from "zod";

export const id = () =>
	z.string().regex(/^[a-z0-9]+(?:[-.][a-z0-9]+)*$/, {
		error: "must be lower-case words joined by - or .",
	});
export const sentence = () => z.string().trim().min(1).max(1000);
