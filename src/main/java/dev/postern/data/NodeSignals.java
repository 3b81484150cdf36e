package dev.postern.data;

/**
 * Tells every node, this one first, that something changed, so that copies in memory go at once and not only at the end of their
 * lifetime.
 *
 * <p>A signal can be lost while nodes cannot reach one another. Whoever must not act on an old copy asks {@link #heard} first.
 */
public interface NodeSignals {

    /** Who keeps copies. Called on any thread; must neither block nor throw. */
    interface Listener {
        void changed(String key);

        /** Signals may have been lost. */
        void anythingMayHaveChanged();
    }

    /** This node has heard it when the call returns, the others within milliseconds. Never throws. */
    void send(String topic, String key);

    void listen(String topic, Listener listener);

    /** Whether signals of the other nodes certainly arrive here, as of a second ago at most. */
    boolean heard();
}
