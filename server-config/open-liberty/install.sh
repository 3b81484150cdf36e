#!/bin/sh
# Makes the server "postern" in an Open Liberty: server.xml, jvm.options, the driver and the WAR.
#   install.sh <wlp's folder> <postgresql-42.x.jar> [postern.war]
set -eu
[ $# -ge 2 ] || { echo "Usage: $0 <wlp's folder> <PostgreSQL driver jar> [postern.war]" >&2; exit 2; }
here=$(cd "$(dirname "$0")" && pwd)
server="${WLP_USER_DIR:-$1/usr}/servers/postern"
mkdir -p "$server/apps" "$server/lib"
cp "$here/server.xml" "$here/jvm.options" "$server/"
cp "$2" "$server/lib/postgresql.jar"
[ $# -lt 3 ] || cp "$3" "$server/apps/postern.war"
