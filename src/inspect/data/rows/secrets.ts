/**
 * Keys and personal data. Patterns of keys are those of gitleaks (https://github.com/gitleaks/gitleaks,
 * config/gitleaks.toml), without the ones that need words around the key.
 */

export interface Find {
	kind: string;
	isSecret: boolean;
	/** What was found, masked. */
	masked: string;
}

interface Pattern {
	kind: string;
	pattern: RegExp;
}

/** Each repeats what it takes a limited number of times: none can take the square of a text. */
const keys: readonly Pattern[] = [
	{ kind: "AWS access key", pattern: /\b(?:AKIA|ASIA|ABIA|ACCA)[A-Z2-7]{16}\b/g },
	{ kind: "GitHub token", pattern: /\b(?:gh[pousr]_[A-Za-z0-9]{20,255}|github_pat_\w{22,255})/g },
	{ kind: "GitLab token", pattern: /\bglpat-[\w-]{20,255}/g },
	{ kind: "Slack token", pattern: /\bxox[abposr]-[\w-]{10,255}/g },
	{ kind: "OpenAI or Anthropic key", pattern: /\bsk-(?:proj-|ant-|svcacct-)?[\w-]{20,255}/g },
	{ kind: "Stripe key", pattern: /\b[rs]k_(?:live|test)_[A-Za-z0-9]{16,255}/g },
	{ kind: "Google API key", pattern: /\bAIza[\w-]{35}/g },
	{ kind: "Hugging Face token", pattern: /\bhf_[A-Za-z]{30,255}/g },
	{ kind: "npm token", pattern: /\bnpm_[A-Za-z0-9]{36}/g },
	{ kind: "JSON web token", pattern: /\beyJ[\w-]{10,2000}\.[\w-]{10,4000}/g },
	{ kind: "private key", pattern: /-----BEGIN [A-Z ]{0,30}PRIVATE KEY-----/g },
];

/** Whether a text is worth a closer look. */
const keyStart =
	/A[KSBC][IC]A[A-Z2-7]|gh[pousr]_|github_pat_|glpat-|xox[abposr]-|sk-|[rs]k_(?:live|test)_|AIza|hf_|npm_|eyJ/;

const email =
	/[A-Za-z0-9][\w.%+-]{0,63}@[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63}){0,4}\.[A-Za-z]{2,24}\b/g;
const digits = /(?<![\w.,/-])\+?\(?\d[\d ().-]{6,22}\d(?![\w/-])/g;
const iban = /\b[A-Z]{2}\d{2}(?: ?[A-Z0-9]{4}){3,7}(?: ?[A-Z0-9]{1,3})?\b/g;

/** What may be in a text: patterns of other things need not be tried. */
export interface Hints {
	hasLongCode: boolean;
	hasLongNumber: boolean;
}

const noHints: Hints = { hasLongCode: true, hasLongNumber: true };

export function findSecrets(text: string, hints = noHints): Find[] {
	const finds: Find[] = [];
	eachSecret(text, hints, (kind, found, isSecret) =>
		finds.push({ kind, isSecret, masked: mask(found) }),
	);
	return finds;
}

/** The text as it may be shown. */
export function maskSecrets(text: string): string {
	let masked = text;
	eachSecret(text, noHints, (_, found) => {
		masked = masked.replaceAll(found, mask(found));
	});
	return masked;
}

function eachSecret(
	text: string,
	{ hasLongCode, hasLongNumber }: Hints,
	add: (kind: string, found: string, isSecret: boolean) => void,
): void {
	if ((hasLongCode && keyStart.test(text)) || text.includes("PRIVATE KEY"))
		for (const { kind, pattern } of keys)
			for (const [found] of text.matchAll(pattern)) if (isKey(found)) add(kind, found, true);
	if (text.includes("@"))
		for (const [found] of text.matchAll(email)) add("e-mail address", found, false);
	if (hasLongNumber) {
		for (const [found] of text.matchAll(digits)) {
			const kind = kindOfDigits(found);
			if (kind) add(kind, found, false);
		}
		if (/[A-Z]{2}\d{2} ?[A-Z0-9]{4}/.test(text))
			for (const [found] of text.matchAll(iban)) if (isIban(found)) add("IBAN", found, false);
	}
}

/** Names such as sk-learn-contrib-extensions are no keys: those have digits or capitals. */
const isKey = (found: string): boolean =>
	!found.startsWith("sk-") || (/\d/.test(found) && /[A-Za-z]/.test(found.slice(3)));

function kindOfDigits(found: string): string | undefined {
	const plain = found.replaceAll(/\D/g, "");
	if (/^\d{3}-\d{2}-\d{4}$/.test(found))
		return /^(?:000|666|9)|-00-|-0000$/.test(found) ? undefined : "US social security number";
	if (/^[3-6]\d{3}([ -]?)(?:\d{4}\1\d{4}\1\d{4}|\d{6}\1\d{5})$/.test(found) && hasLuhn(plain))
		return "card number";
	const isPhone =
		/^\+\d{1,3}[ .-]?(?:\(?\d{1,4}\)?[ .-]?){2,5}\d{2,4}$/.test(found) ||
		/^(?:1[ .-])?(?:\(\d{3}\) ?|\d{3}[.-])\d{3}[.-]\d{4}$/.test(found);
	return isPhone && plain.length >= 9 && plain.length <= 15 ? "phone number" : undefined;
}

/** https://en.wikipedia.org/wiki/Luhn_algorithm */
function hasLuhn(plain: string): boolean {
	const sum = [...plain].reverse().reduce((total, digit, place) => {
		const value = Number(digit) * (place % 2 === 1 ? 2 : 1);
		return total + (value > 9 ? value - 9 : value);
	}, 0);
	return sum % 10 === 0 && !/^(\d)\1*$/.test(plain);
}

/** ISO 13616: the number with its first four characters last is 1 modulo 97. */
function isIban(found: string): boolean {
	const plain = found.replaceAll(" ", "");
	if (plain.length < 15 || plain.length > 34) return false;
	const numbers = (plain.slice(4) + plain.slice(0, 4)).replaceAll(/[A-Z]/g, (letter) =>
		String(letter.charCodeAt(0) - 55),
	);
	return [...numbers].reduce((rest, digit) => (rest * 10 + Number(digit)) % 97, 0) === 1;
}

/** Enough to find it again in the file, and too little to use it. */
function mask(found: string): string {
	const at = found.indexOf("@");
	if (at > 0) return `${found[0]}…@${found[at + 1]}…${found.slice(found.lastIndexOf("."))}`;
	return `${found.slice(0, found.startsWith("-----") ? 30 : 4)}…`;
}
