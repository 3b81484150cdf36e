package dev.postern.identity.account.visitor;

import dev.postern.page.PageRefused;
import dev.postern.page.Problem;
import dev.postern.platform.Digests;
import dev.postern.platform.Issuer;
import dev.postern.platform.MasterKeys;
import dev.postern.platform.Service;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/**
 * Tells forms that a person sent from their own page from forms that another site made their browser send.
 *
 * <p>A form's token is a MAC over the sign-in on this browser and what the form does: it is good for no other browser and nothing else.
 */
@Service
public class AccountForms {

    private static final String PURPOSE = "account form token";

    private final MasterKeys keys;
    private final String origin;

    @Inject
    public AccountForms(MasterKeys keys, Issuer issuer) {
        this.keys = keys;
        this.origin = issuer.origin();
    }

    /** @param what the form does, and to what */
    public String token(Visitor visitor, String what) {
        byte[] message = (visitor.browserHash() + " " + what).getBytes(StandardCharsets.UTF_8);
        byte[] mac = MasterKeys.hmac(keys.derive(PURPOSE, keys.currentVersion()), message);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(mac);
    }

    /** @throws PageRefused if the token is not that of this form on this browser */
    public void refuseForged(Visitor visitor, String what, String presented) {
        if (!Digests.same(token(visitor, what), presented)) {
            throw new PageRefused(Problem.STALE_FORM);
        }
    }

    /**
     * A browser that says where the form stood must name this site. Our pages send no referrer, which makes their Origin null (Fetch
     * Standard, Origin header), so that value decides nothing.
     *
     * @throws PageRefused if it names another one
     */
    public void refuseFromElsewhere(HttpServletRequest request) {
        boolean sameSite =
                says(request, "Sec-Fetch-Site").map("same-origin"::equals).orElse(true);
        boolean sameOrigin = says(request, "Origin")
                .filter(value -> !value.equals("null"))
                .map(origin::equals)
                .orElse(true);
        if (!sameSite || !sameOrigin) {
            throw new PageRefused(Problem.STALE_FORM);
        }
    }

    private static Optional<String> says(HttpServletRequest request, String header) {
        return Optional.ofNullable(request.getHeader(header));
    }
}
