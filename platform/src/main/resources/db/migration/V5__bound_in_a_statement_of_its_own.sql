-- The safe bound as before, but refused where its statement, or an earlier one of its transaction, reads or writes
-- events: their snapshot may be older than the bound, so that rows below it would be missed for ever.
create or replace function samplan.safe_bound() returns bigint language plpgsql volatile parallel unsafe as $$
declare
    head bigint;
    held bigint;
    reads_events boolean;
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
        head := 0;
    end if;
    select min(((l.classid::bigint & 65535) << 32) | l.objid::bigint)
               filter (where l.locktype = 'advisory' and l.objsubid = 1 and (l.classid::bigint >> 16) = x'5341'::bigint),
           coalesce(bool_or(l.locktype = 'relation' and l.relation = 'samplan.event'::regclass and l.pid = pg_catalog.pg_backend_pid()), false)
    into held, reads_events
    from pg_catalog.pg_locks l
    where l.database = (select d.oid from pg_catalog.pg_database d where d.datname = pg_catalog.current_database());
    if reads_events then
        raise exception 'the safe bound needs a statement of its own, before the one that reads events, outside of their transaction'
            using errcode = 'invalid_transaction_state';
    end if;
    return least(head, held);
end $$;
