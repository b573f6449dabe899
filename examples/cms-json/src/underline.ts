// Prints every mark of an article below its field: node dist/underline.js PAYLOAD REPORT

import { readFileSync } from "node:fs";
import { fieldValue, marksOf, parseReport } from "./marks.js";

const [payloadPath, reportPath] = process.argv.slice(2);
if (payloadPath === undefined || reportPath === undefined) {
  console.error("usage: node dist/underline.js PAYLOAD REPORT");
  process.exit(2);
}
const payload: unknown = JSON.parse(readFileSync(payloadPath, "utf8"));
for (const file of parseReport(readFileSync(reportPath, "utf8")).files) {
  if (file.error) {
    console.error(`${file.path}: ${file.error.message}`);
    process.exitCode = 2;
  }
  for (const mark of marksOf(file, payload)) {
    const printed = fieldValue(payload, mark.field).slice(mark.start, mark.end);
    console.log(`${mark.field} ${mark.start}-${mark.end} ${mark.severity}: ${printed}\n    ${mark.message}`);
  }
}
