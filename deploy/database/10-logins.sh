#!/bin/sh
# Runs once, on an empty server: the logins and the database of the records. Each login may do one thing.
set -eu

password_of() {
  sed -E 's#^[a-z]+://[^:]+:([^@]+)@.*$#\1#' "/run/secrets/$1"
}

psql -v ON_ERROR_STOP=1 --username postgres \
  -v owner="$(password_of migration-database-url)" -v app="$(password_of database-url)" -v jobs="$(password_of jobs-database-url)" <<'SQL'
create role panah_owner login nosuperuser nobypassrls nocreatedb nocreaterole password :'owner';
create role panah_app login nosuperuser nobypassrls nocreatedb nocreaterole password :'app';
create role panah_jobs login nosuperuser nobypassrls nocreatedb nocreaterole password :'jobs';
create database panah owner panah_owner;
revoke all on database panah from public;
grant connect on database panah to panah_app, panah_jobs;
\connect panah
create schema queue authorization panah_jobs;
SQL
