-- B11: logouts that an application could not be told yet, with when it is tried again.
create table logout_retry (
    id      varchar(64) not null primary key,
    payload text        not null,
    due_at  timestamp(6) with time zone not null
);
create index logout_retry_due on logout_retry (due_at);
