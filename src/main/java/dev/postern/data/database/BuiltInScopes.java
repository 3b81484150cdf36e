package dev.postern.data.database;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The scopes of OpenID Connect Core sections 5.4 and 11, in words a person uses. */
final class BuiltInScopes {

    static final List<ScopeDefinition> ALL = List.of(
            scope("openid", "know that it is you", "saber que eres tú", "sub"),
            scope(
                    "profile",
                    "see your name, picture and other profile details",
                    "ver tu nombre, tu foto y otros datos de tu perfil",
                    "name",
                    "family_name",
                    "given_name",
                    "middle_name",
                    "nickname",
                    "preferred_username",
                    "profile",
                    "picture",
                    "website",
                    "gender",
                    "birthdate",
                    "zoneinfo",
                    "locale",
                    "updated_at"),
            scope(
                    "email",
                    "see your email address",
                    "ver tu dirección de correo electrónico",
                    "email",
                    "email_verified"),
            scope("address", "see your postal address", "ver tu dirección postal", "address"),
            scope(
                    "phone",
                    "see your phone number",
                    "ver tu número de teléfono",
                    "phone_number",
                    "phone_number_verified"),
            scope("offline_access", "keep this access while you are away", "mantener este acceso cuando no estés"));

    private BuiltInScopes() {}

    private static ScopeDefinition scope(String name, String english, String spanish, String... claims) {
        Set<String> inOrder = new LinkedHashSet<>(List.of(claims));
        return new ScopeDefinition(name, Map.of("en", english, "es", spanish), inOrder);
    }
}
