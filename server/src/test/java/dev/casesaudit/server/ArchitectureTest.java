package dev.casesaudit.server;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import dev.casesaudit.server.error.ServiceError;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

    private static final JavaClasses MAIN = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("dev.casesaudit.server");

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
    void historiesAndPagesKnowNothingOfHttp() {
        noClasses()
                .that()
                .resideInAnyPackage(
                        "..audit..",
                        "..behaviour..",
                        "..contract..",
                        "..exam..",
                        "..fault..",
                        "..journal..",
                        "..json..",
                        "..page..",
                        "..tomorrow..",
                        "..wish..")
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
                .doNotHaveSimpleName("Delivery")
                .should()
                .callMethod(ServiceError.class, "json")
                .orShould()
                .callMethod(ServiceError.class, "headers")
                .check(MAIN);
    }
}
