-- History is guarded twice. The server's role has no right to change it; this trigger stops those who have the right,
-- the owner included, and "always" stops it from being slept through in a session that replays replication.

create function refuse_to_change_history() returns trigger language plpgsql as $$
begin
    raise exception 'The history is never changed: % on % is refused', tg_op, tg_table_name
        using errcode = 'raise_exception', hint = 'A correction is a new event that names the one it corrects.';
end
$$;

create trigger history_is_never_changed before update or delete or truncate on mt_events
    for each statement execute function refuse_to_change_history();

alter table mt_events enable always trigger history_is_never_changed;
