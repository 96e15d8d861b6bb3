-- What the log was at a moment, signed. Handed out before it is written here: this is a copy for those who ask, the
-- ones outside of the database are what a changed log is held against.
create table checkpoint (
    size    bigint      not null primary key check (size > 0),
    root    bytea       not null check (length(root) = 32),
    peaks   bytea       not null check (length(peaks) % 32 = 0),
    time    timestamptz not null,
    note    text        not null
);
create trigger checkpoint_is_append_only before update or delete on checkpoint
    for each row execute function refuse_change();
create trigger checkpoint_is_never_emptied before truncate on checkpoint
    for each statement execute function refuse_change();
create trigger definition_is_never_emptied before truncate on definition
    for each statement execute function refuse_change();
grant select on checkpoint to fairlead_writer, fairlead_reader;
grant insert on checkpoint to fairlead_writer;
