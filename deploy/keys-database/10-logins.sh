#!/bin/sh
# Runs once, on an empty server: the logins and the database of the wrapped keys.
set -eu

password_of() {
  sed -E 's#^[a-z]+://[^:]+:([^@]+)@.*$#\1#' "/run/secrets/$1"
}

psql -v ON_ERROR_STOP=1 --username postgres \
  -v owner="$(password_of keys-migration-database-url)" -v keys="$(password_of keys-database-url)" <<'SQL'
create role panah_owner login nosuperuser nobypassrls nocreatedb nocreaterole password :'owner';
create role panah_keys login nosuperuser nobypassrls nocreatedb nocreaterole password :'keys';
create database panah_keys owner panah_owner;
revoke all on database panah_keys from public;
grant connect on database panah_keys to panah_keys;
SQL
