/**
 * The admin API at {@code /admin/api/v1}: the administration model over HTTP. {@link dev.postern.identity.adminapi.Operations} is its
 * table; the OpenAPI document is written from it.
 */
@NullMarked
package dev.postern.identity.adminapi;

import org.jspecify.annotations.NullMarked;
