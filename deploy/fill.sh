#!/usr/bin/env bash
# Puts what is the installation's own (deploy/project.env) in the place of ${NAMES} in rendered files, and writes the result to standard output.
# A name without a value is told, and nothing is written: a deployment with an empty project would be somebody else's.
set -euo pipefail

here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
settings=${NBAPROPS_PROJECT_ENV:-$here/project.env}

if [ "$#" = 0 ] || { [ "$1" = --value ] && [ "$#" != 2 ]; }; then
  echo "usage: deploy/fill.sh FILE... | --value NAME" >&2
  exit 2
fi

# What the environment says wins: a workflow knows the commit, the file need not.
declare -A values=()
if [ -f "$settings" ]; then
  while IFS='=' read -r name value; do
    case $name in
      '' | '#'*) continue ;;
    esac
    values[$name]=$value
  done <"$settings"
fi

if [ "$1" = --value ]; then
  text="\${$2}"
else
  text=$(cat "$@" && printf x)
  text=${text%x}
fi
missing=""
# shellcheck disable=SC2016 # Just these characters, unexpanded.
while IFS='${}' read -r _ _ name _; do
  [ -n "$name" ] || continue
  value=${!name:-${values[$name]:-}}
  if [ -z "$value" ]; then
    missing="$missing $name"
  fi
  text=${text//"\${$name}"/"$value"}
done < <(printf '%s' "$text" | grep -oE '\$\{[A-Z_]+\}' | sort -u)

if [ -n "$missing" ]; then
  echo "deploy/fill.sh: without a value in $settings or the environment:$missing" >&2
  exit 1
fi

printf '%s' "$text"
