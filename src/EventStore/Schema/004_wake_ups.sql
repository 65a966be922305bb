-- The one next wake-up of each open item. due_at is the promise; take_at is when a node may next take the row: due_at
-- at first, the end of the lease while a node holds it, later after a fault. A row leaves only with an append.

create table wake_ups (
    stream uuid not null,
    kind text not null,
    due_at timestamptz not null,
    take_at timestamptz not null,
    attempts integer not null default 0,
    fault text,
    constraint pk_wake_ups primary key (stream, kind)
);

create index ix_wake_ups_take_at on wake_ups (take_at);

grant select, insert, update, delete on wake_ups to {role};
