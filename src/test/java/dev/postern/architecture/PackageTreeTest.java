package dev.postern.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/**
 * The arrows between packages are the arrows of the picture. Everybody may use {@code platform} (clock, chance, settings),
 * {@code protocol} (the wire language), {@code picture} (the hop trace) and {@code page} (the frame of HTML pages).
 */
@AnalyzeClasses(packages = "dev.postern", importOptions = DoNotIncludeTests.class)
class PackageTreeTest {

    private static final String[] SHARED = {
        "dev.postern.platform..", "dev.postern.protocol..", "dev.postern.picture..", "dev.postern.page.."
    };

    @ArchTest
    static final ArchRule platform_knows_no_other_box = of("platform")
            .should()
            .onlyDependOnClassesThat(ours().and(outside("platform")).negate());

    @ArchTest
    static final ArchRule protocol_knows_the_platform_only = of("protocol")
            .should()
            .onlyDependOnClassesThat(ours().and(outside("protocol", "platform")).negate());

    @ArchTest
    static final ArchRule protocol_needs_no_server = noClasses()
            .that()
            .resideInAPackage("dev.postern.protocol..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("jakarta..", "java.sql..", "javax.sql..");

    @ArchTest
    static final ArchRule data_knows_nobody_in_front_of_it = of("data")
            .should()
            .onlyDependOnClassesThat(
                    ours().and(outside("data").and(notShared())).negate());

    @ArchTest
    static final ArchRule identity_knows_data_only = of("identity")
            .should()
            .onlyDependOnClassesThat(
                    ours().and(outside("identity", "data").and(notShared())).negate());

    /** B2 to B10, B11 and B12; the authorization server, the gateway and the API only by HTTP. */
    @ArchTest
    static final ArchRule the_app_is_an_honest_client = of("client")
            .should()
            .onlyDependOnClassesThat(
                    ours().and(outside("client").and(notShared()).and(notData("session", "queue", "database")))
                            .negate());

    /** B4 to B10 and B11. */
    @ArchTest
    static final ArchRule the_gateway_is_an_honest_party = of("edge")
            .should()
            .onlyDependOnClassesThat(
                    ours().and(outside("edge", "bearer").and(notShared()).and(notData("session", "queue")))
                            .negate());

    /** What gateway and API share about bearer tokens: the cache, and the authorization server by HTTP. */
    @ArchTest
    static final ArchRule bearer_validation_knows_the_cache_only = of("bearer")
            .should()
            .onlyDependOnClassesThat(
                    ours().and(outside("bearer").and(notShared()).and(notData("session")))
                            .negate());

    /** B8 to B10, B11 and B12. */
    @ArchTest
    static final ArchRule the_api_is_an_honest_resource_server = of("application.api")
            .should()
            .onlyDependOnClassesThat(ours().and(outside("application.api", "bearer")
                            .and(notShared())
                            .and(notData("session", "queue", "database")))
                    .negate());

    @ArchTest
    static final ArchRule workers_know_data_only = of("application")
            .should()
            .onlyDependOnClassesThat(
                    ours().and(outside("application", "data", "bearer").and(notShared()))
                            .negate());

    @ArchTest
    static final ArchRule workers_know_nothing_of_one_another =
            classes().should(Slices.below("dev.postern.application").notDependOnEachOther());

    @ArchTest
    static final ArchRule data_boxes_know_nothing_of_one_another =
            classes().should(Slices.below("dev.postern.data").notDependOnEachOther());

    @ArchTest
    static final ArchRule no_box_is_in_a_cycle =
            classes().should(Slices.below("dev.postern").beFreeOfCycles());

    @ArchTest
    static final ArchRule identity_is_free_of_cycles =
            classes().should(Slices.below("dev.postern.identity").beFreeOfCycles());

    @ArchTest
    static final ArchRule databases_and_redis_stay_under_data = noClasses()
            .that()
            .resideOutsideOfPackages("dev.postern.data..", "dev.postern.launcher..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "java.sql..", "javax.sql..", "jakarta.persistence..", "redis.clients..", "org.flywaydb..");

    /** The workers are what the queue calls, that of the authorization server among them; everybody else speaks to {@code data.queue}. */
    @ArchTest
    static final ArchRule messaging_stays_under_data_and_in_the_workers = noClasses()
            .that()
            .resideOutsideOfPackages(
                    "dev.postern.data..",
                    "dev.postern.application.audit..",
                    "dev.postern.application.notification..",
                    "dev.postern.identity.backchannel..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("jakarta.jms..");

    @ArchTest
    static final ArchRule faces_stays_in_screens_and_console = noClasses()
            .that()
            .resideOutsideOfPackages(
                    "dev.postern.identity.consent..", "dev.postern.identity.console..", "dev.postern.page..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("jakarta.faces..");

    @ArchTest
    static final ArchRule no_class_names_a_server_or_its_persistence_provider = noClasses()
            .that()
            .resideOutsideOfPackage("dev.postern.launcher..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "fish.payara..", "org.glassfish..", "org.eclipse.persistence..", "org.apache.activemq..");

    @ArchTest
    static final ArchRule the_launcher_stands_alone = classes()
            .that()
            .resideInAPackage("dev.postern.launcher..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "java..",
                    "javax.net..",
                    "fish.payara.micro..",
                    "org.jspecify..",
                    "dev.postern.launcher..",
                    "dev.postern.platform.source..");

    /** The runnable jar carries it a second time, for the launcher. */
    @ArchTest
    static final ArchRule the_order_of_settings_needs_no_server = classes()
            .that()
            .resideInAPackage("dev.postern.platform.source..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("java..", "org.jspecify..", "dev.postern.platform.source..");

    @ArchTest
    static final ArchRule names_say_what_a_class_is = noClasses()
            .should()
            .haveNameMatching(".*\\.(Abstract|Base)[A-Z][^.]*|.*(Util|Utils|Helper|Manager|Impl)(\\$.*)?");

    private static com.tngtech.archunit.lang.syntax.elements.GivenClassesConjunction of(String box) {
        return classes().that().resideInAPackage("dev.postern." + box + "..");
    }

    private static DescribedPredicate<JavaClass> ours() {
        return resideInAPackage("dev.postern..");
    }

    private static DescribedPredicate<JavaClass> outside(String... boxes) {
        DescribedPredicate<JavaClass> inside = DescribedPredicate.alwaysFalse();
        for (String box : boxes) {
            inside = inside.or(resideInAPackage("dev.postern." + box + ".."));
        }
        return inside.negate();
    }

    private static DescribedPredicate<JavaClass> notShared() {
        return resideInAnyPackage(SHARED).negate();
    }

    /** The named boxes of the data zone, and the zone's own root, are allowed. */
    private static DescribedPredicate<JavaClass> notData(String... boxes) {
        DescribedPredicate<JavaClass> allowed = resideInAPackage("dev.postern.data");
        for (String box : boxes) {
            allowed = allowed.or(resideInAPackage("dev.postern.data." + box + ".."));
        }
        return allowed.negate();
    }
}
