import { createReadStream, existsSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { inspectData } from "../../../src/inspect/data/inspect-data.ts";
import { dataReportSchema } from "../../../src/inspect/data/views/schema.ts";
import { rightPairs, rightValues } from "./right-values.ts";

const root = join(import.meta.dirname, "../../..");
const folders = [
	join(import.meta.dirname, "files"),
	join(root, "../shared/data/training"),
	join(root, "../../shared/data/training"),
];
const pathOf = (file: string) => folders.map((folder) => join(folder, file)).find(existsSync);

async function inspect(file: string, validation: string[] = []) {
	const report = await inspectData({
		files: [file],
		validation,
		tokens: "none",
		readBytes: (path) => createReadStream(path),
	});
	if (!report.ok) throw new Error(JSON.stringify(report.problems));
	return report.value;
}

const present = rightValues.filter(({ file }) => pathOf(file) !== undefined);

test("the small files are there", () => expect(present.length).toBeGreaterThanOrEqual(21));

test.each(present)("$file", async ({ file, ...right }) => {
	const report = await inspect(pathOf(file) ?? "");
	const { rows, sameInput, findings } = report;
	expect(dataReportSchema.safeParse(report).error).toBeUndefined();
	const rowsOf = (code: string) =>
		findings.find((finding) => finding.code === code)?.rows.map(({ row }) => row) ?? [];
	expect({
		format: report.format.id,
		rows: rows.all,
		broken: { count: rows.broken, first: rowsOf("broken").slice(0, right.broken.first.length) },
		equalRows: {
			count: rows.equalRows,
			first: report.equalRows.map(({ row }) => row).slice(0, right.equalRows.first.length),
		},
		equalExamples: rows.equalExamples,
		sameInput: {
			groups: sameInput.groups,
			rows: sameInput.rows,
			first: sameInput.first.map(({ row }) => row).slice(0, right.sameInput.first.length),
		},
		empty: rows.emptyAnswers,
		withoutAssistant: rows.withoutAssistant,
	}).toEqual(right);
	expect(rows.valid).toBe(right.rows - right.broken.count);
});

const pairs = rightPairs.filter(({ train, validation }) => pathOf(train) && pathOf(validation));

test.each(pairs)("$train against $validation", async ({ train, validation, ...right }) => {
	const report = await inspect(pathOf(train) ?? "", [pathOf(validation) ?? ""]);
	const { rows, equalRows, equalExamples, inputs, first } = report.validation ?? {};
	expect({
		rows,
		equalRows,
		equalExamples,
		inputs: {
			count: inputs,
			first: first?.map(({ row }) => row).slice(0, right.inputs.first.length),
		},
	}).toEqual(right);
});
