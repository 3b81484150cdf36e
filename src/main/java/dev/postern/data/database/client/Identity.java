package dev.postern.data.database.client;

/**
 * How the client is told about people: OpenID Connect Registration section 2.
 *
 * @param sectorIdentifierUri whose host its pairwise subjects belong to, empty: the host of its redirect URIs
 * @param idTokenAlgorithm id_token_signed_response_alg, RS256 if it registered nothing
 * @param userInfoAlgorithm userinfo_signed_response_alg, empty: plain JSON
 */
public record Identity(
        SubjectType subjectType, String sectorIdentifierUri, String idTokenAlgorithm, String userInfoAlgorithm) {

    public static final Identity DEFAULT = new Identity(SubjectType.PUBLIC, "", "RS256", "");
}
