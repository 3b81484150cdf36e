package dev.postern.data.queue;

import dev.postern.data.Sql;
import dev.postern.platform.Service;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;

/** Which notifications and logouts are done with: a message may come twice, a mail must not go out twice. */
@Service
public class SentNotifications {

    private static final Duration KEPT = Duration.ofDays(30);

    private final Sql sql;
    private final Clock clock;

    @Inject
    public SentNotifications(Sql sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    public boolean contains(String id) {
        return sql.first("select id from notification_sent where id = ?", row -> row.getString(1), id)
                .isPresent();
    }

    /** Remembers a notification, and forgets those of long ago. */
    public void add(String id) {
        sql.insertOnce(
                "insert into notification_sent (id, sent_at) values (?, ?) on conflict do nothing",
                id,
                clock.instant());
        sql.update(
                "delete from notification_sent where sent_at < ?",
                clock.instant().minus(KEPT));
    }
}
