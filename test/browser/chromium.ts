/** A real Chromium that may load nothing but the page under test. */
import { existsSync } from "node:fs";
import { type Browser, type BrowserContextOptions, chromium, type Page } from "playwright-core";

const places = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

/** Undefined where there is none: then the browser tests are skipped, and say so. */
export const executable = places.find(existsSync);

if (!executable)
	console.warn(
		`Skipped: the browser tests need Chromium, and there is none at ${places.join(", ")}. On Debian: apt-get install chromium`,
	);

export const launch = (): Promise<Browser> =>
	chromium.launch({
		executablePath: executable as string,
		args: [
			"--headless",
			"--no-sandbox",
			"--disable-gpu",
			"--disable-quic",
			"--no-first-run",
			"--disable-background-networking",
			"--disable-component-update",
			"--disable-sync",
		],
	});

interface Opened {
	page: Page;
	/** What the page complained about: console, errors, requests for anything but itself. */
	faults: string[];
}

export async function open(
	browser: Browser,
	address: string,
	options: BrowserContextOptions = {},
): Promise<Opened> {
	const context = await browser.newContext(options);
	const page = await context.newPage();
	const faults: string[] = [];
	page.on("console", (message) => faults.push(`${message.type()}: ${message.text()}`));
	page.on("pageerror", (error) => faults.push(`error: ${error.message}`));
	page.on("request", (request) => {
		if (request.url() !== address) faults.push(`request: ${request.url()}`);
	});
	await page.goto(address);
	return { page, faults };
}
