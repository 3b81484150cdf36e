#!/bin/bash
# Starts nginx, two nodes of Postern, PostgreSQL, Redis and ActiveMQ on this machine, all on loopback, and stops them with Ctrl-C.
#
#   server-config/cluster/cluster.sh [postern.jar]
#
# CLUSTER_DIR   where everything is kept (/var/tmp/postern-cluster)
# CLUSTER_PORT  port of nginx (8080); the five behind it are for the nodes, PostgreSQL, Redis and the broker
# CLUSTER_DEMO  true for demo content (the default), false for an empty installation
# JAVA_OPTIONS  of each node (-Xmx512m -XX:+UseSerialGC)
set -euo pipefail

here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
jar=$(realpath "${1:-$here/../../target/postern.jar}")
dir=${CLUSTER_DIR:-/var/tmp/postern-cluster}
port=${CLUSTER_PORT:-8080}
node_a=$((port + 1)) node_b=$((port + 2)) postgres=$((port + 3)) redis=$((port + 4)) broker=$((port + 5))
read -ra java_options <<<"${JAVA_OPTIONS:--Xmx512m -XX:+UseSerialGC}"
pids=()
names=()

fail() {
    echo "cluster.sh: $*" >&2
    exit 1
}

# Debian packages by the file that each is needed for.
install_missing() {
    local missing=()
    [ -x /usr/sbin/nginx ] || missing+=(nginx)
    [ -x /usr/bin/redis-server ] || missing+=(redis-server)
    [ -n "$(newest_postgres)" ] || missing+=(postgresql)
    [ -f /usr/share/activemq/bin/activemq.jar ] || missing+=(activemq)
    command -v java >/dev/null || missing+=(default-jre-headless)
    [ ${#missing[@]} -eq 0 ] && return
    [ "$(id -u)" = 0 ] && [ -x /usr/bin/apt-get ] || fail "missing: ${missing[*]}; install them, or run this as root on Debian"
    echo "Installing ${missing[*]} …"
    # Their services are not wanted: we start our own.
    local policy=/usr/sbin/policy-rc.d ours=false
    if [ ! -e $policy ]; then
        ours=true
        trap 'rm -f /usr/sbin/policy-rc.d' EXIT
        printf '#!/bin/sh\nexit 101\n' >$policy
        chmod 755 $policy
    fi
    apt-get -q update >/dev/null || true
    DEBIAN_FRONTEND=noninteractive apt-get -qq install -y --no-install-recommends "${missing[@]}" >"$dir/apt-get.log" 2>&1 ||
        fail "installing failed: $dir/apt-get.log"
    [ $ours = false ] || rm -f $policy
    trap - EXIT
}

newest_postgres() {
    ls -d /usr/lib/postgresql/*/bin 2>/dev/null | sort -V | tail -1
}

# In a session of its own, so that Ctrl-C reaches only this script, which stops them one after another.
start() {
    local name=$1
    shift
    setsid "$@" >>"$dir/$name.log" 2>&1 </dev/null &
    pids+=($!)
    names+=("$name")
}

await() {
    local name=$1 tries=$2
    shift 2
    until "$@"; do
        kill -0 "${pids[-1]}" 2>/dev/null || fail "$name ended: $(tail -3 "$dir/$name.log")"
        ((tries-- > 0)) || fail "$name does not answer: $dir/$name.log"
        sleep 0.5
    done
}

listens() {
    (exec 3<>"/dev/tcp/127.0.0.1/$1") 2>/dev/null
}

is_ready() {
    local answer=""
    { exec 3<>"/dev/tcp/127.0.0.1/$1" && printf 'GET /status/ready HTTP/1.0\r\nHost: localhost\r\n\r\n' >&3 && read -r answer <&3; } 2>/dev/null || true
    exec 3>&- 2>/dev/null || true
    [[ $answer == *" 200"* ]]
}

# The last one first: nobody loses what they need to end in order.
stop_all() {
    trap - EXIT
    trap '' INT TERM
    for ((i = ${#pids[@]} - 1; i >= 0; i--)); do
        kill -0 "${pids[i]}" 2>/dev/null || continue
        echo "Stopping ${names[i]} (${pids[i]})"
        case ${names[i]} in
            postgres) kill -INT "${pids[i]}" ;;     # does not wait for those who are connected
            *) kill -TERM "${pids[i]}" ;;
        esac
        wait "${pids[i]}" 2>/dev/null || true
    done
}

start_postgres() {
    local bin data="$dir/postgres" owner=()
    bin=$(newest_postgres)
    # PostgreSQL refuses to run as root.
    [ "$(id -u)" != 0 ] || owner=(setpriv --reuid=postgres --regid=postgres --clear-groups)
    if [ ! -f "$data/PG_VERSION" ]; then
        mkdir -p "$data"
        head -c 18 /dev/urandom | base64 >"$dir/database-password"
        chmod 600 "$dir/database-password"
        [ "$(id -u)" != 0 ] || chown postgres: "$data" "$dir/database-password"
        "${owner[@]}" "$bin/initdb" -D "$data" -U postern --pwfile="$dir/database-password" -A scram-sha-256 -E UTF8 \
            --locale=C.UTF-8 >"$dir/initdb.log" 2>&1 || fail "initdb failed: $dir/initdb.log"
    fi
    start postgres "${owner[@]}" "$bin/postgres" -D "$data" -p "$postgres" -c listen_addresses=127.0.0.1 \
        -c unix_socket_directories="$data"
    await postgres 60 listens "$postgres"
}

start_redis() {
    mkdir -p "$dir/redis"
    start redis redis-server --bind 127.0.0.1 --port "$redis" --dir "$dir/redis" --appendonly yes --daemonize no
    await redis 60 listens "$redis"
}

start_broker() {
    mkdir -p "$dir/broker"
    start broker java -Xmx256m -Dactivemq.home=/usr/share/activemq -Dactivemq.base="$dir/broker" \
        -jar /usr/share/activemq/bin/activemq.jar start \
        "broker:(tcp://127.0.0.1:$broker)/postern?persistent=true&useJmx=false&dataDirectory=$dir/broker"
    await broker 120 listens "$broker"
}

start_node() {
    local name=$1 own=$2
    POSTERN_PORT="$own" \
        POSTERN_ADDRESS=127.0.0.1 \
        POSTERN_DATA_DIR="$dir/$name" \
        POSTERN_ISSUER="http://localhost:$port" \
        POSTERN_MASTER_KEY_FILE="$dir/master.key" \
        POSTERN_TRUSTED_PROXIES=127.0.0.1 \
        POSTERN_DATABASE_URL="jdbc:postgresql://127.0.0.1:$postgres/postgres" \
        POSTERN_DATABASE_USER=postern \
        POSTERN_DATABASE_PASSWORD="$(cat "$dir/database-password")" \
        POSTERN_REDIS_URL="redis://127.0.0.1:$redis" \
        POSTERN_BROKER_URL="failover:(tcp://127.0.0.1:$broker)?timeout=2000" \
        POSTERN_APP_ENABLED=true \
        POSTERN_DEMO="${CLUSTER_DEMO:-true}" \
        start "$name" java "${java_options[@]}" -jar "$jar"
}

start_nginx() {
    mkdir -p "$dir/nginx"
    sed "s/127\.0\.0\.1:8080/127.0.0.1:$port/" "$here/nginx.conf" >"$dir/nginx/nginx.conf"
    cp "$here/../edge/caller.conf" "$dir/nginx/"
    printf 'server 127.0.0.1:%s max_fails=3 fail_timeout=5s;\n' "$node_a" "$node_b" >"$dir/nginx/nodes.conf"
    start nginx nginx -p "$dir/nginx" -e "$dir/nginx/error.log" -c "$dir/nginx/nginx.conf"
    await nginx 60 listens "$port"
}

[ -f "$jar" ] || fail "$jar is missing: build it with mvn -Pquick -DskipTests package, or name another"
mkdir -p "$dir"
chmod 755 "$dir"
PATH=$PATH:/usr/sbin
install_missing
for p in $port $node_a $node_b $postgres $redis $broker; do
    ! listens "$p" || fail "port $p is taken: set CLUSTER_PORT to a port that is free with the five behind it"
done
trap stop_all EXIT
trap 'exit 130' INT
trap 'exit 143' TERM

echo "Starting PostgreSQL, Redis and ActiveMQ in $dir …"
start_postgres
start_redis
start_broker
echo "Starting two nodes …"
: >"$dir/node-a.log"
start_node node-a "$node_a"
await node-a 600 is_ready "$node_a"
start_node node-b "$node_b"
await node-b 600 is_ready "$node_b"
start_nginx

sed -n '/^-----/,/^-----/p' "$dir/node-a.log"
cat <<TEXT

Two nodes answer in turn at  http://localhost:$port
Past nginx they are at       http://localhost:$node_a (${pids[-3]}) and http://localhost:$node_b (${pids[-2]}); kill -9 one and see.
Everything is kept in        $dir
Ctrl-C stops it all.
TEXT

# A node may be killed to see what happens. Without nginx there is nothing to see.
wait "${pids[-1]}" || true
fail "nginx ended: $dir/nginx/error.log"
