package dev.postern.platform.request;

import dev.postern.platform.CurrentRequest;
import java.util.logging.Handler;
import java.util.logging.LogRecord;

/**
 * Writes nothing: puts the request id in front of the message, whatever format the server then writes its log in.
 *
 * <p>As a handler of our topmost logger it sees a record before the server's handlers do, on the thread that logs.
 */
final class RequestIdHandler extends Handler {

    @Override
    public void publish(LogRecord record) {
        String requestId = CurrentRequest.get().requestId();
        if (!requestId.isEmpty()) {
            record.setMessage("[" + requestId + "] " + record.getMessage());
        }
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
}
