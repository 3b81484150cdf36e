#!/bin/sh
# Configures a fresh WildFly 39 for Postern, offline: the server must not run.
#   install.sh <WildFly's folder> <postgresql-42.x.jar> [postern.war]
set -eu
[ $# -ge 2 ] || { echo "Usage: $0 <WildFly's folder> <PostgreSQL driver jar> [postern.war]" >&2; exit 2; }
here=$(cd "$(dirname "$0")" && pwd)
script=$(mktemp)
trap 'rm -f "$script"' EXIT
{
  echo "embed-server --server-config=standalone-full.xml --std-out=discard"
  echo "deploy \"$2\" --name=postgresql.jar"
  cat "$here/configure.cli"
  echo "stop-embedded-server"
} > "$script"
sh "$1/bin/jboss-cli.sh" --no-color-output --file="$script"
[ $# -lt 3 ] || cp "$3" "$1/standalone/deployments/postern.war"
