#!/usr/bin/env bash
# Starts Safeguard on this machine: database, build, server. See README.md.
set -euo pipefail

usage() {
  cat <<'END'
Usage: ./run.sh [DIRECTORY]

Starts Safeguard on http://127.0.0.1:5080. The first start loads a demo institution, or the CSV files in DIRECTORY.
Ctrl-C stops everything; the next start has the data, which lives in .data/.

  SAFEGUARD_DATABASE   a PostgreSQL connection string, instead of the private cluster
  SAFEGUARD_URLS       the address to serve on, instead of http://127.0.0.1:5080
  SAFEGUARD_DEMO=0     an empty institution without the demo's doors
  SAFEGUARD_NOW        where the demo clock starts on the first start, as 2026-11-20T12:00:00Z
END
}

case ${1:-} in
  -h | --help)
    usage
    exit 0
    ;;
  -*)
    usage >&2
    exit 2
    ;;
esac

if [ -n "${1:-}" ]; then
  SAFEGUARD_IMPORT=$(cd "$1" 2>/dev/null && pwd) || {
    printf 'Stopped: there is no directory %s to import.\n' "$1" >&2
    exit 2
  }
  export SAFEGUARD_IMPORT
fi

cd "$(dirname "${BASH_SOURCE[0]}")"
here=$(pwd -P)
# shellcheck source=scripts/machine.sh
. scripts/machine.sh
# shellcheck source=scripts/postgres.sh
. scripts/postgres.sh

data=$here/.data
app=$here/src/Api/bin/Release/net10.0/publish/safeguard.dll
cluster=
api=

# shellcheck disable=SC2317 # called by the trap
finish() {
  local code=$?
  trap - EXIT
  trap '' INT TERM HUP
  if [ -n "$api" ] && kill -0 "$api" 2>/dev/null; then end_process "$api" 20; fi
  if [ -n "$cluster" ]; then stop_cluster "$cluster"; fi
  rm -f "$data/api.pid" "$data/run.pid"
  if [ -n "$api" ]; then printf '\nSafeguard has stopped. Its data is kept for the next start.\n'; fi
  exit "$code"
}

# One run.sh a clone: a second would take the database from under the first when it ends.
claim_this_clone() {
  local other
  mkdir -p "$data"
  chmod 711 "$data"
  other=$(cat "$data/run.pid" 2>/dev/null) || true
  if [ "$other" != $$ ] && process_is "$other" run.sh; then
    stop_with "Safeguard already runs from this directory (process $other)." "Stop that one with Ctrl-C first."
  fi
  printf '%s\n' $$ >"$data/run.pid"
  trap finish EXIT
  trap 'exit 130' INT
  trap 'exit 143' TERM
  trap 'exit 129' HUP
}

# A server whose run.sh was killed still holds the port and an old build.
end_orphan_server() {
  local old
  old=$(cat "$data/api.pid" 2>/dev/null) || return 0
  if process_is "$old" "$app"; then
    step "Ending the server that an earlier start left behind"
    end_process "$old" 20
  fi
  rm -f "$data/api.pid"
}

require_free_address() {
  local url port
  for url in ${SAFEGUARD_URLS//;/ }; do
    port=$(printf '%s' "$url" | sed -nE 's#^[a-z]+://[^/]*:([0-9]+)/?$#\1#p')
    if [ -n "$port" ] && port_is_taken "$port"; then
      stop_with "port $port is taken by another program." \
        "Stop that program, or choose another port: SAFEGUARD_URLS=http://127.0.0.1:$((port + 1)) ./run.sh"
    fi
  done
}

# The cluster lies in .data, unless the server's own user cannot reach it there (a clone in root's home): then in
# /var/lib/safeguard, with a link from .data.
choose_cluster_home() {
  cluster_home=$data
  choose_postgres_user
  if [ -n "$postgres_user" ] && ! as_postgres test -x "$data"; then
    cluster_home=/var/lib/safeguard/$(printf '%s' "$here" | cksum | cut -d' ' -f1)
    mkdir -p "$cluster_home"
    chmod 755 /var/lib/safeguard
    chmod 711 "$cluster_home"
    ln -sfn "$cluster_home/postgres" "$data/postgres"
  fi
}

start_database() {
  cluster=$cluster_home/postgres
  postgres_only=$(cat "$cluster/data/PG_VERSION" 2>/dev/null) || true
  require_postgres "$cluster_home/tools"
  choose_postgres_user
  if [ -d "$cluster/data" ]; then
    keep_to_cluster_owner
    [ -e "$key_file" ] ||
      stop_with "the key file $key_file is missing, and the database holds what only it can read." \
        "Put it back from your copy. To start afresh instead, move $cluster out of the way."
  else
    step "Making the database"
    make_cluster "$cluster"
  fi
  step "Starting the database"
  start_cluster "$cluster"
  SAFEGUARD_DATABASE=$(cluster_address "$cluster")
  export SAFEGUARD_DATABASE
}

# Made by root once and by somebody else now, or the other way round: the files keep their owner.
keep_to_cluster_owner() {
  local owner
  owner=$(owner_of "$cluster/data")
  if [ "$(id -u)" -eq 0 ]; then
    postgres_user=$owner
  elif [ "$owner" != "$(id -un)" ]; then
    cluster=
    stop_with "the database in .data belongs to the user $owner." "Start Safeguard as you did the first time."
  fi
}

# Confidential fields are sealed under data keys, and those under this one. It exists before the database does.
make_key() {
  key_file=${SAFEGUARD_KEY_FILE:-$data/keys/key-encryption-key}
  if [ -n "${SAFEGUARD_KEY_FILE:-}" ] || [ -e "$key_file" ] || [ -d "$cluster_home/postgres/data" ]; then
    :
  else
    mkdir -p "$data/keys"
    chmod 700 "$data/keys"
    (umask 077 && head -c 32 /dev/urandom | base64 >"$key_file.new" && mv "$key_file.new" "$key_file")
  fi
  export SAFEGUARD_KEY_FILE=$key_file
}

build() {
  step "Building (the first time takes a minute or two)"
  quietly "$data/build.log" env MSBUILDDISABLENODEREUSE=1 dotnet publish src/Api -c Release --nologo -v quiet \
    -p:UseSharedCompilation=false </dev/null ||
    stop_with "the build failed." "The first build needs the network, to fetch packages." \
      "The lines above say why; all of it is in .data/build.log."
}

# What the server says to a person goes on the screen; its log, one JSON object a line, into a file.
part_output() {
  local line
  trap '' INT TERM HUP
  while IFS= read -r line; do
    case $line in
      '{'*) printf '%s\n' "$line" >>"$data/server.log" ;;
      *) printf '%s\n' "$line" ;;
    esac
  done
}

# In the background, so that a signal to this script is answered at once.
serve() {
  step "Starting the server (its log is .data/server.log)"
  if [ -e "$data/server.log" ]; then mv "$data/server.log" "$data/server.log.before"; fi
  (umask 077 && : >"$data/server.log")
  (cd "$(dirname "$app")" && exec dotnet "$app" serve </dev/null) > >(part_output) 2>&1 &
  api=$!
  printf '%s\n' "$api" >"$data/api.pid"
  local code=0
  wait "$api" || code=$?
  stop_with "the server ended by itself (exit code $code)." \
    "What it said last is above. When that is mended, start again with ./run.sh"
}

export SAFEGUARD_URLS=${SAFEGUARD_URLS:-http://127.0.0.1:5080}
export SAFEGUARD_DEMO=${SAFEGUARD_DEMO:-1}
require_dotnet
claim_this_clone
end_orphan_server
require_free_address
require_time_zones
choose_cluster_home
make_key
build
if [ -z "${SAFEGUARD_DATABASE:-}" ]; then start_database; fi
serve
