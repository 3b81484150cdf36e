package dev.postern.identity.console.key;

import dev.postern.identity.administration.change.Guard;
import dev.postern.identity.administration.key.KeyAdministration;
import dev.postern.identity.administration.key.PlannedRotation;
import dev.postern.identity.administration.rights.Area;
import dev.postern.identity.console.frame.Frame;
import dev.postern.identity.console.frame.Outcome;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Set;

/** Rotates keys at once, after one more question: {@code /console/key-rotate?algorithm=ES256}, of all algorithms if none is said. */
@Named
@RequestScoped
public class KeyRotation {

    @Inject
    KeyAdministration keys;

    @Inject
    Frame frame;

    @Inject
    Outcome outcome;

    private String algorithm = "";

    /** Who may not do it has no use for the page. */
    public void open() {
        Guard.mayWrite(frame.by(), Area.KEYS);
        frame.requireFreshSignIn();
        algorithm = frame.parameter("algorithm");
    }

    public void rotate() {
        String wanted = frame.parameter("algorithm");
        outcome.of(() -> {
            keys.rotate(frame.by(), wanted.isEmpty() ? Set.of() : Set.of(wanted));
            return "/console/keys?notice=rotated";
        });
    }

    /** Empty: all. */
    public String getAlgorithm() {
        return algorithm;
    }

    /** The keys that will sign no more. */
    public List<String> getRetiring() {
        return keys.planned(frame.by()).stream()
                .filter(rotation -> algorithm.isEmpty() || rotation.algorithm().equals(algorithm))
                .map(this::told)
                .toList();
    }

    private String told(PlannedRotation rotation) {
        return frame.in("console-keys")
                .text("rotate.retires", rotation.algorithm(), rotation.active(), rotation.next());
    }
}
