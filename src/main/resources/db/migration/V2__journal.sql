-- Every batch of events is durable here before its requests are answered; the relay takes it to the broker and deletes it.
alter table queue_spill rename to queue_journal;
alter table queue_journal add column records integer default 1 not null;
drop index queue_spill_order;
create index queue_journal_order on queue_journal (created_at);

-- Rows live for a tenth of a second: compressing them would cost more than it saves, and their space must come back soon.
${postgresql} alter table queue_journal alter column payload set storage external;
${postgresql} alter table queue_journal set (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 1000, autovacuum_vacuum_cost_delay = 0, toast.autovacuum_vacuum_scale_factor = 0, toast.autovacuum_vacuum_threshold = 5000, toast.autovacuum_vacuum_cost_delay = 0);
