#!/usr/bin/env bash
# Deploys services, one after the other: deploy/services.sh SERVICE...
# A revision takes traffic only once it is ready; then the service is asked which commit it is. Stops at the first that is not.
set -euo pipefail

here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)

value() { "$here/fill.sh" --value "$1"; }

if [ "$#" = 0 ]; then
  echo "usage: deploy/services.sh SERVICE..." >&2
  exit 2
fi

project=$(value PROJECT)
region=$(value REGION)
commit=$(value COMMIT)
filled=$(mktemp -d)
trap 'rm -rf "$filled"' EXIT

for service in "$@"; do
  "$here/fill.sh" "$here/services/$service.yaml" >"$filled/$service.yaml"
  gcloud --quiet --project "$project" run services replace "$filled/$service.yaml" --region="$region"
  ready=$(gcloud --project "$project" run services describe "$service" --region="$region" --format='value(spec.template.metadata.labels.commit)')
  latest=$(gcloud --project "$project" run services describe "$service" --region="$region" --format='value(status.latestReadyRevisionName)')
  created=$(gcloud --project "$project" run services describe "$service" --region="$region" --format='value(status.latestCreatedRevisionName)')
  if [ "$ready" != "$commit" ] || [ "$latest" != "$created" ]; then
    echo "deploy/services.sh: $service: $created is not ready, $latest still has the traffic" >&2
    exit 1
  fi
  echo "$service: $latest, $commit"
done
