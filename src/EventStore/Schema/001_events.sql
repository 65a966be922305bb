-- Marten 9's own tables, column for column and name for name, so that Marten can run on this schema unchanged.
-- Nothing may be added to them, neither column nor index: Marten drops what it does not know, data and all.

create table mt_streams (
    id uuid not null constraint pkey_mt_streams_id primary key,
    type varchar,
    version bigint,
    "timestamp" timestamptz not null default now(),
    created timestamptz not null default now(),
    tenant_id varchar default '*DEFAULT*',
    is_archived boolean default false
);

create table mt_events (
    seq_id bigint not null constraint pkey_mt_events_seq_id primary key,
    id uuid not null,
    stream_id uuid,
    version bigint not null,
    data jsonb not null,
    bdata bytea,
    type varchar(500) not null,
    "timestamp" timestamptz not null default now(),
    tenant_id varchar default '*DEFAULT*',
    mt_dotnet_type varchar,
    correlation_id varchar,
    causation_id varchar,
    headers jsonb,
    user_name varchar,
    is_archived boolean default false,
    constraint fkey_mt_events_stream_id foreign key (stream_id) references mt_streams (id) on delete cascade
);

create unique index pk_mt_events_stream_and_version on mt_events (stream_id, version);

create sequence mt_events_sequence owned by mt_events.seq_id;

create table mt_event_progression (
    name varchar not null constraint pkey_mt_event_progression_name primary key,
    last_seq_id bigint,
    last_updated timestamptz default transaction_timestamp()
);

grant select, insert on mt_events to {role};
grant usage, select on sequence mt_events_sequence to {role};
grant select, insert, update on mt_streams to {role};
grant select, insert, update on mt_event_progression to {role};
