#!/bin/sh
# Draws the passwords and writes the addresses of the databases into deploy/secrets, one file each. Nothing that exists is changed.
set -eu
cd "$(dirname "$0")"
umask 077
mkdir -p secrets certificates

draw() {
  od -An -tx1 -N24 /dev/urandom | tr -d ' \n'
}

keep() {
  [ -e "secrets/$1" ] || printf '%s\n' "$2" >"secrets/$1"
}

keep postgres-password "$(draw)"
keep database-url "postgresql://panah_app:$(draw)@database:5432/panah"
keep migration-database-url "postgresql://panah_owner:$(draw)@database:5432/panah"
keep jobs-database-url "postgresql://panah_jobs:$(draw)@database:5432/panah"
keep keys-database-url "postgresql://panah_keys:$(draw)@keys-database:5432/panah_keys"
keep keys-migration-database-url "postgresql://panah_owner:$(draw)@keys-database:5432/panah_keys"
# the server inside the container is another user than you: the folder keeps everybody else out, the files must be readable there
chmod 644 secrets/*
