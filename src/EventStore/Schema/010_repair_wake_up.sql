-- Sets a stream's wake-up to what its own events say, unless it has moved on since they were read: then the append
-- that moved it has set the row. Commits inside itself, so that a frozen client never holds a row an append needs.

create procedure repair_wake_up(
    of_stream uuid, of_kind text, at_version bigint, due timestamptz, inout repaired boolean)
language plpgsql as $$
begin
    repaired := false;
    perform 1 from mt_streams where id = of_stream and version = at_version for update;
    if found and due is null then
        delete from wake_ups where stream = of_stream and kind = of_kind;
        repaired := found;
    elsif found then
        insert into wake_ups as w (stream, kind, due_at, take_at) values (of_stream, of_kind, due, due)
        on conflict (stream, kind) do update
        set due_at = excluded.due_at, take_at = excluded.take_at where w.due_at <> excluded.due_at;
        repaired := found;
    end if;
    commit;
end
$$;

grant execute on procedure repair_wake_up to {role};
