#!/usr/bin/env bash
# Runs every part of the tests on what ./nbaprops has built, with each part's own time, and sums them up.
# The last line is "N passed, N failed, N skipped" over all projects.
set -uo pipefail

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
results="$root/artifacts/test-results"
rm -rf "$results"
mkdir -p "$results"

passed=0 failed=0 skipped=0 broken=0
summary=""

count() { # attribute, trx file
  sed -n "s/.*<Counters [^>]*$1=\"\([0-9]*\)\".*/\1/p" "$2" | head -n 1
}

part() { # name, project, which of its tests (all unless said)
  local name=$1 project=$2 began=$SECONDS
  local file="$results/${name// /-}"
  printf '== %s\n' "$name"
  dotnet test "$root/tests/$project/$project.csproj" --no-build -c Release --nologo ${3:+--filter "$3"} \
    --logger "trx;LogFileName=$file.trx" >"$file.log" 2>&1
  local code=$? total=0 ok=0 bad=0
  if [ -f "$file.trx" ]; then
    # A result that was cut off has no counts.
    total=$(count total "$file.trx"); ok=$(count passed "$file.trx"); bad=$(count failed "$file.trx")
    total=${total:-0} ok=${ok:-0} bad=${bad:-0}
    grep -oE 'testName="[^"]*"[^>]*outcome="NotExecuted"' "$file.trx" | sed -e 's/testName="//' -e 's/".*/ (skipped)/' | sort >>"$results/skipped-${name// /-}.txt"
  fi
  # Without a test it is broken, too: one that was cut off, and a filter that matches nothing.
  if [ "$total" = 0 ] || { [ "$code" != 0 ] && [ "$bad" = 0 ]; }; then
    broken=1
    tail -n 30 "$file.log"
  fi
  if [ "$bad" != 0 ]; then
    grep -vE '^\s*(Skipped|Passed) ' "$file.log" | head -n 200
  fi
  if [ "$total" = 0 ]; then
    summary+=$(printf '%-13s %4ss  no result' "$name" "$((SECONDS - began))")$'\n'
    return
  fi
  passed=$((passed + ok)) failed=$((failed + bad)) skipped=$((skipped + total - ok - bad))
  summary+=$(printf '%-13s %4ss  %s passed, %s failed, %s skipped' "$name" "$((SECONDS - began))" "$ok" "$bad" "$((total - ok - bad))")$'\n'
}

part units NbaProps.Tests
part fuzzing NbaProps.Fuzzing
# What asks a real project is run by ./nbaprops deploy verify.
part contracts NbaProps.Contracts "Part!=emulators&Part!=project"
part emulators NbaProps.Contracts "Part=emulators"
part chaos NbaProps.Chaos "Part!=seeds"
# By itself, so that its time says what a seed costs with the whole machine.
part seeds NbaProps.Chaos "Part=seeds"
part truth NbaProps.Truth
part "end to end" NbaProps.EndToEnd "Part!=emulators&Part!=season"
part "emulated days" NbaProps.EndToEnd "Part=emulators"

if [ "$skipped" != 0 ]; then
  printf '\nSkipped:\n'
  cat "$results"/skipped-*.txt
fi
printf '\n%sall of it     %4ss\n\n' "$summary" "$SECONDS"
if [ "$((passed + failed))" = 0 ]; then
  printf 'No test ran.\n'
  broken=1
fi
# The line that scripts read stands last, whatever else went wrong.
if [ "$broken" != 0 ] && [ "$failed" = 0 ]; then
  failed=1
fi
printf '%s passed, %s failed, %s skipped\n' "$passed" "$failed" "$skipped"
[ "$failed" = 0 ]
