package dev.postern.data.queue;

import java.util.Locale;

/** The names of the kinds of events, each made once. */
final class EventTypes {

    static final ClassValue<String> NAMES = new ClassValue<>() {
        @Override
        protected String computeValue(Class<?> event) {
            return event.getSimpleName().replaceAll("(?<=[a-z])(?=[A-Z])", "_").toLowerCase(Locale.ROOT);
        }
    };

    private EventTypes() {}
}
