#!/usr/bin/env bash
# Runs every part of the tests on what ./nbaprops has built, with each part's own time, and sums them up.
# The last line is "N passed, N failed, N skipped" over all projects.
set -uo pipefail

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
results="$root/artifacts/test-results"
rm -rf "$results"
mkdir -p "$results"

count() { # attribute, trx file
  sed -n "s/.*<Counters [^>]*$1=\"\([0-9]*\)\".*/\1/p" "$2" | head -n 1
}

part() { # name, project, which of its tests (all unless said); leaves a line "passed failed skipped broken seconds"
  local name=$1 project=$2 began=$SECONDS
  local file="$results/${name// /-}"
  printf '== %s\n' "$name"
  dotnet test "$root/tests/$project/$project.csproj" --no-build -c Release --nologo ${3:+--filter "$3"} \
    --logger "trx;LogFileName=$file.trx" >"$file.log" 2>&1
  local code=$? total ok bad broken=0
  if [ ! -f "$file.trx" ]; then
    tail -n 30 "$file.log"
    printf '0 0 0 1 %s\n' "$((SECONDS - began))" >"$file.sum"
    return
  fi
  total=$(count total "$file.trx"); ok=$(count passed "$file.trx"); bad=$(count failed "$file.trx")
  if [ "$code" != 0 ] && [ "$bad" = 0 ]; then
    broken=1
    tail -n 30 "$file.log"
  fi
  if [ "$bad" != 0 ]; then
    grep -vE '^\s*(Skipped|Passed) ' "$file.log" | head -n 200
  fi
  grep -oE 'testName="[^"]*"[^>]*outcome="NotExecuted"' "$file.trx" | sed -e 's/testName="//' -e 's/".*/ (skipped)/' | sort >>"$results/skipped-${name// /-}.txt"
  printf '%s %s %s %s %s\n' "$ok" "$bad" "$((total - ok - bad))" "$broken" "$((SECONDS - began))" >"$file.sum"
}

part units NbaProps.Tests
part fuzzing NbaProps.Fuzzing
# What asks a real project is run by ./nbaprops deploy verify.
part contracts NbaProps.Contracts "Part!=emulators&Part!=project"
part emulators NbaProps.Contracts "Part=emulators"
part chaos NbaProps.Chaos
part truth NbaProps.Truth
part "end to end" NbaProps.EndToEnd "Part!=emulators&Part!=season"
part "emulated days" NbaProps.EndToEnd "Part=emulators"

passed=0 failed=0 skipped=0 broken=0
summary=""
for name in units fuzzing contracts emulators chaos truth "end to end" "emulated days"; do
  # A part that was cut off has left no line: that is no result, too.
  ok=0 bad=0 left=0 isbroken=1 took=0
  read -r ok bad left isbroken took <"$results/${name// /-}.sum" || true
  if [ "$isbroken" != 0 ]; then
    broken=1
  fi
  if [ "$((ok + bad + left))" = 0 ]; then
    # Also of a filter that matches nothing.
    broken=1
    summary+=$(printf '%-13s %4ss  no result' "$name" "$took")$'\n'
    continue
  fi
  passed=$((passed + ok)) failed=$((failed + bad)) skipped=$((skipped + left))
  summary+=$(printf '%-13s %4ss  %s passed, %s failed, %s skipped' "$name" "$took" "$ok" "$bad" "$left")$'\n'
done

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
