-- What sort of program a client is, for lists to be filtered by. The document says it too, as the server reads it.
alter table client add column kind varchar(16) default '' not null;
update client set kind = case
    when document not like '%"authorization_code"%' and document not like '%"implicit"%'
        then case when document like '%"client_credentials"%' then 'service' else 'resource_server' end
    when document like '%"applicationType":"NATIVE"%' then 'native'
    when document like '%"method":"NONE"%' or document like '%"authentication":"NONE"%' then 'browser'
    else 'web' end;
create index client_kind on client (kind, client_id);
