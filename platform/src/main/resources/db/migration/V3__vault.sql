-- The vault: identity numbers, and the keys of all personal data. Its owner is samplan_vault, which nobody logs in as:
-- migrations run as samplan_owner, a member that may become it (SET) but inherits nothing, so that not even the owner of
-- the events reads it in passing. The program's role calls the functions and cannot touch the tables.

create schema vault authorization samplan_vault;
set local role samplan_vault;
alter default privileges revoke execute on functions from public;

-- The master keys that anything here is wrapped or looked up by, by their public ids; more than one during a rotation.
create table vault.master_key (
    key_id integer     primary key,
    since  timestamptz not null default clock_timestamp()
);

-- A key of each person's own, under which the person's identity columns are encrypted. Destroying it erases them.
create table vault.person_key (
    person_id  uuid    primary key,
    master_key integer not null references vault.master_key,
    wrapped    bytea   not null
);

-- One row per identity number. A person is a participant, or a sole trader as an employer: told apart by their look-up.
create table vault.identity (
    lookup      bytea       not null check (octet_length(lookup) = 32),
    subject     text        not null check (subject in ('PARTICIPANT', 'SOLE_TRADER')),
    person_id   uuid        not null,
    master_key  integer     not null references vault.master_key,
    sealed      bytea       not null,
    recorded_at timestamptz not null default clock_timestamp(),
    constraint identity_lookup primary key (lookup)
);
create index identity_person on vault.identity (person_id);

-- Keys of sealed fields: one for each participant, entering lane and document class, so that disposal by one lane, or of
-- one class, destroys its own and no other's.
create table vault.data_key (
    key_id         uuid    primary key,
    participant_id uuid    not null,
    lane           text    not null,
    document_class text    not null,
    master_key     integer not null references vault.master_key,
    wrapped        bytea   not null,
    constraint data_key_owner unique (participant_id, lane, document_class)
);

-- Who had an identity number opened, and why.
create table vault.opened (
    opened_at timestamptz not null default clock_timestamp(),
    person_id uuid        not null,
    actor     uuid        not null,
    reason    text        not null
);

-- Takes the first master key for granted; afterwards null says that this one has never been used here.
create function vault.use_master_key(p_key integer) returns integer
    language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
begin
    lock table vault.master_key in share row exclusive mode;
    insert into vault.master_key (key_id) select p_key where not exists (select from vault.master_key);
    return (select k.key_id from vault.master_key k where k.key_id = p_key);
end $$;

create function vault.find(p_lookup bytea) returns setof uuid
    language sql stable security definer set search_path = pg_catalog, pg_temp as $$
    select i.person_id from vault.identity i where i.lookup = p_lookup
$$;

-- Does the same whether the number is new or already this person's; refuses as a broken unique constraint if it is
-- another's, also if that other's transaction committed while this one waited for it.
create function vault.put(p_lookup bytea, p_subject text, p_person uuid, p_master integer, p_wrapped bytea, p_sealed bytea)
    returns void
    language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
begin
    insert into vault.identity (lookup, subject, person_id, master_key, sealed)
    values (p_lookup, p_subject, p_person, p_master, p_sealed)
    on conflict do nothing;
    if found then
        insert into vault.person_key (person_id, master_key, wrapped) values (p_person, p_master, p_wrapped);
    elsif not exists (select from vault.identity i where i.lookup = p_lookup and i.person_id = p_person) then
        raise exception 'the identity number is another person''s'
            using errcode = 'unique_violation', schema = 'vault', table = 'identity', constraint = 'identity_lookup';
    end if;
end $$;

-- The person's latest identity number, still encrypted, after a note of who wanted it and why.
create function vault.open(p_person uuid, p_actor uuid, p_reason text)
    returns table (master_key integer, wrapped bytea, sealed bytea)
    language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
begin
    insert into vault.opened (person_id, actor, reason) values (p_person, p_actor, p_reason);
    return query select k.master_key, k.wrapped, i.sealed
                 from vault.identity i join vault.person_key k on k.person_id = i.person_id
                 where i.person_id = p_person
                 order by i.recorded_at desc limit 1;
end $$;

-- The data key of this owner; the one offered becomes it if there is none.
create function vault.data_key(p_participant uuid, p_lane text, p_class text, p_key uuid, p_master integer, p_wrapped bytea)
    returns table (key_id uuid, master_key integer, wrapped bytea)
    language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
begin
    if not exists (select from vault.data_key k
                   where k.participant_id = p_participant and k.lane = p_lane and k.document_class = p_class) then
        insert into vault.data_key values (p_key, p_participant, p_lane, p_class, p_master, p_wrapped)
        on conflict do nothing;
    end if;
    return query select k.key_id, k.master_key, k.wrapped from vault.data_key k
                 where k.participant_id = p_participant and k.lane = p_lane and k.document_class = p_class;
end $$;

-- The data keys of these ids, as far as they have not been destroyed.
create function vault.data_keys(p_keys uuid[]) returns table (key_id uuid, master_key integer, wrapped bytea)
    language sql stable security definer set search_path = pg_catalog, pg_temp as $$
    select k.key_id, k.master_key, k.wrapped from vault.data_key k where k.key_id = any (p_keys)
$$;

grant usage on schema vault to samplan_app;
grant execute on function
    vault.use_master_key(integer),
    vault.find(bytea),
    vault.put(bytea, text, uuid, integer, bytea, bytea),
    vault.open(uuid, uuid, text),
    vault.data_key(uuid, text, text, uuid, integer, bytea),
    vault.data_keys(uuid[])
    to samplan_app;
reset role;
