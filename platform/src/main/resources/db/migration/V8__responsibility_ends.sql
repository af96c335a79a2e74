-- Whether it ended without anybody taking over: a correction of a later assignment does not bring it back.
alter table samplan.responsible add column ended boolean not null default false;
