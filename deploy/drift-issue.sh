#!/usr/bin/env bash
# Keeps one issue labelled deployment-drift: opened with the first finding, updated while there is one, closed when there is none.
# deploy/drift-issue.sh BEHIND STATUS DIFFERENT STATUS: what ./nbaprops drift and ./nbaprops deploy diff said, and the status with which each ended (0 nothing, 3 a
# finding). A comparison that failed closes nothing, and what the other one found is told all the same.
set -euo pipefail

if [ "$#" != 4 ]; then
  echo "usage: deploy/drift-issue.sh BEHIND STATUS DIFFERENT STATUS" >&2
  exit 2
fi

label=deployment-drift
# An issue takes 65,536 characters.
most=30000
# shellcheck disable=SC2016 # Markdown's own quotes.
fence='```'
body=""
failed=""

add() { # what it is about, report, status
  case $3 in
    0) ;;
    3) body+=$(printf '\n\n%s\n\n%s\n%s\n%s' "$1" "$fence" "$(head -c "$most" "$2")" "$fence") ;;
    *)
      failed=1
      body+=$(printf '\n\n%s\n\nThe comparison itself failed (%s): the log of the workflow says why.' "$1" "$3")
      echo "deploy/drift-issue.sh: a comparison itself failed ($3)" >&2
      cat "$2" >&2
      ;;
  esac
}

# shellcheck disable=SC2016 # Markdown's own quotes.
add 'What runs is older than main. The workflow `auto-deploy` deploys it.' "$1" "$2"
# shellcheck disable=SC2016
add 'What is live is not as it is declared. `./nbaprops deploy apply` puts right what a deployment may.' "$3" "$4"

gh label create "$label" --description "What is deployed is not what main says" --force >/dev/null
open=$(gh issue list --label "$label" --state open --limit 1 --json number --jq '.[0].number // empty')

if [ "$2" = 3 ] || [ "$4" = 3 ]; then
  # shellcheck disable=SC2016
  body='`docs/02-operations/deployment-drift.md` says what the words mean.'"$body"
  if [ -n "$open" ]; then
    gh issue edit "$open" --body "$body"
  else
    gh issue create --title "What is deployed is not what main says" --label "$label" --body "$body"
  fi
elif [ -z "$failed" ] && [ -n "$open" ]; then
  gh issue close "$open" --comment "Every service runs the newest commit of its own paths, and what is live is as declared."
fi

[ -z "$failed" ]
