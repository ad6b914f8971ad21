/** A day, month or year, as rule files write it. */
import * as z from "zod";

export const date = () =>
	z.string().regex(/^\d{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?$/, {
		error: "must be YYYY[-MM[-DD]]",
	});
