-- Read models that are written in the transaction of the events they come from, so that they never lag.
-- Their columns are generated from the document, so the document is the one place where a value is written.
-- A moment as text is cast through a function declared immutable: it is always ISO 8601 in UTC, so no setting of the
-- session can change what it means.
create function moment(text) returns timestamptz language sql immutable strict parallel safe
    return ($1::timestamp at time zone 'UTC');

create table escalation_queue (
    key text primary key,
    doc jsonb not null,
    open boolean not null generated always as ((doc->>'open')::boolean) stored,
    panel text generated always as (doc->>'panel') stored,
    raiser text not null generated always as (doc->>'raiser') stored,
    owner text not null generated always as (doc->>'owner') stored,
    short_code text not null generated always as (doc->>'shortCode') stored,
    raised_at timestamptz not null generated always as (moment(doc->>'raisedAt')) stored,
    debrief_of text generated always as (doc->'debrief'->>'of') stored
);
create index escalation_queue_open on escalation_queue (raised_at desc, key desc) where open;
create index escalation_queue_panel on escalation_queue (panel, raised_at desc, key desc);
create index escalation_queue_raiser on escalation_queue (raiser, raised_at desc, key desc);
create index escalation_queue_owner on escalation_queue (owner, raised_at desc, key desc);
create index escalation_queue_raised on escalation_queue (raised_at desc, key desc);
create index escalation_queue_short_code on escalation_queue (short_code, raised_at desc);
create index escalation_queue_paged on escalation_queue using gin ((doc->'paged') jsonb_path_ops);
create index escalation_queue_debrief on escalation_queue (debrief_of) where debrief_of is not null;

-- Everything open has one owner and one next wake-up (R4): the watchdog and everyone's own tasks read here.
create table open_items (
    key text primary key,
    doc jsonb not null,
    stream uuid not null generated always as ((doc->>'stream')::uuid) stored,
    kind text not null generated always as (doc->>'kind') stored,
    owner text generated always as (doc->>'owner') stored,
    next_wake_up timestamptz generated always as (moment(doc->>'nextWakeUp')) stored
);
create index open_items_owner on open_items (owner, next_wake_up);
create index open_items_wake_up on open_items (next_wake_up);
create index open_items_stream on open_items (stream);

-- Who was paged last, when, and whether the last page could be handed over: a projection that runs behind the log.
create table page_log (
    person text primary key,
    doc jsonb not null
);

-- What the product itself must remember between starts: the demo clock's offset, the institution's name.
create table settings (
    key text primary key,
    value text not null
);

select register_read_model('escalation_queue');
select register_read_model('open_items');
grant select, insert, update, delete on page_log to {role};
grant select, insert, update on settings to {role};
