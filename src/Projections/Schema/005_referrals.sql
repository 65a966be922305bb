-- One row a referral, written in the transaction of its events: ids, states and clocks, never a word of anybody's.
create table referrals (
    key text primary key,
    doc jsonb not null,
    case_file text not null generated always as (doc->>'caseFile') stored,
    service text not null generated always as (doc->>'service') stored,
    open boolean not null generated always as ((doc->>'open')::boolean) stored,
    state text not null generated always as (doc->>'state') stored,
    owner text not null generated always as (doc->>'owner') stored,
    offered_at timestamptz not null generated always as (moment(doc->>'offeredAt')) stored,
    next_wake_up timestamptz generated always as (moment(doc->>'nextWakeUp')) stored
);
create index referrals_case_file on referrals (case_file, offered_at desc, key desc);
create index referrals_service on referrals (service, offered_at desc, key desc);
create index referrals_owner on referrals (owner, next_wake_up) where open;
create index referrals_offered on referrals (offered_at desc, key desc);
create index referrals_wake_up on referrals (next_wake_up, key) where open;

select register_read_model('referrals');
