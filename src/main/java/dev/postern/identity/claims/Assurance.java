package dev.postern.identity.claims;

import dev.postern.platform.Service;
import dev.postern.platform.Settings;
import jakarta.inject.Inject;
import java.util.List;

/**
 * The authentication context class that a sign-in has: {@code acr} of OpenID Connect Core section 2. It follows from the methods that were
 * used ({@code amr}, RFC 8176) and from nothing that the client wishes.
 */
@Service
public class Assurance {

    private static final List<String> PASSWORD = List.of("pwd");

    private final String password;

    @Inject
    public Assurance(Settings settings) {
        this.password = settings.get(ClaimSettings.ACR_PASSWORD);
    }

    /** Empty text if the methods are unknown or no class is claimed for them. */
    public String acr(List<String> amr) {
        return amr.equals(PASSWORD) ? password : "";
    }

    /** Every class that a sign-in here can have: {@code acr_values_supported}. */
    public List<String> attainable() {
        return password.isEmpty() ? List.of() : List.of(password);
    }
}
