-- The Relational Database (B12), the Refresh Token Store (B13) and the Reporting Store (B14).
-- One dialect for PostgreSQL and for H2 in its PostgreSQL mode. Times are UTC instants; hashes are base64url SHA-256.

-- B12: what administrators configure. "owner" says who may change a row: 'console', 'registration' or 'file:<name>'.
create table client (
    client_id   varchar(255) not null primary key,
    owner       varchar(255) not null,
    document    text         not null,
    version     bigint       not null,
    created_at  timestamp(6) with time zone not null,
    updated_at  timestamp(6) with time zone not null
);

-- The browser origins of clients, for CORS.
create table client_origin (
    client_id varchar(255) not null references client (client_id),
    origin    varchar(512) not null,
    primary key (client_id, origin)
);

create table resource_server (
    identifier  varchar(512) not null primary key,
    owner       varchar(255) not null,
    document    text         not null,
    version     bigint       not null,
    updated_at  timestamp(6) with time zone not null
);

create table scope_definition (
    name        varchar(255) not null primary key,
    owner       varchar(255) not null,
    document    text         not null,
    version     bigint       not null,
    updated_at  timestamp(6) with time zone not null
);

create table initial_access_token (
    token_hash  varchar(64)  not null primary key,
    owner       varchar(255) not null,
    document    text         not null,
    expires_at  timestamp(6) with time zone
);

-- B12: people.
create table app_user (
    subject       varchar(64)  not null primary key,
    username      varchar(255) not null,
    username_key  varchar(255) not null,
    password_hash varchar(512),
    claims        text         not null,
    roles         text         not null,
    enabled       boolean      not null,
    owner         varchar(255) not null,
    version       bigint       not null,
    created_at    timestamp(6) with time zone not null,
    updated_at    timestamp(6) with time zone not null,
    constraint app_user_username unique (username_key)
);

create table known_device (
    subject     varchar(64) not null,
    device_hash varchar(64) not null,
    first_seen  timestamp(6) with time zone not null,
    primary key (subject, device_hash)
);

create table one_time_link (
    token_hash varchar(64) not null primary key,
    purpose    varchar(64) not null,
    expires_at timestamp(6) with time zone not null,
    used_at    timestamp(6) with time zone
);

-- B12: consent that is remembered, one row per user and client.
create table consent (
    subject    varchar(64)  not null,
    client_id  varchar(255) not null,
    scope      text         not null,
    granted_at timestamp(6) with time zone not null,
    primary key (subject, client_id)
);

-- B12: what one redeemed code (or one device, or one assertion) gave a client. The unique code_hash decides that a code is spent once.
create table oauth_grant (
    id            varchar(64)  not null primary key,
    code_hash     varchar(64),
    client_id     varchar(255) not null,
    subject       varchar(64)  not null,
    session_id    varchar(64),
    scope         text         not null,
    resource      text         not null,
    offline       boolean      not null,
    created_at    timestamp(6) with time zone not null,
    expires_at    timestamp(6) with time zone not null,
    revoked_at    timestamp(6) with time zone,
    revoke_reason varchar(64),
    constraint oauth_grant_code unique (code_hash)
);
create index oauth_grant_session on oauth_grant (session_id);
create index oauth_grant_subject on oauth_grant (subject, client_id);
create index oauth_grant_expiry on oauth_grant (expires_at);

-- B12: grant ids and token ids that must be refused although their tokens have not expired; a row lives as long as such a token can.
create table revocation (
    id         varchar(64) not null primary key,
    expires_at timestamp(6) with time zone not null
);
create index revocation_expiry on revocation (expires_at);

-- B12: signing keys; the private half is sealed under the master key, which is not in the database.
create table signing_key (
    kid            varchar(64) not null primary key,
    algorithm      varchar(16) not null,
    state          varchar(16) not null,
    public_jwk     text        not null,
    sealed_private text        not null,
    created_at     timestamp(6) with time zone not null,
    activated_at   timestamp(6) with time zone,
    retired_at     timestamp(6) with time zone
);

-- B2: the application's own account record, linked by issuer and subject.
create table account (
    id              varchar(64)  not null primary key,
    issuer          varchar(512) not null,
    subject         varchar(255) not null,
    display_name    varchar(255),
    email           varchar(320),
    created_at      timestamp(6) with time zone not null,
    last_sign_in_at timestamp(6) with time zone not null,
    sign_ins        bigint       not null,
    constraint account_link unique (issuer, subject)
);

-- B8: the protected resource.
create table note (
    id         varchar(64) not null primary key,
    subject    varchar(64) not null,
    text       text        not null,
    created_at timestamp(6) with time zone not null,
    version    bigint      not null
);
create index note_subject on note (subject, created_at);

-- B9: the audit trail.
create table audit_event (
    id          varchar(64)  not null primary key,
    occurred_at timestamp(6) with time zone not null,
    recorded_at timestamp(6) with time zone not null,
    type        varchar(64)  not null,
    outcome     varchar(16)  not null,
    method      varchar(32),
    subject     varchar(255),
    client_id   varchar(255),
    grant_id    varchar(64),
    session_id  varchar(64),
    address     varchar(64),
    user_agent  varchar(512),
    request_id  varchar(64),
    trace_id    varchar(32),
    details     text         not null
);
create index audit_event_recorded on audit_event (recorded_at);
create index audit_event_occurred on audit_event (occurred_at, type);
create index audit_event_subject on audit_event (subject, occurred_at);
create index audit_event_client on audit_event (client_id, occurred_at);
create index audit_event_request on audit_event (request_id);

-- B11: batches that the broker could not take, and messages that no worker could process.
create table queue_spill (
    id         varchar(64) not null primary key,
    queue      varchar(64) not null,
    payload    text        not null,
    created_at timestamp(6) with time zone not null
);
create index queue_spill_order on queue_spill (queue, created_at);

create table dead_letter (
    id        varchar(64)  not null primary key,
    queue     varchar(64)  not null,
    payload   text         not null,
    reason    varchar(512) not null,
    parked_at timestamp(6) with time zone not null
);

-- B15: notifications that were mailed; one that comes a second time is passed over.
create table notification_sent (
    id      varchar(64) not null primary key,
    sent_at timestamp(6) with time zone not null
);
create index notification_sent_age on notification_sent (sent_at);

-- Work that runs once across nodes.
create table lease (
    name       varchar(64) not null primary key,
    holder     varchar(64) not null,
    expires_at timestamp(6) with time zone not null
);

-- B13: one row per family; rotation rewrites it in place and moves nothing that an index covers, except purge_after, once a day.
create table refresh_token_family (
    id              varchar(64)  not null primary key,
    grant_id        varchar(64)  not null,
    client_id       varchar(255) not null,
    subject         varchar(64)  not null,
    session_id      varchar(64),
    scope           text         not null,
    resource        text         not null,
    offline         boolean      not null,
    auth_time       timestamp(6) with time zone not null,
    created_at      timestamp(6) with time zone not null,
    expires_at      timestamp(6) with time zone not null,
    generation      integer      not null,
    current_hash    varchar(64)  not null,
    key_version     integer      not null,
    rotated_at      timestamp(6) with time zone not null,
    rotated_request varchar(64),
    idle_expires_at timestamp(6) with time zone not null,
    purge_after     timestamp(6) with time zone not null,
    revoked_at      timestamp(6) with time zone,
    revoke_reason   varchar(64)
);
create index refresh_token_family_grant on refresh_token_family (grant_id);
create index refresh_token_family_session on refresh_token_family (session_id);
create index refresh_token_family_purge on refresh_token_family (purge_after);

-- B14: sign-in metrics, filled by the ETL.
create table sign_in_metric (
    hour_start timestamp(6) with time zone not null,
    client_id varchar(255) not null,
    outcome   varchar(16)  not null,
    method    varchar(32)  not null,
    sign_ins  bigint       not null,
    primary key (hour_start, client_id, outcome, method)
);

create table etl_watermark (
    name     varchar(64) not null primary key,
    position timestamp(6) with time zone not null,
    ran_at   timestamp(6) with time zone not null
);

-- What each master key version derives for the purpose "check", hashed: a start with another key is refused.
create table master_key_check (
    version     integer     not null primary key,
    check_value varchar(64) not null
);
