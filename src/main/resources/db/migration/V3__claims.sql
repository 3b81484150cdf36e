-- Claims that were asked for one by one (the parameter "claims"): names as a JSON array in a consent, in a family an object; empty: none.
alter table consent add column claims text default '' not null;
alter table refresh_token_family add column claims text default '' not null;
