package dev.postern.page.headers;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;

/** Who knows pages that need more than the strict policy. Beans of this type are asked one after another. */
public interface PagePolicies {

    /** @param path without the context path */
    Optional<ContentPolicy> of(String path, HttpServletRequest request);
}
