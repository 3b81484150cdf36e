package dev.postern.identity.consent;

import dev.postern.identity.code.UserCode;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/**
 * The page where people type the code of a device, and where they learn how it ended: {@code /device}, with {@code user_code} where the device
 * has given the whole address (RFC 8628 section 3.3.1).
 */
@Named
@RequestScoped
public class DeviceScreen {

    @Inject
    Screen screen;

    /** The code that the address brings, in the form in which the device shows it; empty if it brings none. */
    public String getUserCode() {
        return UserCode.typed(screen.parameter("user_code"))
                .map(UserCode::shown)
                .orElse("");
    }

    public boolean isPrefilled() {
        return !getUserCode().isEmpty();
    }

    /** The code that was typed is none that a device waits with. */
    public boolean isUnknown() {
        return screen.parameter("unknown").equals("true");
    }

    public boolean isAllowed() {
        return screen.parameter("answer").equals("allowed");
    }

    public boolean isDenied() {
        return screen.parameter("answer").equals("denied");
    }

    public boolean isAsking() {
        return !isAllowed() && !isDenied();
    }

    /** The key of the page's title. */
    public String getTitle() {
        if (isAsking()) {
            return "device.title";
        }
        return isAllowed() ? "device.allowed.title" : "device.denied.title";
    }
}
