/**
 * B3 Generic Cloud Edge and B4 API Gateway: the built-in gateway at {@code /gateway/**}, and its decision alone at {@code
 * /gateway/verify} for gateways in front of the server.
 *
 * <p>An exchange holds a thread, and there is a bounded number of them; whoever waits for a decision or a turn holds none.
 */
@NullMarked
package dev.postern.edge.gateway;

import org.jspecify.annotations.NullMarked;
