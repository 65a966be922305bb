-- Where each supporter stands, written in the transaction of whatever changes it. The days at which the standing moves
-- by time alone are in the row, so what it says is right on any day without being touched.
create table standing_board (
    key text primary key,
    doc jsonb not null,
    panel text generated always as (doc->>'panel') stored,
    supervision_group text generated always as (doc->>'group') stored,
    status text generated always as (doc->>'status') stored,
    due_soon_on text generated always as (doc->>'dueSoonOn') stored,
    overdue_on text generated always as (doc->>'overdueOn') stored,
    lapses_on text generated always as (doc->>'lapsesOn') stored,
    available boolean generated always as (doc->>'availableSince' is not null) stored
);
create index standing_board_panel on standing_board (panel, key);
create index standing_board_group on standing_board (supervision_group, key);
create index standing_board_lapses on standing_board (lapses_on, key) where status is null;

select register_read_model('standing_board');

-- Open items come from more than one kind of stream now: whoever takes them over has to know which.
alter table open_items add column stream_type text generated always as (doc->>'streamType') stored;
