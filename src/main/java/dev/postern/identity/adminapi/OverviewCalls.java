package dev.postern.identity.adminapi;

import dev.postern.identity.administration.overview.OverviewReading;
import dev.postern.platform.Service;
import jakarta.inject.Inject;

/** The overview over HTTP. */
@Service
class OverviewCalls {

    private final OverviewReading overview;

    @Inject
    OverviewCalls(OverviewReading overview) {
        this.overview = overview;
    }

    Answer run(OverviewOperation operation, Call call) {
        return switch (operation) {
            case READ_OVERVIEW -> Answer.of(200, overview.read(call.by()).members());
        };
    }
}
