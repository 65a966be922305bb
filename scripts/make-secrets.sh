#!/usr/bin/env bash
# Makes the secrets that docker-compose.yml reads, once, in ./secrets. What is there already is left alone.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

mkdir -p secrets
# Only you can enter the folder. The files in it are readable, because the containers' own users read them.
chmod 700 secrets
cd secrets

if [ ! -e key-encryption-key ]; then
  head -c 32 /dev/urandom | base64 >key-encryption-key
fi
if [ ! -e postgres-password ]; then
  head -c 24 /dev/urandom | base64 | tr -d '+/=\n' >postgres-password
fi
# The same password in the form that Npgsql reads.
rm -f pgpass
printf 'postgres:5432:*:safeguard:%s\n' "$(cat postgres-password)" >pgpass
if [ ! -e tls.pem ]; then
  command -v openssl >/dev/null || {
    echo "Stopped: there is no openssl to make a certificate with." >&2
    echo "Put your own, with its key, into secrets/tls.pem." >&2
    exit 1
  }
  openssl req -x509 -newkey rsa:2048 -nodes -days 30 -subj /CN=localhost -addext subjectAltName=DNS:localhost \
    -keyout tls.key -out tls.crt 2>/dev/null
  cat tls.crt tls.key >tls.pem
  rm tls.crt tls.key
  echo "secrets/tls.pem holds a certificate for trying it out. Replace it by your own before anyone relies on it."
fi
chmod 444 key-encryption-key postgres-password pgpass tls.pem
echo "Keep a copy of secrets/key-encryption-key somewhere else: without it, nothing confidential can be read again."
