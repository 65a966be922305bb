-- Where a projection or reaction stopped because an event failed in it. It never steps over the event; the row is the
-- alarm, and goes when the projection gets past.

create table projection_stops (
    name text not null constraint pk_projection_stops primary key,
    position bigint not null,
    fault text not null,
    stopped_at timestamptz not null
);

grant select, insert, update, delete on projection_stops to {role};
