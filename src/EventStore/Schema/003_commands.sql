-- Every command ever stored, kept for good: a repeat, however late, stores nothing and is answered as the first time.

create table commands (
    id uuid not null constraint pk_commands primary key,
    answer text,
    last_position bigint not null,
    recorded_at timestamptz not null
);

grant select, insert on commands to {role};
