package dev.postern.data;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** The signals within this node: all there are where it is the only one. */
public class LocalSignals implements NodeSignals {

    private final Map<String, List<Listener>> listeners = new ConcurrentHashMap<>();

    @Override
    public void send(String topic, String key) {
        listeners.getOrDefault(topic, List.of()).forEach(listener -> listener.changed(key));
    }

    @Override
    public void listen(String topic, Listener listener) {
        listeners.computeIfAbsent(topic, same -> new CopyOnWriteArrayList<>()).add(listener);
    }

    @Override
    public boolean heard() {
        return true;
    }

    protected final void anythingMayHaveChanged() {
        listeners.values().forEach(some -> some.forEach(Listener::anythingMayHaveChanged));
    }
}
