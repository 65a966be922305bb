-- Each subject's own data key, wrapped by a key-encryption key that the database never sees. Erasing a subject nulls
-- the wrapped key; the row stays, so that a key once erased is never quietly made again.

create table subject_keys (
    subject uuid not null constraint pk_subject_keys primary key,
    key_encryption_key text not null,
    wrapped bytea,
    erased_at timestamptz,
    constraint ck_subject_keys_erased check ((wrapped is null) = (erased_at is not null))
);

grant select, insert, update on subject_keys to {role};
