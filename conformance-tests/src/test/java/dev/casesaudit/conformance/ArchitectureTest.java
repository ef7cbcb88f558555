package dev.casesaudit.conformance;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

    private static final String ROOT = "dev.casesaudit.conformance";

    private static final JavaClasses MAIN = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages(ROOT);

    @Test
    void theKitSharesNoCodeWithWhatItJudges() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("dev.casesaudit.api..", "dev.casesaudit.server..", "io.quarkus..")
                .because("a fault that both had would hide from the kit")
                .check(MAIN);
    }

    @Test
    void nothingReachesBack() {
        forbid("requirement", "contract", "http", "target", "check", "observation", "run", "report", "cli", "junit");
        forbid("contract", "http", "target", "check", "observation", "run", "report", "cli", "junit");
        forbid("http", "target", "check", "observation", "run", "report", "cli", "junit");
        forbid("target", "check", "observation", "run", "report", "cli", "junit");
        forbid("check", "observation", "run", "report", "cli", "junit");
        forbid("observation", "run", "report", "cli", "junit");
        forbid("run", "capture", "report", "cli", "junit");
        forbid("capture", "report", "cli", "junit");
        forbid("report", "cli", "junit");
    }

    @Test
    void packagesHaveNoCycles() {
        slices().matching(ROOT + ".(*)..").should().beFreeOfCycles().check(MAIN);
    }

    @Test
    void onlyTheProbeKnowsHowRequestsTravel() {
        noClasses()
                .that()
                .resideOutsideOfPackage(ROOT + ".http")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "io.restassured..", "org.apache.http..", "software.amazon.awssdk..", "java.net.http..")
                .check(MAIN);
    }

    @Test
    void onlyTheInputKnowsTheYamlLibrary() {
        noClasses()
                .that()
                .resideOutsideOfPackage(ROOT + ".input")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.snakeyaml..")
                .check(MAIN);
    }

    @Test
    void onlyTheCommandLineKnowsPicocli() {
        noClasses()
                .that()
                .resideOutsideOfPackage(ROOT + ".cli")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("picocli..")
                .check(MAIN);
    }

    private static void forbid(String from, String... others) {
        for (String other : others) {
            noClasses()
                    .that()
                    .resideInAPackage("%s.%s..".formatted(ROOT, from))
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage("%s.%s..".formatted(ROOT, other))
                    .check(MAIN);
        }
    }
}
