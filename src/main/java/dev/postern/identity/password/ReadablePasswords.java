package dev.postern.identity.password;

import dev.postern.platform.Service;
import jakarta.inject.Inject;
import java.security.SecureRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Random passwords that can be read out and typed: four words of three syllables, 75 random bits. */
@Service
public class ReadablePasswords {

    private static final String CONSONANTS = "bdfghjklmnprstv";
    private static final String VOWELS = "aeiou";
    private static final int WORDS = 4;
    private static final int SYLLABLES = 3;

    private final SecureRandom random;

    @Inject
    public ReadablePasswords(SecureRandom random) {
        this.random = random;
    }

    public String make() {
        return IntStream.range(0, WORDS).mapToObj(i -> word()).collect(Collectors.joining("-"));
    }

    private String word() {
        return IntStream.range(0, SYLLABLES)
                .mapToObj(i -> "" + any(CONSONANTS) + any(VOWELS))
                .collect(Collectors.joining());
    }

    private char any(String letters) {
        return letters.charAt(random.nextInt(letters.length()));
    }
}
