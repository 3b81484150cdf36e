package dev.postern.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.EvaluationResult;
import org.junit.jupiter.api.Test;

/** The rules of {@link Slices} see what they forbid, in packages of the JDK that have it. */
class SlicesTest {

    private static final JavaClasses CYCLE =
            new ClassFileImporter().importClasses(java.util.Locale.class, java.util.regex.Pattern.class, String.class);
    private static final JavaClasses CHAIN =
            new ClassFileImporter().importClasses(java.util.zip.ZipFile.class, java.util.zip.CRC32.class);

    private static EvaluationResult result(ArchCondition<JavaClass> condition, JavaClasses of) {
        return classes().should(condition).evaluate(of);
    }

    @Test
    void packages_that_use_each_other_are_a_cycle() {
        EvaluationResult result = result(Slices.below("java").beFreeOfCycles(), CYCLE);

        assertThat(result.hasViolation()).isTrue();
        assertThat(result.getFailureReport().toString()).contains("java.util.", "java.lang.");
    }

    @Test
    void packages_that_use_others_without_return_are_none_but_depend() {
        assertThat(result(Slices.below("java.util").beFreeOfCycles(), CHAIN).hasViolation())
                .isFalse();
        assertThat(result(Slices.below("java.util").notDependOnEachOther(), CHAIN)
                        .hasViolation())
                .isTrue();
    }

    @Test
    void a_package_may_use_itself_and_what_is_outside() {
        assertThat(result(Slices.below("java.util.zip").notDependOnEachOther(), CHAIN)
                        .hasViolation())
                .isFalse();
    }
}
