#!/bin/sh
# What the Maven profile `vscode` runs: checks, unit tests, packages and sessions of the extension.
# What is missing is named; with RUSTMEND_VSCODE=required that is an error.
set -eu
cd "$(dirname "$0")/.."

skip() {
  echo "vscode: skipped: $1"
  [ "${RUSTMEND_VSCODE:-}" != required ] || exit 1
  exit 0
}

command -v node >/dev/null 2>&1 || skip "Node.js is missing: install version 20 or newer, with npm"
major=$(node -p 'process.versions.node.split(".")[0]')
[ "$major" -ge 20 ] || skip "Node.js $major is too old: install version 20 or newer"
command -v npm >/dev/null 2>&1 || skip "npm is missing: install it"
[ -d node_modules ] || npm ci --no-progress || skip "npm can not fetch the tools"
npm run --silent check
npm test --silent
npm run --silent package
npm run --silent real
