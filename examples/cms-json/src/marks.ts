// From a report to the marks that an editor draws: a field, a stretch of its value, and what is to be said there.

import type { FactlintReport, FileReport, FindingReport, Span } from "./report.js";

export type Severity = FindingReport["severity"];

export interface Mark {
  /** The path of the field in the payload, such as `body_html`. */
  field: string;
  /** The stretch of the field's value, in UTF-16 units: `value.slice(start, end)`. */
  start: number;
  end: number;
  severity: Severity | "related" | "confirmed";
  message: string;
}

const VERSION = 1;

/** A report from its JSON. Throws where it is of a version that this program does not know. */
export function parseReport(json: string): FactlintReport {
  const report = JSON.parse(json) as FactlintReport;
  if (report.schema_version !== VERSION) {
    throw new Error(`the report has schema version ${String(report.schema_version)}; this program reads ${VERSION}`);
  }
  return report;
}

/** The value of a field by its path: keys joined by dots, elements of arrays by number. */
export function fieldValue(payload: unknown, path: string): string {
  let value = payload;
  for (const key of path.split(".")) {
    value = (value as Record<string, unknown>)[key];
  }
  if (typeof value !== "string") {
    throw new Error(`the payload has no text at ${path}`);
  }
  return value;
}

/** The place of a code point in a string, in UTF-16 units. */
export function utf16Offset(text: string, codePoint: number): number {
  let units = 0;
  let seen = 0;
  for (const character of text) {
    if (seen === codePoint) break;
    units += character.length;
    seen += 1;
  }
  return units;
}

/** Everything to be marked in the fields of one article, in the order of the text. */
export function marksOf(file: FileReport, payload: unknown): Mark[] {
  const marks: Mark[] = [];
  const add = (span: Span, severity: Mark["severity"], message: string): void => {
    if (span.field === undefined || span.field_start === undefined || span.field_end === undefined) return;
    const value = fieldValue(payload, span.field);
    const [start, end] = [utf16Offset(value, span.field_start), utf16Offset(value, span.field_end)];
    marks.push({ field: span.field, start, end, severity, message });
  };
  for (const finding of file.findings) {
    add(finding.span, finding.severity, finding.message);
    for (const other of finding.related) add(other.span, "related", other.message || finding.message);
  }
  for (const figure of file.figures) {
    if (figure.status === "confirmed") add(figure.span, "confirmed", `Confirmed by ${figure.by.join(", ")}.`);
  }
  return marks.sort((one, other) => one.field.localeCompare(other.field) || one.start - other.start);
}
