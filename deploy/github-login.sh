#!/usr/bin/env bash
# Logs a workflow in to Google Cloud as one of the accounts for workflows, by Workload Identity Federation: GitHub says which repository and branch it is, Google
# believes GitHub, and there is no key: deploy/github-login.sh ACCOUNT
# Needs the permission id-token: write, and what deploy/setup.sh federation has made. Later steps find the credentials, gcloud as well as ./nbaprops.
set -euo pipefail

here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)

if [ "$#" != 1 ]; then
  echo "usage: deploy/github-login.sh ACCOUNT" >&2
  exit 2
fi

project=$("$here/fill.sh" --value PROJECT)
number=$("$here/fill.sh" --value PROJECT_NUMBER)
region=$("$here/fill.sh" --value REGION)
provider="projects/$number/locations/global/workloadIdentityPools/github/providers/github"
credentials="${RUNNER_TEMP:?}/google-credentials.json"

gcloud iam workload-identity-pools create-cred-config "$provider" \
  --service-account="$1@$project.iam.gserviceaccount.com" \
  --credential-source-url="${ACTIONS_ID_TOKEN_REQUEST_URL:?}&audience=https://iam.googleapis.com/$provider" \
  --credential-source-headers="Authorization=Bearer ${ACTIONS_ID_TOKEN_REQUEST_TOKEN:?}" \
  --credential-source-type=json --credential-source-field-name=value \
  --output-file="$credentials"
gcloud --quiet auth login --cred-file="$credentials"
gcloud --quiet auth configure-docker "$region-docker.pkg.dev"
echo "GOOGLE_APPLICATION_CREDENTIALS=$credentials" >>"${GITHUB_ENV:?}"
