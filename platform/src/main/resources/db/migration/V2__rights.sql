-- Facts that decide rights, each written in the very statement that appends the event it follows from; what can be
-- rebuilt from the events alone. Beside them: what was due, what was sent before, and who read whose data.

-- The register: which case is whose, and what the figures need to know. No name, no number: those are in the vault.
create table samplan.participant (
    participant_id uuid primary key,
    case_id        uuid not null constraint participant_case unique,
    sex            text not null,
    birth_year     int  not null,
    protection     text not null default 'NONE'
);

-- Lanes that registered the person, or were told of the person by an entry.
create table samplan.participant_lane (
    participant_id uuid        not null,
    lane           text        not null,
    since          timestamptz not null,
    primary key (participant_id, lane)
);

create table samplan.ground (
    ground_id  uuid        primary key,
    case_id    uuid        not null,
    parties    text[]      not null,
    kinds      text[]      not null,
    valid_from timestamptz not null,
    valid_to   timestamptz
);
create index ground_case on samplan.ground (case_id);

create table samplan.responsible (
    entry_id   uuid        primary key,
    case_id    uuid        not null,
    lane       text        not null,
    staff_id   uuid        not null,
    valid_from timestamptz not null,
    valid_to   timestamptz
);
create index responsible_case on samplan.responsible (case_id, lane);

create table samplan.organisation (
    organisation_id text primary key,
    kind            text not null,
    name            text not null,
    county          text,
    part_of         text
);

create table samplan.staff (
    staff_id        uuid        primary key,
    subject         text        not null,
    organisation_id text        not null,
    branch          text,
    role            text        not null,
    unit            text,
    mandates        text[]      not null,
    valid_from      timestamptz not null,
    valid_to        timestamptz
);
create index staff_subject on samplan.staff (subject, organisation_id, role);
create index staff_organisation on samplan.staff (organisation_id, role);

-- The version of a policy is its place in this order; of several in force the one set last holds.
create table samplan.policy (
    policy_id       uuid   primary key,
    version         bigint generated always as identity,
    organisation_id text   not null,
    kind            text   not null,
    policy_values   jsonb  not null,
    valid_from      date   not null,
    valid_to        date
);
create unique index policy_version on samplan.policy (version);

-- The earliest open deadline of each case that has one ahead.
create table samplan.due (
    case_id uuid        primary key,
    due_at  timestamptz not null
);
create index due_at on samplan.due (due_at);

-- Keys under which the bodies of writes are hashed, one a day; destroyed with the rows that they were used for.
create table samplan.idempotency_key (
    used_on date  primary key,
    key     bytea not null
);

-- What was sent with an Idempotency-Key: a hash of it, and where its effect stands. No bodies.
create table samplan.idempotency (
    actor    text  not null,
    key      text  not null,
    used_on  date  not null,
    digest   text  not null,
    entry    uuid  not null,
    stream   uuid,
    sequence int,
    constraint idempotency_first primary key (actor, key)
);
create index idempotency_used_on on samplan.idempotency (used_on);

-- Who read whose data, when and what; written before the answer is given.
create table samplan.access_log (
    read_index      bigint generated always as identity primary key,
    read_at         timestamptz not null default clock_timestamp(),
    actor           uuid        not null,
    organisation_id text        not null,
    case_ids        uuid[]      not null,
    what            text        not null
);

grant select, insert, update, delete on samplan.participant, samplan.participant_lane, samplan.ground,
    samplan.responsible, samplan.organisation, samplan.staff, samplan.policy, samplan.due, samplan.idempotency_key,
    samplan.idempotency to samplan_app;
grant select on samplan.access_log to samplan_app;
grant insert (actor, organisation_id, case_ids, what) on samplan.access_log to samplan_app;
