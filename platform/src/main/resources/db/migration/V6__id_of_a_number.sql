-- The id under which the vault knows a number that no stream is registered by, in one statement: the one offered becomes
-- it if there is none.

set local role samplan_vault;

create function vault.id_of(p_lookup bytea, p_subject text, p_person uuid, p_master integer, p_wrapped bytea, p_sealed bytea)
    returns uuid
    language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
begin
    if not exists (select from vault.identity i where i.lookup = p_lookup) then
        insert into vault.identity (lookup, subject, person_id, master_key, sealed)
        values (p_lookup, p_subject, p_person, p_master, p_sealed)
        on conflict do nothing;
        if found then
            insert into vault.person_key (person_id, master_key, wrapped) values (p_person, p_master, p_wrapped);
        end if;
    end if;
    return (select i.person_id from vault.identity i where i.lookup = p_lookup);
end $$;

grant execute on function vault.id_of(bytea, text, uuid, integer, bytea, bytea) to samplan_app;
reset role;
