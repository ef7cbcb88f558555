package dev.casesaudit.server;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import dev.casesaudit.server.error.ServiceError;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

    private static final JavaClasses MAIN = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("dev.casesaudit.server");

    private static final JavaClasses GENERATED =
            new ClassFileImporter().importPackages("dev.casesaudit.api", "dev.casesaudit.control");

    private static final JavaClasses TESTS = new ClassFileImporter()
            .withImportOption(new ImportOption.OnlyIncludeTests())
            .importPackages("dev.casesaudit");

    // From the top down.
    private static final List<String> LAYERS = List.of(
            "start",
            "connection",
            "operation",
            "console",
            "control",
            "http",
            "exam",
            "page",
            "request",
            "auth",
            "postgres",
            "fixture",
            "journal",
            "world",
            "throttle",
            "behaviour",
            "audit",
            "recording",
            "field",
            "document",
            "metrics",
            "config",
            "error",
            "contract",
            "json",
            "collection");

    @Test
    void packagesHaveNoCycles() {
        slices().matching("dev.casesaudit.server.(*)..")
                .should()
                .beFreeOfCycles()
                .check(MAIN);
    }

    @Test
    void onlyTheReaderOfYamlKnowsItsLibrary() {
        noClasses()
                .that()
                .haveNameNotMatching(".*\\.json\\.(Yaml(Document|Scalars)?|TabsBetweenTokens)(\\$.*)?")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.snakeyaml..")
                .check(MAIN);
    }

    @Test
    void packagesUseOnlyThoseBelowThem() {
        for (int i = 1; i < LAYERS.size(); i++) {
            noClasses()
                    .that()
                    .resideInAPackage(within(LAYERS.get(i)))
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(LAYERS.subList(0, i).stream()
                            .map(ArchitectureTest::within)
                            .toArray(String[]::new))
                    .check(MAIN);
        }
    }

    @Test
    void everyPackageHasItsLayer() {
        assertThat(MAIN.stream()
                        .map(type -> type.getPackageName().split("\\.", 5))
                        .filter(names -> names.length > 3)
                        .map(names -> names[3])
                        .distinct())
                .containsExactlyInAnyOrderElementsOf(LAYERS);
    }

    @Test
    void unitTestsMirrorThePackagesThatTheyTest() {
        assertThat(TESTS.stream()
                        .map(JavaClass::getPackageName)
                        .filter(name -> name.startsWith("dev.casesaudit.server"))
                        // The targets of Jazzer go through several packages.
                        .filter(name -> !name.equals("dev.casesaudit.server.fuzz"))
                        .distinct())
                .isSubsetOf(MAIN.stream().map(JavaClass::getPackageName).toList());
    }

    @Test
    void noClassBearsTheNameOfAGeneratedOne() {
        assertThat(MAIN.stream().filter(JavaClass::isTopLevelClass).map(JavaClass::getSimpleName))
                .doesNotContainAnyElementsOf(GENERATED.stream()
                        .filter(JavaClass::isTopLevelClass)
                        .map(JavaClass::getSimpleName)
                        .toList());
    }

    @Test
    void noTwoClassesHaveTheSameName() {
        assertThat(Stream.concat(MAIN.stream(), TESTS.stream())
                        .filter(JavaClass::isTopLevelClass)
                        .map(JavaClass::getSimpleName)
                        .filter(name -> !name.equals("package-info")))
                .doesNotHaveDuplicates();
    }

    @Test
    void testsOfThePackagedJarAreJourneys() {
        classes()
                .that()
                .haveSimpleNameEndingWith("IT")
                .should()
                .resideInAPackage("dev.casesaudit.journey.(*)..")
                .check(TESTS);
    }

    private static String within(String layer) {
        return "dev.casesaudit.server." + layer + "..";
    }

    @Test
    void historiesAndPagesKnowNothingOfHttp() {
        noClasses()
                .that()
                .resideInAnyPackage(LAYERS.subList(LAYERS.indexOf("exam"), LAYERS.size()).stream()
                        .filter(layer -> !Set.of("auth", "error", "fixture").contains(layer))
                        .map(ArchitectureTest::within)
                        .toArray(String[]::new))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("io.vertx..", "io.netty..", "jakarta.ws.rs..")
                .check(MAIN);
    }

    @Test
    void everyErrorLeavesThroughOneClassItsWriterOrAFault() {
        noClasses()
                .that()
                .resideOutsideOfPackage("..error..")
                .and()
                .doNotHaveSimpleName("ServiceErrorWriter")
                .and()
                .doNotHaveSimpleName("FaultyResponse")
                .should()
                .callMethod(ServiceError.class, "json")
                .orShould()
                .callMethod(ServiceError.class, "headers")
                .check(MAIN);
    }
}
