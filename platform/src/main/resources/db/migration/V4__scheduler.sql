-- The table of db-scheduler, as its documentation gives it for PostgreSQL.
create table samplan.scheduled_tasks (
    task_name            text        not null,
    task_instance        text        not null,
    task_data            bytea,
    execution_time       timestamptz not null,
    picked               boolean     not null,
    picked_by            text,
    last_success         timestamptz,
    last_failure         timestamptz,
    consecutive_failures int,
    last_heartbeat       timestamptz,
    version              bigint      not null,
    priority             smallint,
    primary key (task_name, task_instance)
);
create index scheduled_tasks_execution_time on samplan.scheduled_tasks (execution_time);
create index scheduled_tasks_last_heartbeat on samplan.scheduled_tasks (last_heartbeat);
grant select, insert, update, delete on samplan.scheduled_tasks to samplan_app;
