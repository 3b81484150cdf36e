package dev.postern.page.headers;

import dev.postern.platform.Issuer;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.FilterConfig;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/**
 * Puts the security headers on every answer before anybody writes it, error pages included: OWASP Secure Headers, RFC 6797 (HSTS),
 * RFC 9700 sections 4.2.4 and 4.16.
 *
 * <p>A page that needs another policy, or may be cached, sets the header itself later.
 */
@WebFilter(
        urlPatterns = "/*",
        asyncSupported = true,
        dispatcherTypes = {DispatcherType.REQUEST, DispatcherType.ERROR})
public class SecurityHeaders implements Filter {

    private static final String FEATURES =
            "camera=(), display-capture=(), geolocation=(), microphone=(), payment=(), usb=()";

    private static final String STRICT = ContentPolicy.STRICT.header();

    @Inject
    Issuer issuer;

    @Inject
    @Any
    Instance<PagePolicies> found;

    private List<PagePolicies> policies = List.of();

    @Override
    public void init(FilterConfig configuration) {
        policies = found.stream().toList();
    }

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        HttpServletRequest http = (HttpServletRequest) request;
        HttpServletResponse answer = (HttpServletResponse) response;
        if (!answer.isCommitted()) {
            write(http, answer);
        }
        chain.doFilter(request, response);
    }

    private void write(HttpServletRequest request, HttpServletResponse answer) {
        Optional<ContentPolicy> own = policy(request);
        answer.setHeader(
                "Content-Security-Policy", own.map(ContentPolicy::header).orElse(STRICT));
        if (own.isEmpty() || !own.get().embedded()) {
            answer.setHeader("X-Frame-Options", "DENY");
        }
        answer.setHeader("X-Content-Type-Options", "nosniff");
        answer.setHeader("Referrer-Policy", "no-referrer");
        answer.setHeader("Permissions-Policy", FEATURES);
        answer.setHeader("Cross-Origin-Opener-Policy", "same-origin");
        answer.setHeader("Cache-Control", "no-store");
        if (issuer.isHttps()) {
            answer.setHeader("Strict-Transport-Security", "max-age=31536000");
        }
    }

    private Optional<ContentPolicy> policy(HttpServletRequest request) {
        String path = request.getRequestURI().substring(request.getContextPath().length());
        for (PagePolicies known : policies) {
            Optional<ContentPolicy> own = known.of(path, request);
            if (own.isPresent()) {
                return own;
            }
        }
        return Optional.empty();
    }
}
