-- Whom a one-time link is for, where it is for somebody: a new one takes the place of those before it.
alter table one_time_link add column subject varchar(64) default '' not null;
create index one_time_link_subject on one_time_link (subject, purpose);
