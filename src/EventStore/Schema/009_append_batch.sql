-- Commits a batch of commands in one round trip and one transaction, and answers each command for itself.
--
-- The lock comes first and the commit is in here, both on the server: commit order is log order across all nodes, so
-- that no reader ever steps over a slow commit, and a client that freezes or is cut off can never hold the lock. (A
-- function in autocommit could: in the extended protocol it commits only when the client says so.)
--
-- Each statement after the lock sees what the last batch committed; nothing is checked before it. One statement per
-- table, for the commands that still stand. Within one batch a stream, a command id, a wake-up, a read model's row and
-- a subject's key is changed by one command at most, and no command rests on what another changes: the caller holds
-- the rest back for the next batch.
--
-- Tables are looked up by "= any (array)" or by a subquery a row, never by a join: a plan that was made while a table
-- was empty is kept for the connection's life, and a join may be planned to read the whole of what is small today.
--
-- Outcomes: 0 stored, 1 refused (clash_streams and clash_versions say why), 2 handled before.

create procedure append_batch(
    command_ids uuid[], command_by text[], command_at timestamptz[], correlations text[], causations text[],
    answers text[], last_events integer[],
    stream_commands integer[], stream_ids uuid[], stream_types text[], expected_versions bigint[],
    new_versions bigint[], known_ids uuid[], known_versions bigint[],
    event_commands integer[], event_ids uuid[], event_streams uuid[], event_versions bigint[], event_types text[],
    event_data jsonb[], event_headers jsonb[],
    rest_commands integer[], rest_streams uuid[], rest_versions bigint[],
    wake_commands integer[], wake_streams uuid[], wake_kinds text[], wake_due timestamptz[],
    outbox_commands integer[], outbox_ids uuid[], outbox_kinds text[], outbox_bodies jsonb[], outbox_due timestamptz[],
    row_commands integer[], row_tables text[], row_keys text[], row_docs jsonb[],
    key_commands integer[], key_subjects uuid[], key_wrappers text[], key_wrapped bytea[],
    inout outcomes integer[], inout positions bigint[], inout clash_streams uuid[], inout clash_versions bigint[],
    inout first_answers text[], inout first_positions bigint[], inout first_recorded timestamptz[])
language plpgsql as $$
declare
    found_ids uuid[];
    found_versions bigint[];
    refused boolean := false;
    item record;
    target text;
    gone uuid[];
begin
    perform pg_advisory_xact_lock(hashtext('safeguard append'), hashtext(current_schema()));

    outcomes := array_fill(0, array[cardinality(command_ids)]);
    clash_streams := array_fill(null::uuid, array[cardinality(command_ids)]);
    clash_versions := array_fill(null::bigint, array[cardinality(command_ids)]);
    first_answers := array_fill(null::text, array[cardinality(command_ids)]);
    first_positions := array_fill(null::bigint, array[cardinality(command_ids)]);
    first_recorded := array_fill(null::timestamptz, array[cardinality(command_ids)]);

    for item in
        select c.answer, c.last_position, c.recorded_at, array_position(command_ids, c.id) as command
        from commands c where c.id = any (command_ids)
    loop
        refused := true;
        outcomes[item.command] := 2;
        first_answers[item.command] := item.answer;
        first_positions[item.command] := item.last_position;
        first_recorded[item.command] := item.recorded_at;
    end loop;
    if refused then
        -- The first answer may have been lost while the standby was down. This message makes the commit below write,
        -- and so wait until everything before it is replicated, before a repeat is told that it was stored.
        perform pg_logical_emit_message(true, 'safeguard', 'repeat');
    end if;

    -- The usual case is that every stream is as its caller knows it: two arrays, in id order, are equal.
    select coalesce(array_agg(s.id), '{}'), coalesce(array_agg(s.version), '{}') into found_ids, found_versions
    from (select id, version from mt_streams where id = any (stream_ids) order by id for update) s;
    if found_ids <> known_ids or found_versions <> known_versions then
        for item in
            select * from (
                select s.command, s.id, s.expected,
                    coalesce((select m.version from mt_streams m where m.id = s.id), 0) as version
                from unnest(stream_commands, stream_ids, expected_versions) as s (command, id, expected)
            ) s
            where s.version <> s.expected and outcomes[s.command] <> 2
        loop
            refused := true;
            outcomes[item.command] := 1;
            clash_streams[item.command] := item.id;
            clash_versions[item.command] := item.version;
        end loop;
    end if;

    if cardinality(rest_commands) > 0 then
        for item in
            select * from (
                select r.command, r.id, r.expected,
                    coalesce((select m.version from mt_streams m where m.id = r.id), 0) as version
                from unnest(rest_commands, rest_streams, rest_versions) as r (command, id, expected)
            ) r
            where r.version <> r.expected and outcomes[r.command] = 0
        loop
            refused := true;
            outcomes[item.command] := 1;
            clash_streams[item.command] := item.id;
            clash_versions[item.command] := item.version;
        end loop;
    end if;

    if cardinality(key_commands) > 0 then
        -- Another key for this subject came first: what was sealed under the one sent along could never be opened.
        for item in
            select s.subject, key_commands[array_position(key_subjects, s.subject)] as command
            from subject_keys s
            where s.subject = any (key_subjects)
                and s.wrapped is distinct from key_wrapped[array_position(key_subjects, s.subject)]
        loop
            continue when outcomes[item.command] <> 0;
            refused := true;
            outcomes[item.command] := 1;
            clash_streams[item.command] := item.subject;
            clash_versions[item.command] := 1;
        end loop;
    end if;

    if refused then
        -- Only the events of commands that stand will be stored: each command's last one moves forward among them.
        select array_agg(case when l.last_event > 0 then
                (select count(*) from unnest(event_commands) e where e <= l.command and outcomes[e] = 0) else 0 end
            order by l.command) into last_events
        from unnest(last_events) with ordinality as l (last_event, command);
    end if;

    insert into mt_streams (id, type, version, "timestamp", created)
    select s.id, s.type, s.version, command_at[s.command], command_at[s.command]
    from unnest(stream_commands, stream_ids, stream_types, expected_versions, new_versions)
        as s (command, id, type, expected, version)
    where s.expected = 0 and outcomes[s.command] = 0;

    if cardinality(known_ids) > 0 then
        update mt_streams m
        set version = new_versions[array_position(stream_ids, m.id)],
            "timestamp" = command_at[stream_commands[array_position(stream_ids, m.id)]]
        where m.id = any (known_ids) and outcomes[stream_commands[array_position(stream_ids, m.id)]] = 0;
    end if;

    -- Positions are drawn here, under the lock, in the order of the rows. Never "on conflict do nothing": a swallowed
    -- conflict tells two writers "stored" and keeps one event.
    with stored as (
        insert into mt_events (seq_id, id, stream_id, version, data, type, "timestamp",
            correlation_id, causation_id, headers, user_name)
        select nextval('mt_events_sequence'), e.id, e.stream, e.version, e.data, e.type, command_at[e.command],
            correlations[e.command], causations[e.command], e.headers, command_by[e.command]
        from unnest(event_commands, event_ids, event_streams, event_versions, event_types, event_data, event_headers)
            as e (command, id, stream, version, type, data, headers)
        where outcomes[e.command] = 0
        returning seq_id
    )
    select array_agg(seq_id) into positions from stored;

    select array_agg(coalesce(positions[l.last_event], 0) order by l.command) into positions
    from unnest(last_events) with ordinality as l (last_event, command);

    insert into commands (id, answer, last_position, recorded_at)
    select c.id, c.answer, positions[c.command], c.at
    from unnest(command_ids, answers, command_at) with ordinality as c (id, answer, at, command)
    where outcomes[c.command] = 0;

    if cardinality(wake_commands) > 0 then
        select array_agg(u.stream) into gone
        from unnest(wake_commands, wake_streams, wake_due) as u (command, stream, due_at)
        where u.due_at is null and outcomes[u.command] = 0;
        if gone is not null then
            delete from wake_ups w
            where w.stream = any (gone) and w.kind in (
                select u.kind from unnest(wake_commands, wake_streams, wake_kinds, wake_due)
                    as u (command, stream, kind, due_at)
                where u.stream = w.stream and u.due_at is null and outcomes[u.command] = 0);
        end if;

        insert into wake_ups (stream, kind, due_at, take_at)
        select u.stream, u.kind, u.due_at, u.due_at
        from unnest(wake_commands, wake_streams, wake_kinds, wake_due) as u (command, stream, kind, due_at)
        where u.due_at is not null and outcomes[u.command] = 0
        on conflict (stream, kind) do update
        set due_at = excluded.due_at, take_at = excluded.take_at, attempts = 0, fault = null;
    end if;

    if cardinality(outbox_commands) > 0 then
        insert into outbox (id, kind, body, due_at, take_at)
        select o.id, o.kind, o.body, o.due_at, o.due_at
        from unnest(outbox_commands, outbox_ids, outbox_kinds, outbox_bodies, outbox_due)
            as o (command, id, kind, body, due_at)
        where outcomes[o.command] = 0;
    end if;

    if cardinality(row_commands) > 0 then
        for target in select distinct u.name from unnest(row_tables) as u (name) loop
            if not exists (select from read_models where table_name = target) then
                raise exception 'No read model is registered as "%"', target using errcode = 'undefined_table';
            end if;
            execute format(
                'insert into %I as t (key, doc)
                select r.key, r.doc from unnest($1, $2, $3, $4) as r (command, target, key, doc)
                where r.target = %L and r.doc is not null and $5[r.command] = 0
                on conflict (key) do update set doc = excluded.doc', target, target)
            using row_commands, row_tables, row_keys, row_docs, outcomes;
            if array_position(row_docs, null) is not null then
                execute format(
                    'delete from %I t where t.key = any (array(
                    select r.key from unnest($1, $2, $3, $4) as r (command, target, key, doc)
                    where r.target = %L and r.doc is null and $5[r.command] = 0))', target, target)
                using row_commands, row_tables, row_keys, row_docs, outcomes;
            end if;
        end loop;
    end if;

    if cardinality(key_commands) > 0 then
        -- "Do nothing" only ever meets the identical key here: any other was refused above, under the lock.
        insert into subject_keys (subject, key_encryption_key, wrapped)
        select k.subject, k.wrapper, k.wrapped
        from unnest(key_commands, key_subjects, key_wrappers, key_wrapped) as k (command, subject, wrapper, wrapped)
        where outcomes[k.command] = 0
        on conflict (subject) do nothing;
    end if;

    -- Nothing after this line may fail: what is committed must not be answered with an error.
    commit;
end
$$;

grant execute on procedure append_batch to {role};
