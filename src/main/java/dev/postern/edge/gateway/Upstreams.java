package dev.postern.edge.gateway;

import dev.postern.platform.Service;
import dev.postern.platform.Settings;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketException;
import java.time.Duration;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.client5.http.io.HttpClientConnectionManager;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.Method;
import org.apache.hc.core5.http.NoHttpResponseException;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;

/**
 * The gateway's HTTP/1.1 client: connections are kept, everything else is passed on as it is. It follows no redirect, keeps no cookie,
 * unpacks nothing and adds nothing.
 */
@Service
public class Upstreams {

    /** A connection that has rested for so long is looked at before it is used. */
    private static final TimeValue LOOKED_AT_AFTER = TimeValue.ofMilliseconds(200);

    private static final TimeValue KEPT_FOR = TimeValue.ofSeconds(30);

    private final CloseableHttpClient client;

    @Inject
    public Upstreams(Settings settings) {
        Duration connect = settings.get(GatewaySettings.CONNECT_TIMEOUT);
        Duration answer = settings.get(GatewaySettings.RESPONSE_TIMEOUT);
        this.client = HttpClients.custom()
                .setConnectionManager(connections(settings.get(GatewaySettings.PARALLEL_EXCHANGES), connect))
                .setDefaultRequestConfig(RequestConfig.custom()
                        .setResponseTimeout(Timeout.of(answer))
                        .setConnectionRequestTimeout(Timeout.of(connect))
                        .setAuthenticationEnabled(false)
                        .setProtocolUpgradeEnabled(false)
                        .build())
                .setKeepAliveStrategy((response, context) -> KEPT_FOR)
                .disableAutomaticRetries()
                .disableRedirectHandling()
                .disableCookieManagement()
                .disableAuthCaching()
                .disableContentCompression()
                .disableConnectionState()
                .disableDefaultUserAgent()
                .build();
    }

    private static HttpClientConnectionManager connections(int most, Duration connect) {
        return PoolingHttpClientConnectionManagerBuilder.create()
                .setMaxConnTotal(most)
                .setMaxConnPerRoute(most)
                .setDefaultConnectionConfig(ConnectionConfig.custom()
                        .setConnectTimeout(Timeout.of(connect))
                        .setValidateAfterInactivity(LOOKED_AT_AFTER)
                        .build())
                .build();
    }

    /**
     * The upstream's answer, to be closed. Its time runs from when it has been given the whole request.
     *
     * @throws java.io.InterruptedIOException if it does not answer in time
     */
    ClassicHttpResponse send(HttpUriRequestBase request) throws IOException {
        try {
            return client.executeOpen(null, request, null);
        } catch (NoHttpResponseException | SocketException closed) {
            if (closed instanceof ConnectException || !isRepeatable(request)) {
                throw closed;
            }
            return client.executeOpen(null, request, null);
        }
    }

    /** Whether it does no harm to ask again where a kept connection turns out to be closed: RFC 9110 section 9.2.2. */
    private static boolean isRepeatable(HttpUriRequestBase request) {
        return request.getEntity() == null
                && Method.normalizedValueOf(request.getMethod()).isIdempotent();
    }

    @PreDestroy
    void stop() {
        client.close(CloseMode.IMMEDIATE);
    }
}
