-- Who has read what (R17): one row an event, a projection that runs behind the log. Asked by item, newest first.
create table reads (
    position bigint primary key,
    kind text not null,
    item uuid not null,
    person text not null,
    role text,
    purpose text not null,
    at timestamptz not null
);
create index reads_item on reads (item, position desc);
grant select, insert, update, delete on reads to {role};

-- Records opened outside somebody's scope, written in the transaction of the event: what is to be reviewed, and what
-- it came to. Never the reason, which is somebody's words.
create table break_glass (
    key text primary key,
    doc jsonb not null,
    review_by timestamptz not null generated always as (moment(doc->>'reviewBy')) stored,
    reviewed_at timestamptz generated always as (moment(doc->'review'->>'at')) stored
);
create index break_glass_due on break_glass (review_by, key) where reviewed_at is null;
create index break_glass_done on break_glass (reviewed_at desc, key) where reviewed_at is not null;

select register_read_model('break_glass');
