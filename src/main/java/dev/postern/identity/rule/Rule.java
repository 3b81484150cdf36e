package dev.postern.identity.rule;

import java.util.Arrays;
import java.util.Locale;

/**
 * Every rule that an administrator can break, whichever way they come, and every reason why the administration refuses something. What each says is in
 * {@code messages/rules_<language>.properties}, so that nobody writes it where the rule is checked.
 */
public enum Rule {
    // the form of a document
    NOT_AN_OBJECT,
    UNKNOWN_FIELD,
    MISSING,
    EMPTY,
    NOT_QUOTED,
    NOT_TEXT,
    NOT_A_LIST,
    NOT_A_LIST_OF,
    TWICE_IN_LIST,
    TWICE_IN_FILE,
    NOT_A_FLAG,
    NOT_ONE_OF,
    NOT_SOME_OF,
    NOT_A_COUNT,
    NOT_SECONDS,
    NOT_A_DURATION,
    NOT_A_TIME,
    NOT_IN_FUTURE,
    NO_LANGUAGE_TAG,
    TOO_LONG,
    MISLEADING_CHARACTERS,
    ABSENT_WHERE_GIVEN,
    BELONGS_TO,

    // names of others
    UNKNOWN_SCOPE,
    UNKNOWN_CLIENT,
    UNKNOWN_RESOURCE_SERVER,
    NOT_A_RESOURCE_OF_IT,

    // clients
    CLIENT_ID_FORM,
    CLIENT_ID_OF_USERS,
    CLIENT_ID_CHANGED,
    REFRESH_NEEDS_CODE,
    REFRESH_NEEDS_GRANT,
    REFRESH_OF_PUBLIC_CLIENT,
    CREDENTIALS_OF_PUBLIC_CLIENT,
    GRANT_NEEDS_REDIRECT,
    RESPONSE_TYPES_OF_GRANT,
    PKCE_OF_PUBLIC_CLIENT,
    GRACE_TOO_LONG,
    GRACE_OF_SELF_MADE,
    FIRST_PARTY_SELF_MADE,
    NOT_SCOPE_VALUES,
    MORE_THAN_OWN,
    META_OF_SERVER,
    SECTOR_NEEDED,
    SECTOR_UNREADABLE,
    SECTOR_INCOMPLETE,
    BEYOND_POLICY,

    // secrets and keys of clients
    SECRET_NEEDED,
    SECRET_NOT_USED,
    SECRET_FORM,
    SECRET_SHORT_FOR_ALGORITHM,
    SECRET_OF_SERVER,
    OVERLAP_TOO_LONG,
    OF_ASSERTIONS,
    KEYS_NEEDED,
    KEYS_TWICE,
    NOT_A_KEY_SET,
    KEY_COUNT,
    KEY_NOT_PUBLIC,
    KEY_SHORT,
    NO_USABLE_KEY,

    // URIs
    NOT_A_URI,
    NOT_HTTPS,
    URI_CHARACTERS,
    URI_WILDCARD,
    URI_RELATIVE,
    URI_FRAGMENT,
    URI_HOST,
    URI_USER,
    URI_DOTS,
    URI_HTTP,
    URI_SCHEME_OF_WEB,
    URI_SCHEME_WITHOUT_DOT,
    URI_SCHEME_WITHOUT_PATH,
    ORIGIN_SCHEME,
    ORIGIN_FORM,
    ORIGIN_OF_NO_REDIRECT,

    // users
    BLANK_AT_END,
    NOT_ARGON2ID,
    PASSWORD_SHORT,
    PASSWORD_LONG,
    PASSWORD_IS_NAME,
    PASSWORD_EASY,
    CLAIM_OF_PROTOCOL,
    CLAIMS_OF_PROTOCOL,
    NOT_AN_ADDRESS,
    NOT_A_TIME_OF_CLAIM,
    GROUPS_AS_CLAIM,
    GROUP_NAME,

    // scopes and resource servers
    NOT_ONE_SCOPE,
    BUILT_IN,
    DESCRIPTION_MISSING,
    SCOPE_NAME_CHANGED,
    SCOPE_OF_ISSUER,
    SCOPE_OF_OTHER,
    IDENTIFIER_CHANGED,
    TOKEN_LIFETIME,

    // files and secrets that they refer to
    NOT_A_BEARER_TOKEN,
    VARIABLE_NOT_SET,
    FILE_UNREADABLE,
    FILE_NAME,
    FILE_MISTAKES,

    // lists, searches and requests
    NOT_A_CURSOR,
    NOT_A_LIMIT,
    NOT_BEFORE_UNTIL,
    SPAN_TOO_LONG,
    UNKNOWN_PARAMETER,
    IDEMPOTENCY_KEY,
    IDEMPOTENCY_KEY_USED,
    NO_TOKEN_OF_OURS,

    // what refuses a whole operation: sentences
    CORRECT_FIELDS,
    CHANGED_MEANWHILE,
    STALE_SIGN_IN,
    RIGHT_NEEDED,
    APPOINTING_NEEDS_ALL,
    FILES_NEED_ALL,
    OWNED_BY_FILE,
    OWNED_BY_SERVER,
    CLIENT_TAKEN,
    USER_TAKEN,
    SCOPE_TAKEN,
    RESOURCE_SERVER_TAKEN,
    CLIENT_WITHOUT_SECRET,
    TWO_SECRETS,
    SCOPE_OF_API,
    SCOPE_OF_CLIENTS,
    SCOPE_OF_MANY_CLIENTS,
    TOO_MANY_LINKS,
    NO_ADDRESS_FOR_LINK,
    ANSWER_GONE,
    NO_SUCH_CLIENT,
    NO_SUCH_USER,
    NO_SUCH_SCOPE,
    NO_SUCH_RESOURCE_SERVER,
    NO_SUCH_GRANT,
    NO_SUCH_TOKEN,
    NO_SUCH_SESSION,
    NO_SUCH_EVENT,
    NO_SUCH_INITIAL_ACCESS_TOKEN;

    /** The part of our words that has theirs. */
    static final String WORDS = "rules";

    /** @param values what its words name */
    public Breach brokenBy(Object... values) {
        return new Breach(this, Arrays.stream(values).map(String::valueOf).toList());
    }

    String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
