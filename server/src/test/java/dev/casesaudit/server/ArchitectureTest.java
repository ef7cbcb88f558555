package dev.casesaudit.server;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import jakarta.ws.rs.ext.ExceptionMapper;
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
    void onlyOneClassKnowsTheYamlLibrary() {
        noClasses()
                .that()
                .haveNameNotMatching(".*\\.json\\.Yaml(\\$.*)?")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.snakeyaml..")
                .check(MAIN);
    }

    @Test
    void historiesAndPagesKnowNothingOfHttp() {
        noClasses()
                .that()
                .resideInAnyPackage("..audit..", "..contract..", "..json..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("io.vertx..", "io.netty..", "jakarta.ws.rs..")
                .check(MAIN);
    }

    @Test
    void everyErrorLeavesThroughOneClass() {
        classes()
                .that()
                .implement(ExceptionMapper.class)
                .should()
                .dependOnClassesThat()
                .haveSimpleName("ErrorAnswers")
                .check(MAIN);
    }

    @Test
    void theKitIsNotPartOfWhatItJudges() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAPackage("dev.casesaudit.conformance..")
                .check(MAIN);
    }
}
