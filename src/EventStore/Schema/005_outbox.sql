-- Effects on the outside world, written with the events that cause them and carried out after the commit.
-- What could not be carried out stays as 'dead', in sight, until somebody revives it; nothing is dropped.

create table outbox (
    id uuid not null constraint pk_outbox primary key,
    kind text not null,
    body jsonb not null,
    due_at timestamptz not null,
    take_at timestamptz not null,
    state text not null default 'waiting' constraint ck_outbox_state check (state in ('waiting', 'done', 'dead')),
    attempts integer not null default 0,
    fault text,
    ended_at timestamptz
);

create index ix_outbox_waiting on outbox (take_at) where state = 'waiting';
create index ix_outbox_dead on outbox (due_at) where state = 'dead';

grant select, insert, update on outbox to {role};
