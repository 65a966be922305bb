#!/usr/bin/env bash
# Every test on this machine, or one part of them. See README.md.
set -euo pipefail

usage() {
  cat <<'END'
Usage: ./test.sh [PART [RUNNER OPTION...]]

Without PART: builds everything, checks the style, runs every tests/*.Tests project. The last line is the result.
With PART, as in ./test.sh Domain: builds and runs tests/Domain.Tests only; what follows goes to its runner,
as in ./test.sh Domain -method '*raiser*'.
SAFEGUARD_LONG=1 asks for the long form: more kills, more seeds, longer waits. See README.md.
END
}

case ${1:-} in
  -h | --help)
    usage
    exit 0
    ;;
esac

cd "$(dirname "${BASH_SOURCE[0]}")"
here=$(pwd -P)
# shellcheck source=scripts/machine.sh
. scripts/machine.sh
# shellcheck source=scripts/postgres.sh
. scripts/postgres.sh

results=$here/artifacts/tests
temporary=${TMPDIR:-/tmp}
place=
running=
passed=0
failed=0
skipped=0

# shellcheck disable=SC2317 # called by the trap
finish() {
  local code=$?
  trap - EXIT
  trap '' INT TERM HUP
  if [ -n "$running" ] && kill -0 "$running" 2>/dev/null; then end_process "$running" 10; fi
  if [ -n "$place" ]; then
    stop_cluster "$place/postgres"
    rm -rf "$place"
  fi
  exit "$code"
}

# In the background, so that a signal to this script is answered at once and nothing is left running.
attend() {
  local code=0
  "$@" &
  running=$!
  wait "$running" || code=$?
  running=
  return "$code"
}

# Clusters whose test.sh was killed outright.
clear_abandoned() {
  local old
  for old in "$temporary"/safeguard-test.*; do
    if [ ! -O "$old" ] || process_is "$(cat "$old/pid" 2>/dev/null)" test.sh; then continue; fi
    stop_cluster "$old/postgres"
    rm -rf "$old"
  done
}

start_database() {
  choose_postgres_user
  if [ -n "$postgres_user" ] && ! as_postgres test -x "$temporary"; then temporary=/tmp; fi
  if [ -z "$postgres_user" ] || as_postgres test -x "$here"; then
    mkdir -p .data
    chmod 711 .data
    require_postgres "$here/.data/tools"
  else
    require_postgres /var/lib/safeguard/tools
  fi
  choose_postgres_user
  clear_abandoned
  place=$(mktemp -d "$temporary/safeguard-test.XXXXXX")
  printf '%s\n' $$ >"$place/pid"
  chmod 711 "$place"
  # Nothing here has to outlive a power cut. Tests of what survives a crash start servers of their own.
  make_cluster "$place/postgres" 'fsync = off' 'full_page_writes = off' 'max_connections = 200'
  start_cluster "$place/postgres"
  SAFEGUARD_TEST_DATABASE=$(cluster_address "$place/postgres")
  # For the tests that start servers of their own.
  export SAFEGUARD_TEST_DATABASE SAFEGUARD_POSTGRES_BIN="$postgres_bin" PATH="$PATH:$postgres_bin"
}

# One thing that is wrong with the whole, where no test could say so.
count_as_failed() {
  printf 'FAILED: %s\n' "$1"
  failed=$((failed + 1))
}

build() {
  local what=$1
  step "Building $what"
  attend dotnet restore "$what" --locked-mode --nologo -v quiet &&
    attend dotnet build "$what" -c Release --no-restore --nologo -v quiet -warnaserror
}

# The build already enforces every other rule of style; the white space is what it leaves.
check_style() {
  step "Checking the style"
  attend dotnet format whitespace . --folder --verify-no-changes ||
    count_as_failed "the white space: 'dotnet format whitespace . --folder' mends it."
}

# The runner's own count: an attribute of the one assembly element, which comes first in the file.
count_in() {
  local number
  number=$(grep -o -m 1 '<assembly [^>]*>' "$1" | head -n 1 | sed -nE "s/.* $2=\"([0-9]+)\".*/\1/p")
  printf '%d\n' "${number:-0}"
}

# run_tests NAME [RUNNER OPTION...]: a project that ends without a result has failed, whatever it said.
run_tests() {
  local name=$1 code=0 result=$results/$1.xml bad
  local program=tests/$1.Tests/bin/Release/net10.0/Safeguard.$1.Tests.dll
  shift
  step "Testing $name"
  rm -f "$result"
  attend dotnet "$program" -noLogo -noColor -longRunning 60 -xml "$result" "$@" || code=$?
  if [ ! -s "$result" ]; then
    count_as_failed "tests/$name.Tests ended with code $code and no result."
    return 0
  fi
  bad=$(($(count_in "$result" failed) + $(count_in "$result" errors)))
  passed=$((passed + $(count_in "$result" passed)))
  skipped=$((skipped + $(count_in "$result" skipped)))
  failed=$((failed + bad))
  if [ "$code" -ne 0 ] && [ "$bad" -eq 0 ] && [ "$(count_in "$result" total)" -gt 0 ]; then
    count_as_failed "tests/$name.Tests ended with code $code."
  fi
}

report() {
  printf '%d passed, %d failed, %d skipped\n' "$passed" "$failed" "$skipped"
  if [ "$failed" -gt 0 ] || [ "$passed" -eq 0 ]; then exit 1; fi
  exit 0
}

export MSBUILDDISABLENODEREUSE=1 DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1
# What runs for a minute gets no faster by being watched for what to compile again: a quarter less processor time.
export DOTNET_TieredPGO=0
part=${1:-}
if [ -n "$part" ] && [ ! -d "tests/$part.Tests" ]; then
  stop_with "there is no tests/$part.Tests." "Parts: $(cd tests && printf '%s ' *.Tests | sed 's/\.Tests//g')"
fi
trap finish EXIT
trap 'exit 130' INT
trap 'exit 143' TERM
trap 'exit 129' HUP
require_dotnet
require_time_zones
require_ps
if [ -z "$part" ] || [ "$part" = Browser ]; then require_chromium; fi
if [ -z "$part" ] || [ "$part" = Api ]; then require_test_provider; fi
start_database
mkdir -p "$results"

if [ -n "$part" ]; then
  shift
  build "tests/$part.Tests" || { count_as_failed "the build."; report; }
  run_tests "$part" "$@"
  report
fi
build Safeguard.sln || { count_as_failed "the build."; report; }
check_style
for project in tests/*.Tests; do
  name=${project#tests/}
  run_tests "${name%.Tests}"
done
report
