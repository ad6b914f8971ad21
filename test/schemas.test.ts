import { expect, test } from "vitest";
import { schemas } from "../scripts/schemas.ts";

test.each(Object.entries(schemas))("%s is current", async (path, text) => {
	await expect(text).toMatchFileSnapshot(`../${path}`);
});
