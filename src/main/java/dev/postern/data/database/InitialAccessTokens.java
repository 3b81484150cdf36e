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
}
