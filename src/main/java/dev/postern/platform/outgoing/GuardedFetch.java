package dev.postern.platform.outgoing;

import dev.postern.platform.Service;
import dev.postern.platform.Settings;
import dev.postern.platform.outgoing.FetchFailed.Reason;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.hc.client5.http.ClientProtocolException;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.ManagedHttpClientConnectionFactory;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.client5.http.io.HttpClientConnectionManager;
import org.apache.hc.client5.http.ssl.DefaultClientTlsStrategy;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ConnectionClosedException;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.MalformedChunkCodingException;
import org.apache.hc.core5.http.MessageConstraintException;
import org.apache.hc.core5.http.NoHttpResponseException;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;

/**
 * Calls addresses that somebody else named, such as a client in its metadata, without being led astray (server-side request forgery).
 *
 * <p>https only, to public addresses only, unless the host is configured; the connection goes to the very address that was judged;
 * one deadline over everything; a largest answer; so many at once; no redirects, no cookies, no proxies, no connections kept.
 */
@Service
public class GuardedFetch {

    private static final int LONGEST_HEADER = 8_192;
    private static final int MOST_HEADERS = 100;

    private final Destination.Resolver resolver;
    private final Executor threads;
    private final Semaphore free;
    private final Set<String> allowedHosts;
    private final Duration timeout;
    private final int mostBytes;
    private final CloseableHttpClient client;

    @Inject
    public GuardedFetch(Settings settings, Threads threads) {
        this(settings, threads.pool("fetch", settings.get(OutgoingSettings.PARALLEL)), InetAddress::getAllByName);
    }

    GuardedFetch(Settings settings, Executor threads, Destination.Resolver resolver) {
        this.resolver = resolver;
        this.threads = threads;
        this.free = new Semaphore(settings.get(OutgoingSettings.PARALLEL));
        this.allowedHosts = Set.copyOf(settings.get(OutgoingSettings.ALLOWED_HOSTS));
        this.timeout = settings.get(OutgoingSettings.TIMEOUT);
        this.mostBytes = settings.get(OutgoingSettings.LARGEST_ANSWER);
        this.client = client(settings.get(OutgoingSettings.PARALLEL));
    }

    private CloseableHttpClient client(int parallel) {
        Http1Config limits = Http1Config.custom()
                .setMaxLineLength(LONGEST_HEADER)
                .setMaxHeaderCount(MOST_HEADERS)
                .build();
        HttpClientConnectionManager connections = PoolingHttpClientConnectionManagerBuilder.create()
                .setConnectionFactory(ManagedHttpClientConnectionFactory.builder()
                        .http1Config(limits)
                        .build())
                .setTlsSocketStrategy(DefaultClientTlsStrategy.createSystemDefault())
                .setDefaultConnectionConfig(ConnectionConfig.custom()
                        .setConnectTimeout(Timeout.of(timeout))
                        .setSocketTimeout(Timeout.of(timeout))
                        .build())
                .setMaxConnTotal(parallel)
                .setMaxConnPerRoute(parallel)
                .build();
        return HttpClients.custom()
                .setConnectionManager(connections)
                .setConnectionReuseStrategy((request, response, context) -> false)
                .setUserAgent("Postern")
                .setDefaultRequestConfig(RequestConfig.custom()
                        .setAuthenticationEnabled(false)
                        .setProtocolUpgradeEnabled(false)
                        .build())
                .disableAutomaticRetries()
                .disableRedirectHandling()
                .disableCookieManagement()
                .disableAuthCaching()
                .disableContentCompression()
                .build();
    }

    /**
     * @param accept the media type that is wanted
     * @throws FetchFailed if it is refused or comes to nothing
     */
    public Fetched get(URI uri, String accept) {
        HttpUriRequestBase request = new HttpUriRequestBase("GET", uri);
        request.addHeader("Accept", accept);
        return fetch(request, uri);
    }

    /** Posts a body. @throws FetchFailed if it is refused or comes to nothing */
    public Fetched post(URI uri, String contentType, byte[] body) {
        HttpUriRequestBase request = new HttpUriRequestBase("POST", uri);
        request.setEntity(new ByteArrayEntity(body, ContentType.parse(contentType)));
        return fetch(request, uri);
    }

    private Fetched fetch(HttpUriRequestBase request, URI uri) {
        if (!free.tryAcquire()) {
            throw new FetchFailed(Reason.BUSY, "too many fetches are under way");
        }
        request.addHeader("Connection", "close");
        request.addHeader("Accept-Encoding", "identity");
        try {
            return CompletableFuture.supplyAsync(() -> call(request, uri), threads)
                    .whenComplete((answer, failure) -> free.release())
                    .orTimeout(timeout.toMillis(), TimeUnit.MILLISECONDS)
                    .join();
        } catch (CompletionException e) {
            request.cancel();
            throw failure(e.getCause() == null ? e : e.getCause());
        }
    }

    private static FetchFailed failure(Throwable cause) {
        if (cause instanceof FetchFailed failed) {
            return failed;
        }
        return cause instanceof TimeoutException
                ? new FetchFailed(Reason.TOO_SLOW, "no answer in time")
                : new FetchFailed(Reason.UNREACHABLE, String.valueOf(cause));
    }

    private Fetched call(HttpUriRequestBase request, URI uri) {
        Destination to = Destination.of(uri, allowedHosts, resolver);
        HttpHost judged =
                new HttpHost(to.secure() ? "https" : "http", to.addresses().get(0), to.host(), to.port());
        try (ClassicHttpResponse answer = client.executeOpen(judged, request, null)) {
            Map<String, String> headers = new HashMap<>();
            for (Header header : answer.getHeaders()) {
                headers.put(header.getName().toLowerCase(Locale.ROOT), header.getValue());
            }
            return new Fetched(answer.getCode(), headers, body(answer.getEntity()));
        } catch (MessageConstraintException e) {
            throw new FetchFailed(Reason.TOO_LARGE, "the headers are too large");
        } catch (ClientProtocolException
                | NoHttpResponseException
                | ConnectionClosedException
                | MalformedChunkCodingException e) {
            throw new FetchFailed(Reason.NOT_HTTP, to.host() + ": " + e);
        } catch (IOException e) {
            throw new FetchFailed(Reason.UNREACHABLE, to.host() + ": " + e);
        }
    }

    private byte[] body(@Nullable HttpEntity entity) throws IOException {
        if (entity == null) {
            return new byte[0];
        }
        if (entity.getContentLength() > mostBytes) {
            throw tooLarge();
        }
        byte[] body = entity.getContent().readNBytes(mostBytes + 1);
        if (body.length > mostBytes) {
            throw tooLarge();
        }
        return body;
    }

    private static FetchFailed tooLarge() {
        return new FetchFailed(Reason.TOO_LARGE, "the answer is too large");
    }

    @PreDestroy
    void stop() {
        client.close(CloseMode.IMMEDIATE);
    }
}
