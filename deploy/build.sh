#!/usr/bin/env bash
# Builds the images of services from this working copy and pushes them, named by the commit: deploy/build.sh SERVICE...
# Needs credentials for the registry: gcloud auth configure-docker REGION-docker.pkg.dev
set -euo pipefail

here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
root=$(cd "$here/.." && pwd)

value() { "$here/fill.sh" --value "$1"; }

project_of() { # service
  grep -lF "<ServiceImage>$1</ServiceImage>" "$root"/src/*/*.csproj || {
    echo "deploy/build.sh: $1 is no service" >&2
    exit 2
  }
}

if [ "$#" = 0 ]; then
  echo "usage: deploy/build.sh SERVICE..." >&2
  exit 2
fi

region=$(value REGION)
project=$(value PROJECT)
commit=$(git -C "$root" rev-parse HEAD)
if [ -n "$(git -C "$root" status --porcelain)" ]; then
  echo "deploy/build.sh: the working copy has changes that $commit does not: an image must be what its name says" >&2
  exit 1
fi

for service in "$@"; do
  file=$(project_of "$service")
  base=()
  if [ -f "$here/images/$service-base.Dockerfile" ]; then
    base=("-p:ContainerBaseImage=$region-docker.pkg.dev/$project/nbaprops/$service-base:10.0")
  fi
  dotnet publish "$file" --configuration Release --runtime linux-x64 --self-contained false /t:PublishContainer \
    "-p:ContainerRegistry=$region-docker.pkg.dev" "-p:ContainerRepository=$project/nbaprops/$service" "-p:ContainerImageTag=$commit" \
    "-p:ImageCommit=$commit" "-p:ImageBuiltAt=$(git -C "$root" show -s --format=%cI "$commit")" "${base[@]}"
done
