package dev.postern.data.database;

import java.util.List;
import java.util.Optional;

/** Initial access tokens. */
public interface InitialAccessTokens {

    Optional<InitialAccessToken> find(String tokenHash);

    void save(InitialAccessToken token, String owner);

    boolean delete(String tokenHash);

    Optional<String> ownerOf(String tokenHash);

    List<String> ownedBy(String owner);

    /** With what the register says of it. */
    Optional<FoundToken> registered(String tokenHash);

    /** In the order of their hashes. */
    List<FoundToken> page(String after, int limit);

    /** @param clients how many have been registered with it */
    record FoundToken(InitialAccessToken token, String owner, int clients) {}
}
