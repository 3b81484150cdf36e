package dev.postern.identity.registration;

import dev.postern.data.database.Client;
import dev.postern.protocol.ClientSecret;
import java.util.Optional;

/**
 * A client as somebody wants it registered, before the rules have judged it and its secret is hashed.
 *
 * @param client without secret hashes
 * @param secret in clear, as supplied or made
 */
public record ClientDraft(Client client, Optional<ClientSecret> secret) {}
