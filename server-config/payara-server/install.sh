#!/bin/sh
# Configures a domain of Payara Server 6 for Postern. The domain is started for it and stopped again; the WAR is deployed at the
# next start, when the environment says where the database is.
#   install.sh <Payara's folder> <activemq-rar.rar> <postgresql-42.x.jar> [postern.war [domain]]
set -eu
[ $# -ge 3 ] || { echo "Usage: $0 <Payara's folder> <activemq-rar.rar> <PostgreSQL driver jar> [postern.war [domain]]" >&2; exit 2; }
here=$(cd "$(dirname "$0")" && pwd)
payara=$1
rar=$2
driver=$3
war=${4:-}
domain=${5:-domain1}
asadmin() { sh "$payara/bin/asadmin" --interactive=false "$@"; }
asadmin start-domain "$domain"
trap 'asadmin stop-domain "$domain"' EXIT
port=$(asadmin list-domains --long | awk -v name="$domain" '$1 == name { print $3 }')
asadmin --port "$port" add-library "$driver"
asadmin --port "$port" deploy --type rar --name activemq-rar "$rar"
asadmin --port "$port" multimode --file "$here/configure.asadmin"
[ -z "$war" ] || cp "$war" "$payara/glassfish/domains/$domain/autodeploy/postern.war"
