import { describe, expect, test } from "vitest";
import { findSecrets, maskSecrets } from "../../../src/inspect/data/rows/secrets.ts";

// Joined, so that no scanner takes the test for a leak.
const join = (...parts: string[]) => parts.join("");

describe("found", () => {
	test.each([
		["AWS access key", join("AKIA", "IOSFODNN7EXAMPLE")],
		["GitHub token", join("ghp_", "exampleAccessToken1234")],
		["GitLab token", join("glpat-", "x1".repeat(10))],
		["Slack token", join("xoxb-", "123456789012-abc")],
		["OpenAI or Anthropic key", join("sk-proj-", "a1B2".repeat(10))],
		["Stripe key", join("sk_live_", "a1B2".repeat(6))],
		["Google API key", join("AIza", "a1B2c".repeat(7))],
		["Hugging Face token", join("hf_", "abcde".repeat(7))],
		["JSON web token", join("eyJ", "hbGciOiJIUzI1NiJ9", ".eyJ1c2VyIjoiYSJ9", ".x")],
		["private key", join("-----BEGIN RSA ", "PRIVATE KEY-----")],
		["e-mail address", "jo.doe+x@mail.example.co.uk"],
		["phone number", "+44 20 7946 0958"],
		["phone number", "(555) 123-4567"],
		["phone number", "555-123-4567"],
		["card number", "4111 1111 1111 1111"],
		["card number", "378282246310005"],
		["US social security number", "123-45-6789"],
		["IBAN", "DE89 3704 0044 0532 0130 00"],
	])("%s: %s", (kind, text) => {
		const finds = findSecrets(`It is ${text}, see?`);
		expect(finds.map((find) => find.kind)).toEqual([kind]);
		expect(finds[0]?.masked).not.toContain(text);
		expect(maskSecrets(`It is ${text}, see?`)).not.toContain(text);
	});
});

test.each([
	["a card number with a wrong digit", "4111 1111 1111 1112"],
	["an IBAN with a wrong digit", "DE89 3704 0044 0532 0130 01"],
	["a number of a year", "2024-11-22"],
	["an ISBN", "978-3-16-148410-0"],
	["a range", "1000000-2000000"],
	["a social security number that is never given", "000-45-6789"],
	["a name with an at sign", "@someone"],
	["a package", "sk-learn-contrib-extensions-of-many-kinds"],
	["a fraction", "3.14159265358979"],
	["a price list", "100 200 300 400 500"],
])("not found: %s", (_name, text) => expect(findSecrets(`It is ${text}, see?`)).toEqual([]));

test("takes no longer for more of the same", () => {
	for (const text of ["a@", "1 ", "+1 ", "sk-", "DE89 ", "eyJ", "a.", "-"])
		expect(findSecrets(text.repeat(200_000)).length).toBeLessThan(500_000);
});
