#!/bin/sh
# Creates the roles and the database when PostgreSQL's volume is empty. Flyway creates the tables, as samplan_owner.
set -eu

for secret in "$POSTGRES_PASSWORD" "$SAMPLAN_OWNER_PASSWORD" "$SAMPLAN_APP_PASSWORD"; do
    if [ "$secret" = change-me ]; then
        echo 'docker/.env still holds the passwords of .env.example' >&2
        exit 1
    fi
done

psql -v ON_ERROR_STOP=1 --username "$POSTGRES_USER" --dbname postgres \
    -v owner="$SAMPLAN_OWNER_PASSWORD" -v app="$SAMPLAN_APP_PASSWORD" <<'SQL'
SET log_statement = 'none';
CREATE ROLE samplan_owner LOGIN NOSUPERUSER PASSWORD :'owner';
CREATE ROLE samplan_app LOGIN NOSUPERUSER PASSWORD :'app';
CREATE ROLE samplan_vault NOLOGIN NOSUPERUSER;
GRANT samplan_vault TO samplan_owner WITH INHERIT FALSE, SET TRUE;
GRANT pg_read_all_stats TO samplan_owner;
CREATE DATABASE samplan OWNER samplan_owner;
REVOKE ALL ON DATABASE samplan FROM PUBLIC;
GRANT CONNECT, TEMPORARY ON DATABASE samplan TO samplan_app;
SQL
