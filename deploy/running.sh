#!/usr/bin/env bash
# What runs: a JSON object of service and the commit that has its traffic. For ./nbaprops drift --deployed.
set -euo pipefail

here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
project=$("$here/fill.sh" --value PROJECT)
region=$("$here/fill.sh" --value REGION)

for path in "$here"/services/*.yaml; do
  service=$(basename "$path" .yaml)
  revision=$(gcloud --project "$project" run services list --region="$region" --filter="metadata.name=$service" --format='value(status.traffic[0].revisionName)')
  # A service that is not there runs nothing, and is told of as such.
  commit=""
  if [ -n "$revision" ]; then
    commit=$(gcloud --project "$project" run revisions describe "$revision" --region="$region" --format='value(metadata.labels.commit)')
  fi
  jq -n --arg service "$service" --arg commit "$commit" '{($service): $commit}'
done | jq -s add
