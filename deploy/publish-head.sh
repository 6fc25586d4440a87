#!/usr/bin/env bash
# Puts what is known of main where services read it, in the place of what was there: deploy/publish-head.sh FILE
# One request, and no question before: gcloud storage cp asks for the object first and lists the bucket when it is not there yet, and whoever may write below
# deployments/ alone may not list.
set -euo pipefail

here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)

if [ "$#" != 1 ]; then
  echo "usage: deploy/publish-head.sh FILE" >&2
  exit 2
fi

bucket=$("$here/fill.sh" --value BUCKET)
answer=$(mktemp)
header=$(mktemp)
trap 'rm -f "$answer" "$header"' EXIT
# Not as an argument: those of a process are read by everybody on the machine.
printf 'Authorization: Bearer %s\n' "$(gcloud auth print-access-token)" >"$header"
status=$(curl -sS --retry 3 -o "$answer" -w '%{http_code}' -X POST -H @"$header" \
  -H 'Content-Type: application/json' --data-binary "@$1" "https://storage.googleapis.com/upload/storage/v1/b/$bucket/o?uploadType=media&name=deployments%2Fhead.json")
case $status in
  2??) ;;
  *)
    echo "deploy/publish-head.sh: deployments/head.json: $status" >&2
    cat "$answer" >&2
    exit 1
    ;;
esac
