#!/usr/bin/env bash
# Keeps one issue labelled deployment-drift: opened with the first drift, updated while there is one, closed when there is none.
# deploy/drift-issue.sh REPORT STATUS: what ./nbaprops drift said, and the status with which it ended (0 no drift, 3 drift).
set -euo pipefail

report=$1
status=$2
label=deployment-drift

gh label create "$label" --description "Services run something older than main" --force >/dev/null
open=$(gh issue list --label "$label" --state open --limit 1 --json number --jq '.[0].number // empty')

case $status in
  0)
    if [ -n "$open" ]; then
      gh issue close "$open" --comment "Every service runs the newest commit of its own paths."
    fi
    ;;
  3)
    # shellcheck disable=SC2016 # Markdown's own quotes.
    body=$(printf 'What runs is older than main. The workflow `auto-deploy` deploys it; `docs/02-operations/deployment-drift.md` says what the words mean.\n\n```\n%s\n```\n' "$(cat "$report")")
    if [ -n "$open" ]; then
      gh issue edit "$open" --body "$body"
    else
      gh issue create --title "Deployed services are behind main" --label "$label" --body "$body"
    fi
    ;;
  *)
    echo "deploy/drift-issue.sh: the comparison itself failed ($status)" >&2
    cat "$report" >&2
    exit 1
    ;;
esac
