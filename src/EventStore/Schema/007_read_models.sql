-- Which tables an append may write rows into: read models that must never lag. A migration that makes such a table,
-- (key text primary key, doc jsonb not null) and generated columns of its own, registers it here.

create table read_models (
    table_name text not null constraint pk_read_models primary key
);

grant select on read_models to {role};

create function register_read_model(name text) returns void language plpgsql as $$
begin
    insert into read_models (table_name) values (name);
    execute format('grant select, insert, update, delete on %I to {role}', name);
end
$$;

revoke execute on function register_read_model from public;
