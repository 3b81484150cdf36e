package dev.postern.identity.administration.client;

import dev.postern.data.database.RegisteredClient;
import dev.postern.protocol.ClientSecret;
import java.util.Optional;

/**
 * A client as it was written.
 *
 * @param secret only where one was made: nobody can be shown it later
 */
public record WrittenSecret(RegisteredClient registered, Optional<ClientSecret> secret) {}
