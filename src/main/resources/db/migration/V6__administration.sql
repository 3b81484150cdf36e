-- What administrators search by, and whether a client may be used. The documents say it too; these columns are for the database.
alter table client add column enabled boolean default true not null;
alter table client add column search_key varchar(400) default '' not null;
update client set search_key = lower(client_id);
${postgresql} update client set search_key = left(lower(client_id || ' ' || coalesce(document::json -> 'presentation' -> 'name' ->> 'plain', document::json ->> 'name', '')), 400);
create index client_search on client (client_id, search_key);
create index client_owner on client (owner);

alter table app_user add column search_key varchar(400) default '' not null;
update app_user set search_key = username_key;
${postgresql} update app_user set search_key = left(lower(username_key || ' ' || coalesce(claims::json ->> 'name', '') || ' ' || coalesce(claims::json ->> 'email', '')), 400);
create index app_user_search on app_user (username_key, search_key);

-- Creations of the admin API that were asked for under an idempotency key, with what they were answered, sealed.
create table idempotency_key (
    id          varchar(64) not null primary key,
    fingerprint varchar(64) not null,
    answer      text,
    expires_at  timestamp(6) with time zone not null
);
create index idempotency_key_expiry on idempotency_key (expires_at);

-- Sessions that administrators have ended, by session id, and all of a user, by subject: they count no more if they began before.
create table ended_session (
    id         varchar(64) not null primary key,
    before     timestamp(6) with time zone not null,
    expires_at timestamp(6) with time zone not null
);
create index ended_session_expiry on ended_session (expires_at);
