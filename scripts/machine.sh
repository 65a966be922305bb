# shellcheck shell=bash
# What run.sh and test.sh need of the machine: words for people, packages, ports and processes.
# Sourced, never run. Bash 3.2 (macOS) is enough.

step() { printf '%s\n' "==> $*"; }

# stop_with WHAT [WHAT TO DO NEXT...]: the one way in which a script gives up.
stop_with() {
  printf '\nStopped: %s\n' "$1" >&2
  shift
  if [ $# -gt 0 ]; then printf '  %s\n' "$@" >&2; fi
  exit 1
}

have() { command -v "$1" >/dev/null 2>&1; }

# quietly LOG COMMAND...: keeps the output of a long command in a file, and shows its end only when it failed.
quietly() {
  local log=$1 code=0
  shift
  "$@" >"$log" 2>&1 || code=$?
  if [ "$code" -ne 0 ]; then
    printf '\n' >&2
    tail -n 30 "$log" >&2
  fi
  return "$code"
}

# Only a person at a terminal can be asked for a sudo password.
as_root() {
  if [ "$(id -u)" -eq 0 ]; then
    "$@"
  elif have sudo && { sudo -n true 2>/dev/null || { [ -t 0 ] && [ "${CI:-}" != true ]; }; }; then
    sudo "$@"
  else
    return 1
  fi
}

apt_lists_are_fresh=

# A source that does not answer must not keep the others from serving, so a failed update is not the end.
apt_update_once() {
  [ -z "$apt_lists_are_fresh" ] || return 0
  as_root apt-get update -qq >/dev/null 2>&1 || true
  apt_lists_are_fresh=1
}

apt_install() {
  have apt-get || return 1
  apt_update_once
  as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends \
    -o DPkg::Lock::Timeout=300 "$@" >/dev/null
}

require_dotnet() {
  if ! have dotnet || ! dotnet --version >/dev/null 2>&1; then
    stop_with "the .NET 10 SDK is not on this machine (or not on PATH)." \
      "Debian or Ubuntu: install the package dotnet-sdk-10.0. macOS: brew install dotnet." \
      "Then run this again."
  fi
}

# The institution's time zone comes from the system's time zone data, which small images leave out.
require_time_zones() {
  [ -e /usr/share/zoneinfo/Europe/London ] && return 0
  step "Installing time zone data"
  apt_install tzdata || stop_with "this machine has no time zone data." "Install the package tzdata."
}

# The tests of crashes look for a server's children.
require_ps() {
  have ps && return 0
  apt_install procps || stop_with "this machine has no ps." "Install the package procps."
}

find_chromium() {
  local name
  for name in chromium chromium-browser google-chrome google-chrome-stable; do
    if have "$name"; then
      command -v "$name"
      return 0
    fi
  done
  for name in "/Applications/Chromium.app/Contents/MacOS/Chromium" \
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"; do
    if [ -x "$name" ]; then
      printf '%s\n' "$name"
      return 0
    fi
  done
  return 1
}

# Leaves the browser's path in SAFEGUARD_CHROMIUM for the browser tests.
require_chromium() {
  if ! find_chromium >/dev/null; then
    step "Installing Chromium for the browser tests"
    if have apt-get; then apt_install chromium || true; elif have brew; then brew install --cask -q chromium || true; fi
  fi
  SAFEGUARD_CHROMIUM=$(find_chromium) ||
    stop_with "the browser tests need Chromium, and it could not be installed." \
      "Install the package chromium (this needs root or sudo, and the network), then run this again."
  export SAFEGUARD_CHROMIUM
}

# The OpenID provider that stands for the university's in the sign-in tests.
require_test_provider() {
  local into=tests/Api.Tests/SignIn/provider
  if ! have node || ! have npm; then
    step "Installing Node.js for the sign-in tests"
    if have apt-get; then apt_install nodejs npm || true; elif have brew; then brew install -q node || true; fi
  fi
  node -e 'process.exit(parseInt(process.versions.node, 10) < 20 ? 1 : 0)' 2>/dev/null && have npm ||
    stop_with "the sign-in tests need Node.js 20 or later, with npm." "Install it, then run this again."
  if [ "$into/node_modules/.package-lock.json" -nt "$into/package-lock.json" ]; then return 0; fi
  step "Installing the OpenID provider of the sign-in tests"
  mkdir -p artifacts
  quietly artifacts/provider.log npm ci --prefix "$into" --ignore-scripts --no-audit --no-fund ||
    stop_with "the OpenID provider of the sign-in tests could not be fetched." \
      "It comes from npm and needs the network the first time."
}

port_is_taken() { (exec 3<>"/dev/tcp/127.0.0.1/$1") 2>/dev/null; }

# Below the ports that systems lend to outgoing connections, so that a remembered one stays ours.
free_port() {
  local port
  while :; do
    port=$((15000 + RANDOM % 10000))
    if ! port_is_taken "$port"; then
      printf '%s\n' "$port"
      return 0
    fi
  done
}

# process_is PID WORD: whether that process is alive and has the word in its command line. A number alone proves
# nothing after a restart of the machine, when another program may have it.
process_is() {
  local line
  [ -n "$1" ] || return 1
  kill -0 "$1" 2>/dev/null || [ -e "/proc/$1" ] || return 1
  if [ -r "/proc/$1/cmdline" ]; then
    line=$(tr '\0' ' ' <"/proc/$1/cmdline" 2>/dev/null)
  else
    line=$(ps -o args= -p "$1" 2>/dev/null)
  fi
  case $line in *"$2"*) return 0 ;; *) return 1 ;; esac
}

# end_process PID SECONDS: asks it to end, waits that long, then makes it.
end_process() {
  local waited=0
  kill -TERM "$1" 2>/dev/null || return 0
  while kill -0 "$1" 2>/dev/null; do
    if [ "$waited" -ge $(($2 * 10)) ]; then
      kill -KILL "$1" 2>/dev/null || true
      return 0
    fi
    sleep 0.1
    waited=$((waited + 1))
  done
}
