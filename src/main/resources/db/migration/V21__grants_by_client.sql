-- B12: the grants of one client, in the order in which they are listed. Without it they were read along the index on the end, all of them for a client that has few.
-- While it is built no grant is made or revoked. Where there are many millions, build it beforehand by hand, concurrently: then there is nothing left to do here.
create index if not exists oauth_grant_client on oauth_grant (client_id, expires_at);
