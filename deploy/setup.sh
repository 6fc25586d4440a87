#!/usr/bin/env bash
# Makes what the rendered files say in the project of deploy/project.env. Doing it again changes nothing; nothing is deleted.
# deploy/README.md says what each part does, in which order, and what to look at afterwards.
#
#   deploy/setup.sh [--print] PART...     apis accounts data pubsub secrets images rights callers schedules alerts federation
#
# --print says what would be done and does nothing.
set -euo pipefail

here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
print=""
if [ "${1:-}" = --print ]; then
  print=1
  shift
fi

file() { "$here/fill.sh" "$here/$1"; }

value() { "$here/fill.sh" --value "$1"; }

scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT

run() { # a command of gcloud
  if [ -n "$print" ]; then
    printf 'gcloud %s\n' "$*"
  else
    gcloud --quiet --project "$project" "$@" >/dev/null
  fi
}

# Sends a message to one of Google's interfaces; answers with the status.
send() { # method, address, body; none for GET
  if [ -n "$print" ]; then
    printf '%s %s\n' "$1" "$2" >&2
    echo 200
    return
  fi
  local status
  status=$(curl -sS -o "$scratch/answer" -w '%{http_code}' -X "$1" -H "Authorization: Bearer $(gcloud auth print-access-token)" \
    -H 'Content-Type: application/json' ${3:+-d "$3"} "https://$2")
  echo "$status"
}

must() { # what send answered, what it was: done or there already, or the script ends with Google's reason
  case $1 in
    2?? | 409) ;;
    *)
      printf 'deploy/setup.sh: %s: %s\n' "$2" "$1" >&2
      cat "$scratch/answer" >&2
      exit 1
      ;;
  esac
}

each() { jq -c "$1" <<<"$2"; } # filter, document: a line for each match

apis() {
  run services enable run.googleapis.com pubsub.googleapis.com cloudscheduler.googleapis.com firestore.googleapis.com bigquery.googleapis.com \
    storage.googleapis.com secretmanager.googleapis.com artifactregistry.googleapis.com cloudbuild.googleapis.com monitoring.googleapis.com \
    logging.googleapis.com iam.googleapis.com iamcredentials.googleapis.com sts.googleapis.com cloudresourcemanager.googleapis.com
  # Google makes its own account of Pub/Sub only when it is asked for.
  run beta services identity create --service=pubsub.googleapis.com
}

accounts() {
  local account
  while read -r account; do
    must "$(send POST "iam.googleapis.com/v1/projects/$project/serviceAccounts" "$account")" accounts
  done < <(each '.accounts[]' "$(file iam.json)")
}

data() {
  local document dataset status
  document=$(file datasets.json)
  while read -r dataset; do
    must "$(send POST "bigquery.googleapis.com/bigquery/v2/projects/$project/datasets" "$dataset")" datasets
  done < <(each '.datasets[]' "$document")
  status=$(send POST "storage.googleapis.com/storage/v1/b?project=$project" "$(each .bucket "$document")")
  must "$status" bucket
  if [ "$status" = 409 ]; then
    # Names of buckets are everybody's: one that is taken is answered like one's own.
    status=$(send GET "storage.googleapis.com/storage/v1/b/$(value BUCKET)")
    if [ "$status" != 200 ] || [ "$(jq -r .projectNumber "$scratch/answer")" != "$(value PROJECT_NUMBER)" ]; then
      echo "deploy/setup.sh: the bucket $(value BUCKET) is another project's: say another name as BUCKET in deploy/project.env" >&2
      exit 1
    fi
  fi
  if ! { [ -z "$print" ] && gcloud --project "$project" firestore databases describe --database='(default)' >/dev/null 2>&1; }; then
    run firestore databases create --location="$(value FIRESTORE_LOCATION)" --type=firestore-native
  fi
}

pubsub() {
  local document message name status
  document=$(file pubsub.json)
  while read -r message; do
    must "$(send PUT "pubsub.googleapis.com/v1/$(jq -r .name <<<"$message")" '{}')" topic
  done < <(each '.topics[]' "$document")
  while read -r message; do
    name=$(jq -r .name <<<"$message")
    status=$(send PUT "pubsub.googleapis.com/v1/$name" "$message")
    must "$status" "$name"
    if [ "$status" = 409 ]; then
      # Topic and filter cannot be changed: Pub/Sub would refuse to be told of them.
      must "$(send PATCH "pubsub.googleapis.com/v1/$name" "$(jq -c '{subscription: ., updateMask: ([keys[] | select(. != "name" and . != "topic" and . != "filter")] | join(","))}' <<<"$message")")" "$name"
    fi
  done < <(each '.subscriptions[]' "$document")
}

# A key is said by a person. A source that is not used has a key of one blank, which counts as none.
secrets() {
  local name
  while read -r name; do
    if [ -n "$print" ] || ! gcloud --project "$project" secrets describe "$name" >/dev/null 2>&1; then
      run secrets create "$name" --replication-policy=automatic
      if [ -z "$print" ]; then
        printf ' ' | gcloud --quiet --project "$project" secrets versions add "$name" --data-file=- >/dev/null
      fi
      echo "$name is blank: printf '%s' KEY | gcloud secrets versions add $name --data-file=-"
    fi
  done < <(jq -r '.policies[].resource | select(startswith("secret/")) | ltrimstr("secret/")' "$here/iam.json")
}

images() {
  if [ -n "$print" ] || ! gcloud --project "$project" artifacts repositories describe nbaprops --location="$region" >/dev/null 2>&1; then
    run artifacts repositories create nbaprops --repository-format=docker --location="$region"
  fi
}

federation() {
  local repository
  repository=$(value GITHUB_REPOSITORY)
  if [ -n "$print" ] || ! gcloud --project "$project" iam workload-identity-pools describe github --location=global >/dev/null 2>&1; then
    run iam workload-identity-pools create github --location=global
  fi
  if [ -n "$print" ] || ! gcloud --project "$project" iam workload-identity-pools providers describe github --location=global --workload-identity-pool=github >/dev/null 2>&1; then
    run iam workload-identity-pools providers create-oidc github --location=global --workload-identity-pool=github \
      --issuer-uri=https://token.actions.githubusercontent.com --attribute-mapping=google.subject=assertion.sub,attribute.repository=assertion.repository,attribute.ref=assertion.ref \
      --attribute-condition="assertion.repository == '$repository' && assertion.ref == 'refs/heads/main'"
  fi
  # A pool that was made just now is not known to everybody yet.
  local attempt=1
  until grant 'select(.[2] | startswith("principalSet:"))'; do
    if [ "$attempt" = 10 ]; then
      echo "deploy/setup.sh: Google does not know the pool github yet: begin federation again in some minutes" >&2
      exit 1
    fi
    attempt=$((attempt + 1))
    sleep 15
  done
}

# All but those whose resource or member is made later.
rights() { grant 'select((.[0] | startswith("service/") | not) and (.[2] | startswith("principalSet:") | not))'; }

# Who may call which service; the services have to be there.
callers() { grant 'select(.[0] | startswith("service/"))'; }

grant() { # which of the rights, as a filter of [resource, role, member, title, expression]
  local resource role member title expression
  while IFS='|' read -r resource role member title expression; do
    bind "$resource" "$role" "$member" "$title" "$expression" || return 1
  done < <(file iam.json | jq -r ".policies[] | .resource as \$r | .policy.bindings[] | .role as \$o | .condition as \$c | .members[] | [\$r, \$o, ., \$c.title // \"\", \$c.expression // \"\"] | $1 | join(\"|\")")
}

bind() { # resource, role, member, the condition's title and expression
  local name=${1#*/} binding=("--role=$2" "--member=$3") condition=--condition=None
  if [ -n "$4" ]; then
    condition="--condition=title=$4,expression=$5"
  fi
  # Where a policy has a condition the command line asks about each right that says none; of topics and subscriptions it knows no conditions.
  case ${1%%/*} in
    project) run projects add-iam-policy-binding "$name" "${binding[@]}" "$condition" ;;
    service) run run services add-iam-policy-binding "$name" --region="$region" "${binding[@]}" "$condition" ;;
    topic) run pubsub topics add-iam-policy-binding "$name" "${binding[@]}" ;;
    subscription) run pubsub subscriptions add-iam-policy-binding "$name" "${binding[@]}" ;;
    dataset) grant_dataset "$name" "$2" "$3" ;;
    bucket) run storage buckets add-iam-policy-binding "gs://$name" "${binding[@]}" "$condition" ;;
    secret) run secrets add-iam-policy-binding "$name" "${binding[@]}" "$condition" ;;
    account) run iam service-accounts add-iam-policy-binding "$name" "${binding[@]}" "$condition" ;;
    images) run artifacts repositories add-iam-policy-binding "$name" --location="$region" "${binding[@]}" "$condition" ;;
    *)
      echo "deploy/setup.sh: no way to grant on $1" >&2
      exit 1
      ;;
  esac
}

# Of a dataset the command line knows no binding: it is a statement.
grant_dataset() { # dataset, role, member
  local statement="GRANT \`$2\` ON SCHEMA \`$project\`.\`$1\` TO \"$3\""
  if [ -n "$print" ]; then
    printf 'bq query %s\n' "$statement"
  else
    bq --quiet --project_id="$project" --location="$(value LOCATION)" query --use_legacy_sql=false "$statement" >/dev/null
  fi
}

schedules() {
  local job status
  while read -r job; do
    status=$(send POST "cloudscheduler.googleapis.com/v1/projects/$project/locations/$region/jobs" "$job")
    must "$status" job
    if [ "$status" = 409 ]; then
      must "$(send PATCH "cloudscheduler.googleapis.com/v1/$(jq -r .name <<<"$job")" "$job")" job
    fi
  done < <(each '.jobs[]' "$(file schedules.json)")
}

alerts() {
  local path metric policy known status attempt
  for path in "$here"/metrics/*.json; do
    metric=$(file "metrics/$(basename "$path")" | jq -c .)
    must "$(send PUT "logging.googleapis.com/v2/projects/$project/metrics/$(jq -r .name <<<"$metric")" "$metric")" metric
  done
  for path in "$here"/alerts/*.json; do
    policy=$(file "alerts/$(basename "$path")" | jq -c .)
    known=""
    if [ -z "$print" ]; then
      must "$(send GET "monitoring.googleapis.com/v3/projects/$project/alertPolicies?pageSize=500")" alerts
      known=$(jq -r --arg name "$(jq -r .displayName <<<"$policy")" '[.alertPolicies[]? | select(.displayName == $name) | .name][0] // ""' "$scratch/answer")
    fi
    # Of a metric that was made just now Google knows nothing for some minutes, and refuses who asks about it.
    attempt=1
    while true; do
      if [ -n "$known" ]; then
        status=$(send PATCH "monitoring.googleapis.com/v3/$known" "$policy")
      else
        status=$(send POST "monitoring.googleapis.com/v3/projects/$project/alertPolicies" "$policy")
      fi
      if [ "$status" != 404 ] || [ "$attempt" = 20 ]; then
        break
      fi
      attempt=$((attempt + 1))
      sleep 30
    done
    must "$status" "$(basename "$path")"
  done
}

project=$(value PROJECT)
region=$(value REGION)
for part in "$@"; do
  case $part in
    apis | accounts | data | pubsub | secrets | images | rights | callers | schedules | alerts | federation) "$part" ;;
    *)
      echo "deploy/setup.sh: $part is no part: apis accounts data pubsub secrets images rights callers schedules alerts federation" >&2
      exit 2
      ;;
  esac
done
