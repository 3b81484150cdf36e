package dev.postern.platform;

import jakarta.enterprise.inject.Stereotype;
import jakarta.inject.Singleton;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The one stereotype of stateless or thread-safe services: one instance, constructor injection, final fields, no client proxy.
 *
 * <p>It makes the class a bean under {@code bean-discovery-mode="annotated"}. Services cannot depend on one another in a circle.
 */
@Stereotype
@Singleton
@Documented
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface Service {}
