package dev.postern.identity.keys;

import dev.postern.data.queue.Event.ConfigurationChanged;
import dev.postern.data.queue.Event.SigningKeyChanged;
import dev.postern.data.queue.Events;
import dev.postern.platform.PlatformSettings;
import dev.postern.platform.Service;
import dev.postern.platform.Settings;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What {@code java -jar postern.jar rotate-keys} leaves in the folder {@code commands} of the data folder: a request, and here its
 * answer. Whoever can write there can read the master key too, so no other proof is asked for.
 */
@Service
class RotationRequests {

    private static final String REQUEST = "rotate-keys.request";
    private static final String UNDER_WAY = "rotate-keys.under-way";
    private static final String ANSWER = "rotate-keys.answer";

    private final SigningKeys keys;
    private final Events events;
    private final Path folder;

    @Inject
    RotationRequests(SigningKeys keys, Events events, Settings settings) {
        this.keys = keys;
        this.events = events;
        this.folder = Path.of(settings.get(PlatformSettings.DATA_DIR), "commands");
    }

    /** Rotates if somebody asked for it since the last look. @throws IOException if the answer cannot be left */
    void look() throws IOException {
        Path request = folder.resolve(REQUEST);
        if (!Files.exists(request)) {
            return;
        }
        Path taken = Files.move(request, folder.resolve(UNDER_WAY), StandardCopyOption.REPLACE_EXISTING);
        answer(outcome(Files.readString(taken)));
        Files.deleteIfExists(taken);
    }

    private String outcome(String names) {
        try {
            Set<JwsAlgorithm> algorithms = algorithms(names);
            List<SigningKeyChanged> changes = keys.rotateNow(algorithms);
            String which = algorithms.stream().map(JwsAlgorithm::name).collect(Collectors.joining(" "));
            events.publish(new ConfigurationChanged("signing-keys", which, "rotated", "command rotate-keys"));
            return "done\n"
                    + changes.stream()
                            .map(change -> change.change() + " " + change.algorithm() + " " + change.kid())
                            .collect(Collectors.joining("\n"));
        } catch (RuntimeException e) {
            return "failed\n" + e.getMessage();
        }
    }

    /** @param names those of algorithms, with blanks between them; none means all */
    private static Set<JwsAlgorithm> algorithms(String names) {
        if (names.isBlank()) {
            return EnumSet.allOf(JwsAlgorithm.class);
        }
        return Arrays.stream(names.strip().split("\\s+"))
                .map(name -> JwsAlgorithm.named(name)
                        .orElseThrow(() -> new IllegalArgumentException("no key signs with " + name)))
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(JwsAlgorithm.class)));
    }

    /** In one step, so that nobody reads half of it. */
    private void answer(String text) throws IOException {
        Path written = Files.writeString(folder.resolve(ANSWER + ".part"), text);
        Files.move(written, folder.resolve(ANSWER), StandardCopyOption.REPLACE_EXISTING);
    }
}
