-- The log and what hangs on it. The roles have no login: a login is granted what it needs, and the parts of the
-- orchestrator confine themselves with "set role", also when one login owns everything.

do $$
begin
    if not exists (select from pg_roles where rolname = 'fairlead_writer') then
        create role fairlead_writer nologin;
    end if;
    if not exists (select from pg_roles where rolname = 'fairlead_reader') then
        create role fairlead_reader nologin;
    end if;
exception
    when duplicate_object or unique_violation then null; -- another database of this server was first
end
$$;

grant fairlead_writer, fairlead_reader to current_user;

-- Append only. position is dense from 1, given by the one writer; body holds the exact bytes that were hashed.
create table event (
    position    bigint      not null primary key check (position > 0),
    stream      text        not null,
    version     bigint      not null check (version > 0),
    epoch       bigint      not null check (epoch > 0),
    type        text        not null,
    schema      integer     not null check (schema > 0),
    life        text        not null,
    rollout     text        not null,
    causation   text        not null,
    correlation text        not null,
    actor       text        not null,
    time        timestamptz not null,
    body        bytea       not null,
    previous    bytea       not null check (length(previous) = 32),
    hash        bytea       not null check (length(hash) = 32),
    unique (stream, version)
);

-- Encoded orders and published facts, written with the append, kept for a day.
create table outgoing (
    position bigint      not null,
    ordinal  integer     not null check (ordinal > 0),
    topic    text        not null,
    key      text        not null,
    headers  text        not null,
    body     bytea       not null,
    written  timestamptz not null default now(),
    primary key (position, ordinal)
);

-- One row per target: its stream, folded. No index on what a decision changes, and the state in the row itself.
create table target (
    stream    text        not null primary key,
    cluster   text        not null,
    namespace text        not null,
    name      text        not null,
    version   bigint      not null,
    hash      bytea       not null,
    time      timestamptz not null,
    schema    integer     not null,
    state     text        not null,
    next_due  timestamptz not null,
    life      text        not null,
    rollout   text        not null,
    phase     text        not null
) with (fillfactor = 45, toast_tuple_target = 8160);
alter table target alter column state set storage main;

create table definition (
    hash text  not null primary key,
    body text not null
);

-- For lists; may be rebuilt from the log at any time.
create table rollout (
    id       text        not null primary key,
    stream   text        not null,
    life     text        not null,
    revision text        not null,
    phase    text        not null,
    started  timestamptz not null,
    changed  timestamptz not null,
    ended    timestamptz not null,
    position bigint      not null
) with (fillfactor = 70);
create index rollout_of_stream on rollout (stream, started);

-- Names of people stand here only, so they can be erased and the chain stays whole.
create table actor (
    id   text not null primary key,
    name text not null unique
);

create table command (
    id        text        not null primary key,
    actor     text        not null references actor,
    target    text        not null,
    type      text        not null,
    body      text        not null,
    submitted timestamptz not null default clock_timestamp(),
    expires   timestamptz not null,
    answered  timestamptz,
    answer    text
);
create index command_unanswered on command (submitted) where answer is null;

create table intake_offset (
    topic    text    not null,
    part     integer not null,
    topic_id text    not null,
    next     bigint  not null,
    primary key (topic, part)
);

create table lease (
    id         integer     not null primary key check (id = 1),
    holder     text        not null,
    term       bigint      not null,
    position   bigint      not null,
    until      timestamptz not null,
    epoch      bigint      not null,
    system     text        not null,
    timeline   text        not null
);
insert into lease values (1, '', 0, 0, '-infinity', 0, '', '');

create table relay_cursor (
    id       integer not null primary key check (id = 1),
    term     bigint  not null,
    position bigint  not null
);
insert into relay_cursor values (1, 0, 0);

-- The owner of the table is refused as well: to change the past takes more than a slip.
create function refuse_change() returns trigger language plpgsql as $$
begin
    raise exception 'the log is append only: % on % is refused', tg_op, tg_table_name
        using errcode = 'insufficient_privilege';
end
$$;
create trigger event_is_append_only before update or delete on event
    for each row execute function refuse_change();
create trigger event_is_never_emptied before truncate on event
    for each statement execute function refuse_change();
create trigger definition_is_append_only before update or delete on definition
    for each row execute function refuse_change();

-- Runs with the owner's rights: the writer alone can remove nothing.
create function sweep_outgoing(at_most integer) returns integer language sql security definer
set search_path from current as $$
    with old as (
        select position, ordinal from outgoing
        where position <= (select position from relay_cursor) and written < now() - interval '1 day'
        order by position, ordinal limit at_most
    ), gone as (
        delete from outgoing using old
        where outgoing.position = old.position and outgoing.ordinal = old.ordinal returning 1
    )
    select count(*)::integer from gone
$$;
revoke execute on function sweep_outgoing(integer) from public;

do $$
begin
    execute format('grant usage on schema %I to fairlead_writer, fairlead_reader', current_schema());
end
$$;
grant select on event, outgoing, target, definition, rollout, actor, command, intake_offset, lease, relay_cursor
    to fairlead_writer, fairlead_reader;
grant insert on event, outgoing, target, definition, rollout, intake_offset to fairlead_writer;
grant update on target, rollout, intake_offset, lease, relay_cursor to fairlead_writer;
grant update (answered, answer) on command to fairlead_writer;
grant execute on function sweep_outgoing(integer) to fairlead_writer;
-- Whoever may read may hand in a command; the writer decides it.
grant insert on command, actor to fairlead_reader;
