/** B15 Notification Worker: tells users by mail what happened to their account (H25). */
@NullMarked
package dev.postern.application.notification;

import org.jspecify.annotations.NullMarked;
