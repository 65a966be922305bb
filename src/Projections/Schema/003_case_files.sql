-- One row a case file, written in the transaction of its events: ids, states and clocks, never a word of anybody's.
create table case_files (
    key text primary key,
    doc jsonb not null,
    code text not null generated always as (doc->>'code') stored,
    open boolean not null generated always as ((doc->>'open')::boolean) stored,
    state text not null generated always as (doc->>'state') stored,
    owner text not null generated always as (doc->>'owner') stored,
    panel text not null generated always as (doc->>'panel') stored,
    offered_to text generated always as (doc->>'offeredTo') stored,
    closing_by text generated always as (doc->>'closingBy') stored,
    opened_at timestamptz not null generated always as (moment(doc->>'openedAt')) stored,
    next_wake_up timestamptz generated always as (moment(doc->>'nextWakeUp')) stored
);
create index case_files_code on case_files (code);
create index case_files_owner on case_files (owner, opened_at desc, key desc);
create index case_files_panel on case_files (panel, opened_at desc, key desc) where state = 'Resolved';
create index case_files_opened on case_files (opened_at desc, key desc);
create index case_files_wake_up on case_files (next_wake_up, key) where open;
create index case_files_offered on case_files (offered_to) where offered_to is not null;
create index case_files_closing on case_files (closing_by) where closing_by is not null;

select register_read_model('case_files');

-- The urgent contacts about one student, by the code that was typed.
alter table escalation_queue add column case_file text generated always as (doc->>'caseFile') stored;
create index escalation_queue_case_file on escalation_queue (case_file) where case_file is not null;
