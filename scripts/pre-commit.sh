#!/bin/sh
# The hook of pre-commit: builds this copy of PlanLint where that was not done yet, and checks the files that are to be committed.
set -eu
home=$(cd "$(dirname "$0")/.." && pwd)
if [ ! -f "$home/dist/cli.js" ]; then
  (cd "$home" && npm ci && npm run build) >&2
fi
exec node "$home/dist/cli.js" check "$@"
