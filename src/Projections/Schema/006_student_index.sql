-- Words of who a student is, each as a keyed hash that only a server with the key file can make: so that a file is
-- found by a name without one in the database. One row a case file, gone with the student's erasure.
create table student_index (
    key text primary key,
    doc jsonb not null
);
create index student_index_tokens on student_index using gin ((doc->'tokens') jsonb_path_ops);

select register_read_model('student_index');
