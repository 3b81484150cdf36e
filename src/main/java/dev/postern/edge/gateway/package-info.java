/**
 * B3 Generic Cloud Edge and B4 API Gateway: the built-in gateway at {@code /gateway/**}, and its decision alone at {@code
 * /gateway/verify} for gateways in front of the server.
 *
 * <p>No thread waits for an upstream: servlet non-blocking I/O on one side, the asynchronous HTTP client on the other.
 */
@NullMarked
package dev.postern.edge.gateway;

import org.jspecify.annotations.NullMarked;
