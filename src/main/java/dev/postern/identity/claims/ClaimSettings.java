package dev.postern.identity.claims;

import dev.postern.platform.Setting;

/** Settings of what tokens say about how somebody signed in. */
public final class ClaimSettings {

    public static final Setting<String> ACR_PASSWORD = Setting.text(
            "postern.acr.password",
            "urn:oasis:names:tc:SAML:2.0:ac:classes:PasswordProtectedTransport",
            "The acr of ID tokens after a sign-in with a password alone: the name that your federation has for it. Empty: none is claimed.");

    private ClaimSettings() {}
}
