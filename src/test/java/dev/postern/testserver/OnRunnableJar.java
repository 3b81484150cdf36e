package dev.postern.testserver;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.platform.commons.support.AnnotationSupport;

/** A test of the launcher, or of what the runnable jar makes of Payara Micro: on other servers it is skipped, and reported so. */
@Documented
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(OnRunnableJar.Condition.class)
public @interface OnRunnableJar {

    /** Why: what is tested here that other servers do not have, or do their own way. */
    String value();

    /** Reads it. */
    final class Condition implements ExecutionCondition {
        @Override
        public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
            return AnnotationSupport.findAnnotation(context.getElement(), OnRunnableJar.class)
                    .filter(only -> Product.underTest() != Product.RUNNABLE_JAR)
                    .map(only -> ConditionEvaluationResult.disabled("only of postern.jar: " + only.value()))
                    .orElseGet(() -> ConditionEvaluationResult.enabled("for every server"));
        }
    }
}
