#!/bin/sh
# Starts a stock Payara Micro with Postern. In the working folder: payara-micro.jar, activemq-rar.rar, postern.war and the PostgreSQL
# driver as postgresql.jar. Options for Java in JAVA_OPTS, others for Payara Micro as arguments: start.sh --port 8080
set -eu
here=$(cd "$(dirname "$0")" && pwd)
exec java ${JAVA_OPTS:--Xmx1g} -Djdk.httpclient.keepalive.timeout=20 -jar payara-micro.jar \
  --nohazelcast --nocluster --disablephonehome --minhttpthreads 16 --maxhttpthreads 320 \
  --addlibs postgresql.jar \
  --prebootcommandfile "$here/preboot.asadmin" --postbootcommandfile "$here/postboot.asadmin" "$@"
