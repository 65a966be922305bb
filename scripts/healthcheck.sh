#!/usr/bin/env bash
# healthcheck.sh PORT: succeeds when the server on that port says that it can serve. The image has no curl.
set -euo pipefail
exec 3<>"/dev/tcp/127.0.0.1/$1"
printf 'GET /health/ready HTTP/1.0\r\nHost: localhost\r\n\r\n' >&3
read -r -t 4 status <&3
[[ $status == HTTP/1.?" 200"* ]]
