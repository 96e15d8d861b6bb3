-- What a login in the role fairlead_writer must not be able to do, a statement a line. PrivilegesIT runs each.
update event set body = 'x'
update event set hash = previous
update event set actor = ''
delete from event
delete from event where position = 1
truncate event
truncate event cascade
alter table event disable trigger all
alter table event disable trigger event_is_append_only
alter table event drop constraint event_pkey
alter table event add column note text
alter table event owner to fairlead_writer
drop table event
drop table event cascade
drop trigger event_is_append_only on event
create rule quiet as on insert to event do instead nothing
create or replace function refuse_change() returns trigger language plpgsql as 'begin return new; end'
drop function refuse_change() cascade
alter function refuse_change() owner to fairlead_writer
grant all on all tables in schema pg_catalog to fairlead_writer
create index another on event (time)
cluster event using event_pkey
copy event from program 'true'
copy (select 1) to program 'true'
copy event to '/tmp/fairlead-event'
copy event from '/tmp/fairlead-event'
set session_replication_role = replica
alter role fairlead_writer superuser
create role intruder login
alter system set fsync = off
select pg_read_file('postgresql.conf')
select lo_import('/etc/hostname')
update definition set body = 'x'
delete from definition
truncate definition
update checkpoint set note = 'x'
delete from checkpoint
truncate checkpoint
delete from outgoing
truncate outgoing
delete from target
truncate target
delete from rollout
delete from command
insert into command (id, actor, target, type, body, expires) values ('1', '', '', '', '', now())
update command set body = 'x'
update command set actor = 'x'
delete from lease
insert into lease values (2, '', 0, 0, '-infinity', 0, '', '')
delete from relay_cursor
delete from actor
update actor set name = 'x'
drop schema pg_catalog cascade
