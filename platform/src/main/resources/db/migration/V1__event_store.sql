-- The event store: one table of events, what lets readers follow it without losing one, and the followers' tokens.
-- The schema itself is the migrations' default schema, which they make before the first.

grant usage on schema samplan to samplan_app;

-- One row per event, for ever. No third index: an event's id is stream/sequence.
create table samplan.event (
    global_index bigint generated always as identity (cache 1 no cycle) primary key,
    stream       uuid        not null,
    sequence     int         not null check (sequence >= 0),
    type         text        not null,
    revision     smallint    not null check (revision > 0),
    recorded_at  timestamptz not null,
    metadata     bytea       not null,
    payload      bytea       not null,
    constraint event_stream_sequence unique (stream, sequence)
);

-- Says up to where the sequence may have been drawn from when this transaction began to append: a shared advisory lock
-- whose key is the sequence's last value under the tag x'5341', held to the end of the transaction. The lowest lock of
-- a transaction is its first; from the second INSERT on it remembers that it has one, since 20,000 statements would
-- fill the server's lock table. Written as one plain expression: PERFORM and a WHEN clause were slower.
create function samplan.lock_position() returns trigger language plpgsql as $$
begin
    if (case when pg_catalog.pg_current_xact_id_if_assigned() is null
             then pg_catalog.pg_advisory_xact_lock_shared(x'5341000000000000'::bigint | coalesce(pg_catalog.pg_sequence_last_value('samplan.event_global_index_seq'::regclass), 0)) is null
             when pg_catalog.current_setting('samplan.locked_by', true) = tg_relid::text || ':' || pg_catalog.pg_current_xact_id_if_assigned()::text then false
             when pg_catalog.pg_advisory_xact_lock_shared(x'5341000000000000'::bigint | coalesce(pg_catalog.pg_sequence_last_value('samplan.event_global_index_seq'::regclass), 0)) is null then true
             else pg_catalog.set_config('samplan.locked_by', tg_relid::text || ':' || pg_catalog.pg_current_xact_id_if_assigned()::text, true) is null end)
    then raise exception 'unreachable'; end if;
    return null;
end $$;

create trigger lock_position before insert on samplan.event
    for each statement execute function samplan.lock_position();
alter table samplan.event enable always trigger lock_position;

-- Gives the time an event was recorded: the greater of the clock and the predecessor's time, so that it never runs
-- backwards within a stream when the clock does, and refuses an event without its predecessor. A row trigger, although
-- the client knows the predecessor's time: it costs one probe of an index page that the INSERT touches anyway, sees the
-- earlier rows of its own statement, covers psql, COPY and migrations, and leaves no client the right to name a time.
create function samplan.set_recorded_at() returns trigger language plpgsql as $$
declare
    predecessor timestamptz;
begin
    if new.sequence > 0 then
        select recorded_at into predecessor from samplan.event where stream = new.stream and sequence = new.sequence - 1;
        if predecessor is null then
            raise exception 'event %/% has no predecessor', new.stream, new.sequence using errcode = 'check_violation';
        end if;
    end if;
    new.recorded_at := greatest(pg_catalog.clock_timestamp(), predecessor);
    return new;
end $$;

create trigger set_recorded_at before insert on samplan.event
    for each row execute function samplan.set_recorded_at();
alter table samplan.event enable always trigger set_recorded_at;

-- The index up to which every event is either visible to a new statement or dead for ever. First the sequence, then
-- the locks: whoever drew an index up to the first was holding its lock by then. Call it in a statement of its own.
-- Never filters by pid, since prepared transactions have none.
create function samplan.safe_bound() returns bigint language plpgsql volatile parallel unsafe as $$
declare
    head bigint;
    held bigint;
begin
    if pg_catalog.current_setting('transaction_isolation') not in ('read committed', 'read uncommitted') then
        raise exception 'the safe bound needs READ COMMITTED: an older snapshot would hide events below it'
            using errcode = 'invalid_transaction_state';
    end if;
    if pg_catalog.pg_is_in_recovery() then
        raise exception 'the safe bound is unknown on a standby: the locks of the appending transactions are not there'
            using errcode = 'object_not_in_prerequisite_state';
    end if;
    head := pg_catalog.pg_sequence_last_value('samplan.event_global_index_seq'::regclass);
    if head is null then
        if not pg_catalog.has_sequence_privilege('samplan.event_global_index_seq', 'SELECT') then
            raise exception 'the safe bound needs SELECT on the sequence' using errcode = 'insufficient_privilege';
        end if;
        return 0;
    end if;
    select min(((l.classid::bigint & 65535) << 32) | l.objid::bigint) into held
    from pg_catalog.pg_locks l
    where l.locktype = 'advisory' and l.objsubid = 1 and (l.classid::bigint >> 16) = x'5341'::bigint
      and l.database = (select d.oid from pg_catalog.pg_database d where d.datname = pg_catalog.current_database());
    return least(head, held);
end $$;

-- Age in seconds of the oldest transaction that holds readers back, 0 if there is none, infinite if it cannot be told.
-- It runs as its owner, who may see the sessions of other roles.
create function samplan.oldest_lock_seconds() returns double precision
    language sql volatile security definer set search_path = pg_catalog, pg_temp as $$
    select coalesce(max(extract(epoch from clock_timestamp()
               - coalesce(a.xact_start, p.prepared, '-infinity'::timestamptz))), 0)::double precision
    from pg_locks l
    left join pg_stat_activity a on a.pid = l.pid
    left join pg_prepared_xacts p on l.pid is null and p.transaction::text = split_part(l.virtualtransaction, '/', 2)
    where l.locktype = 'advisory' and l.objsubid = 1 and (l.classid::bigint >> 16) = x'5341'::bigint
      and l.database = (select d.oid from pg_database d where d.datname = current_database())
$$;

-- Tells this history from every other: what was derived from another store, or before a restore, is noticed by it.
create table samplan.store (
    incarnation uuid not null default gen_random_uuid()
);
create unique index store_has_one_row on samplan.store ((true));
insert into samplan.store default values;

-- How far each follower has read. The row that identifies the token store is inserted here, since several processes
-- that start at once on an empty table fail over it.
create table samplan.token_entry (
    processor_name text not null,
    segment        int  not null,
    token          bytea,
    token_type     text,
    "timestamp"    text,
    owner          text,
    primary key (processor_name, segment)
);
insert into samplan.token_entry (processor_name, segment, token, token_type, "timestamp")
values ('__config', 0,
        convert_to('{"config":{"id":"' || gen_random_uuid() || '"}}', 'UTF8'),
        'org.axonframework.eventhandling.tokenstore.ConfigToken',
        to_char(clock_timestamp() at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'));

-- Events are read and inserted, nothing else, and neither their index nor their time is the program's to choose.
grant select on samplan.event to samplan_app;
grant insert (stream, sequence, type, revision, metadata, payload) on samplan.event to samplan_app;
grant select on sequence samplan.event_global_index_seq to samplan_app;
grant select on samplan.store to samplan_app;
grant select, insert, update, delete on samplan.token_entry to samplan_app;
revoke execute on all functions in schema samplan from public;
grant execute on function samplan.safe_bound(), samplan.oldest_lock_seconds(),
    samplan.lock_position(), samplan.set_recorded_at() to samplan_app;
