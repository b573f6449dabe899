import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { fieldValue, marksOf, parseReport, utf16Offset } from "./marks.js";

const payload: unknown = JSON.parse(readFileSync("article.json", "utf8"));
const report = parseReport(readFileSync("report.json", "utf8"));
const [file] = report.files;
assert.ok(file);

test("the fault stands in the field that printed it", () => {
  const [fault] = marksOf(file, payload).filter((mark) => mark.severity === "error" && mark.field === "body_html");
  assert.ok(fault);
  assert.equal(fieldValue(payload, "body_html").slice(fault.start, fault.end), "40.9</b>%");
  assert.match(fault.message, /is 48\.2%, not 40\.9%/);
});

test("every mark shows what the report quotes", () => {
  const places = [
    ...file.findings.flatMap((finding) => [finding, ...finding.related]),
    ...file.figures,
  ];
  for (const { span, quote } of places) {
    assert.ok(span.field !== undefined && span.field_start !== undefined && span.field_end !== undefined);
    const value = fieldValue(payload, span.field);
    const shown = value.slice(utf16Offset(value, span.field_start), utf16Offset(value, span.field_end));
    assert.equal(shown, JSON.parse(`"${quote}"`));
  }
});

test("confirmed figures are marked as such", () => {
  const confirmed = marksOf(file, payload).filter((mark) => mark.severity === "confirmed");
  const printed = confirmed.map((mark) => fieldValue(payload, mark.field).slice(mark.start, mark.end));
  assert.deepEqual(printed, ["4.27 million", "41.4%", "3.02 million"]);
});

test("the report is of the article that was sent", () => {
  assert.equal(file.document_id, "4711");
  assert.equal(file.error, null);
});

test("a report of another version is refused", () => {
  assert.throws(() => parseReport(JSON.stringify({ ...report, schema_version: 2 })), /schema version 2/);
});
